import { evaluateCondition, truth } from '../decide/evaluate-condition.ts';
import { findLeanings } from '../decide/find-leanings.ts';
import { describeRemovers } from './describe-placements.ts';
import { listRuleLeanings } from './describe-reasons.ts';
import { type Case, describeFact, fires } from './placing.ts';
import type { PartAdvice, Verdict } from './result.ts';

/** The verdict in words of the rulebook. */
export function describeVerdict(item: Case): Verdict {
  const { headline, strength, contested, forms } = item.decision;
  const placed = headline === 'vm' || headline === 'container' ? forms[0] : undefined;
  const placement = placed === undefined ? undefined : item.rulebook.placements[placed];
  return {
    headline,
    strength,
    status: item.proof.status,
    proven: item.proof.finished,
    contested,
    placement: placement?.id ?? null,
    isolation: placement?.isolation ?? null,
    forms: forms.map((form) => item.model.placements[form]?.id ?? ''),
    runnerUp: describeRunnerUp(item),
    if: listVerdictLeanings(item),
    tell: item.silent ? suggestFacts(item) : [],
  };
}

function describeRunnerUp(item: Case): Verdict['runnerUp'] {
  const { runnerUp } = item.decision;
  const placement = runnerUp === null ? undefined : item.rulebook.placements[runnerUp];
  if (runnerUp === null || placement === undefined) return null;
  return {
    placement: placement.id,
    isolation: placement.isolation,
    takes: estimateMove(item, placement.kind),
    removedBy: describeRemovers(item, runnerUp, truth.true),
  };
}

/** The first entry that holds; unknown where an earlier one might. */
function estimateMove(
  item: Case,
  kind: 'vm' | 'container',
): 'nothing' | 'repackage' | 'redesign' | 'unknown' {
  for (const move of item.model.moving[kind === 'vm' ? 0 : 1]) {
    const judged = evaluateCondition(move.when, item.known.state);
    if (judged === truth.true) return move.takes;
    if (judged === truth.unknown) return 'unknown';
  }
  return 'unknown';
}

/**
 * The presumptions that carry the verdict: those under the votes of its kind, and under whatever
 * removed placements of the other.
 */
function listVerdictLeanings(item: Case): Verdict['if'] {
  const { headline, survivors, judgement } = item.decision;
  const kinds = headline === 'either' ? [0, 1] : [headline === 'vm' ? 0 : 1];
  const others = item.model.placements.reduce(
    (mask, each, index) => (headline === 'none' || !kinds.includes(each.kind) ? mask | (1 << index) : mask),
    0,
  );
  const decidedByVotes = item.decision.strength !== 'forced' && headline !== 'none';
  const leanings = new Set<number>();
  item.model.rules.forEach((rule, index) => {
    const votes =
      decidedByVotes &&
      rule.favours !== null &&
      kinds.includes(rule.favours) &&
      (rule.byWayOf & survivors.alive) !== 0;
    const excludes = !decidedByVotes && (rule.removes & others) !== 0;
    if ((votes || excludes) && fires(item, index))
      for (const fact of listRuleLeanings(item, index)) leanings.add(fact);
  });
  item.model.placements.forEach((placement, index) => {
    if (
      decidedByVotes ||
      placement.needs === null ||
      judgement.needs[index] !== truth.false ||
      (others & (1 << index)) === 0
    )
      return;
    const { state, presumed, withheld } = item.known;
    for (const fact of findLeanings(placement.needs, state, presumed, withheld, truth.false))
      leanings.add(fact);
  });
  return [...leanings]
    .sort((a, b) => a - b)
    .map((fact) => ({ fact: item.model.facts[fact]?.id ?? '', ...describeFact(item, fact) }));
}

/** How many rules fired, were quiet, could not be judged, were set aside. */
export function countRules(item: Case): PartAdvice['counts'] {
  const counts = { fired: 0, quiet: 0, undecided: 0, waived: item.waived.size };
  item.decision.judgement.rules.forEach((judged, index) => {
    if (item.waived.has(index)) return;
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
export function suggestFacts(item: Case): string[] {
  const weights = item.model.facts.map((_, fact) =>
    item.model.rules.reduce((sum, rule) => {
      if (!rule.when.reads.includes(fact)) return sum;
      return sum + (rule.removes !== 0 ? 4 : rule.favours === null ? 0 : rule.tier);
    }, 0),
  );
  return item.model.facts
    .map((fact, index) => ({
      id: fact.id,
      index,
      weight:
        fact.presumed === null && item.rulebook.facts[index]?.['asked-if'] === undefined
          ? (weights[index] ?? 0)
          : 0,
    }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, 3)
    .map((each) => each.id);
}
