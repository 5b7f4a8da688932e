import { evaluateCondition, truth } from '../decide/evaluate-condition.ts';
import { listLeanings } from '../decide/list-leanings.ts';
import { describeRemovers } from './describe-placements.ts';
import { listRuleLeanings } from './describe-reasons.ts';
import { at } from '../at.ts';
import { describeEvidence } from './describe-facts.ts';
import { fires, type Placing } from './placing.ts';
import { findLeastBad } from './find-least-bad.ts';
import type { PartAdvice, Verdict } from './result.ts';

/** The verdict in words of the rulebook. */
export function describeVerdict(placing: Placing): Verdict {
  const { headline, strength, contested, forms } = placing.decision;
  const placed = headline === 'vm' || headline === 'container' ? forms[0] : undefined;
  const placement = placed === undefined ? undefined : at(placing.rulebook.placements, placed);
  return {
    headline,
    strength,
    status: placing.proof.status,
    proven: placing.proof.finished,
    contested,
    placement: placement?.id ?? null,
    isolation: placement?.isolation ?? null,
    forms: forms.map((form) => at(placing.model.placements, form).id),
    runnerUp: describeRunnerUp(placing),
    leastBad: findLeastBad(placing),
    if: listVerdictLeanings(placing),
    tell: placing.silent ? suggestFacts(placing) : [],
  };
}

function describeRunnerUp(placing: Placing): Verdict['runnerUp'] {
  const { runnerUp } = placing.decision;
  if (runnerUp === null) return null;
  const placement = at(placing.rulebook.placements, runnerUp);
  return {
    placement: placement.id,
    isolation: placement.isolation,
    takes: estimateMove(placing, placement.kind),
    removedBy: describeRemovers(placing, runnerUp, truth.true),
  };
}

/** The first entry that holds; unknown where an earlier one might. */
function estimateMove(
  placing: Placing,
  kind: 'vm' | 'container',
): 'nothing' | 'repackage' | 'redesign' | 'unknown' {
  for (const move of placing.model.moving[kind === 'vm' ? 0 : 1]) {
    const judged = evaluateCondition(move.when, placing.known.state);
    if (judged === truth.true) return move.takes;
    if (judged === truth.unknown) return 'unknown';
  }
  return 'unknown';
}

/**
 * The presumptions that carry the verdict: those under the votes of its kind, and under whatever
 * removed placements of the other.
 */
function listVerdictLeanings(placing: Placing): Verdict['if'] {
  const { headline, survivors, judgement } = placing.decision;
  const kinds = headline === 'either' ? [0, 1] : [headline === 'vm' ? 0 : 1];
  const others = placing.model.placements.reduce(
    (mask, each, index) => (headline === 'none' || !kinds.includes(each.kind) ? mask | (1 << index) : mask),
    0,
  );
  const decidedByVotes = placing.decision.strength !== 'forced' && headline !== 'none';
  const leanings = new Set<number>();
  placing.model.rules.forEach((rule, index) => {
    const votes =
      decidedByVotes &&
      rule.favours !== null &&
      kinds.includes(rule.favours) &&
      (rule.byWayOf & survivors.alive) !== 0;
    const excludes = !decidedByVotes && (rule.removes & others) !== 0;
    if ((votes || excludes) && fires(placing, index))
      for (const fact of listRuleLeanings(placing, index)) leanings.add(fact);
  });
  placing.model.placements.forEach((placement, index) => {
    if (
      decidedByVotes ||
      placement.needs === null ||
      judgement.needs[index] !== truth.false ||
      (others & (1 << index)) === 0
    )
      return;
    const { state, presumed, withheld } = placing.known;
    for (const fact of listLeanings(placement.needs, state, presumed, withheld, truth.false))
      leanings.add(fact);
  });
  return [...leanings].sort((a, b) => a - b).map((fact) => describeEvidence(placing, fact));
}

/** How many rules fired, were quiet, could not be judged, were set aside. */
export function countRules(placing: Placing): PartAdvice['counts'] {
  const counts = { fired: 0, quiet: 0, undecided: 0, waived: placing.waived.size };
  placing.decision.judgement.rules.forEach((judged, index) => {
    if (placing.waived.has(index)) return;
    if (judged === truth.true) counts.fired++;
    else if (judged === truth.false) counts.quiet++;
    else counts.undecided++;
  });
  return counts;
}

/**
 * Where nothing is known: the three facts to tell first, those that most rules of weight listen to.
 * Only facts that stand open and make sense to ask at once; a presumption is known well enough to
 * begin with.
 */
export function suggestFacts(placing: Placing): string[] {
  const weights = placing.model.facts.map((_, fact) =>
    placing.model.rules.reduce((sum, rule) => {
      if (!rule.when.reads.includes(fact)) return sum;
      return sum + (rule.removes !== 0 ? 4 : rule.favours === null ? 0 : rule.tier);
    }, 0),
  );
  return placing.model.facts
    .map((fact, index) => ({
      id: fact.id,
      index,
      weight:
        fact.presumed === null && at(placing.rulebook.facts, index)['asked-if'] === undefined
          ? at(weights, index)
          : 0,
    }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, 3)
    .map((each) => each.id);
}
