import { holdsPosition } from '../decide/bits.ts';
import { castsVote } from '../decide/count-votes.ts';
import { judgeCondition, truth } from '../decide/judge-condition.ts';
import { findPlacedKind, kindsOf, maskOfAll, maskOfKinds } from '../decide/kinds.ts';
import { listLeanings } from '../decide/list-leanings.ts';
import type { ModelFact, ModelRule } from '../decide/model.ts';
import { weighRule } from '../decide/weigh-rule.ts';
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
  const placement =
    findPlacedKind(headline) === null ? undefined : at(placing.rulebook.placements, at(forms, 0));
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
    if: listVerdictLeanings(placing).map((fact) => describeEvidence(placing, fact)),
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

/** What moving to a kind takes: the first entry that holds; unknown where an earlier one might. */
export function estimateMove(
  placing: Placing,
  kind: 'vm' | 'container',
): 'nothing' | 'repackage' | 'redesign' | 'unknown' {
  for (const move of placing.model.moving[kind === 'vm' ? 0 : 1]) {
    const judged = judgeCondition(move.when, placing.known.state);
    if (judged === truth.true) return move.takes;
    if (judged === truth.unknown) return 'unknown';
  }
  return 'unknown';
}

/**
 * The presumptions that carry the verdict: those under the votes of its kind, and under whatever
 * removed placements of the other. Positions of facts.
 */
export function listVerdictLeanings(placing: Placing): number[] {
  const { model, known } = placing;
  const { headline, strength, survivors, judgement } = placing.decision;
  const kinds = kindsOf[headline];
  const others = maskOfAll(model) & ~maskOfKinds(model, kinds);
  const decidedByVotes = strength !== 'forced' && headline !== 'none';
  const carries = ({ favours, removes }: ModelRule, index: number): boolean =>
    decidedByVotes
      ? favours !== null && kinds.includes(favours) && castsVote(model, judgement, index, survivors.alive)
      : (removes & others) !== 0 && fires(placing, index);
  const leanings = new Set<number>();
  for (const [index, rule] of model.rules.entries())
    if (carries(rule, index)) for (const fact of listRuleLeanings(placing, index)) leanings.add(fact);
  for (const [index, { needs }] of model.placements.entries()) {
    if (decidedByVotes || needs === null || !holdsPosition(others, index)) continue;
    if (judgement.needs[index] === truth.false)
      for (const fact of listLeanings(needs, known.state, known.presumed, known.withheld, truth.false))
        leanings.add(fact);
  }
  return [...leanings].sort((a, b) => a - b);
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
export function suggestFacts({ model }: Placing): string[] {
  const weigh = ({ presumed, askedIf }: ModelFact, fact: number) =>
    presumed !== null || askedIf !== null
      ? 0
      : model.rules.reduce((sum, rule) => sum + (rule.when.reads.includes(fact) ? weighRule(rule) : 0), 0);
  return model.facts
    .map((fact, index) => ({ id: fact.id, index, weight: weigh(fact, index) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, 3)
    .map((each) => each.id);
}
