import { listPositions, maskOf } from '../decide/bits.ts';
import { castsVote } from '../decide/count-votes.ts';
import { truth } from '../decide/judge-condition.ts';
import { findPlacedKind } from '../decide/kinds.ts';
import { listLeanings } from '../decide/list-leanings.ts';
import { joinSuits, type Mask, type ModelRule, type Tier } from '../decide/model.ts';
import { findElsewhere, findVote } from '../rulebook/effects.ts';
import { strengths } from '../words.ts';
import type { PartAdvice, Reason } from './result.ts';
import { at } from '../at.ts';
import { rulingsConcern } from './apply-rulings.ts';
import { listEvidence } from './describe-facts.ts';
import { fires, type Placing } from './placing.ts';

/** Rules that fired, by what they mean for the verdict: positions, in the order in which they are told. */
export type SortedReasons = Readonly<Record<keyof PartAdvice['reasons'], readonly number[]>>;

/** What was decided, by whatever means. */
type Decided = Pick<Placing, 'decision' | 'model' | 'rulebook'>;

/**
 * Sorts the rules that fired by what they mean for the verdict. For `either`, and for `none`, all votes
 * stand under `for`.
 */
export function sortReasons(placing: Decided): SortedReasons {
  const { headline, survivors, forms, judgement } = placing.decision;
  const { rules } = placing.model;
  const all = rules.map((_, index) => index).filter((index) => fires(placing, index));
  const voting = all.filter((index) => castsVote(placing.model, judgement, index, survivors.alive));
  const placed = findPlacedKind(headline);
  const agrees = (index: number) => placed === null || at(rules, index).favours === placed;
  const chosen = maskOf(forms);
  const tierOf = (index: number) => at(rules, index).tier;
  const tierIn = (index: number) => tierOfForm(at(rules, index), chosen);
  return {
    for: sortRules(placing, voting.filter(agrees), tierOf),
    against: sortRules(
      placing,
      voting.filter((index) => !agrees(index)),
      tierOf,
    ),
    rulingOut: sortRules(
      placing,
      all.filter((index) => at(rules, index).removes !== 0),
      tierOf,
    ),
    form: sortRules(
      placing,
      all.filter((index) => tierIn(index) > 0),
      tierIn,
    ),
  };
}

/** Rulings, then the strongest first, then by id: the order in which rules were written says nothing. */
function sortRules(placing: Decided, rules: number[], tierOf: (rule: number) => Tier): readonly number[] {
  return rules.sort((a, b) => isRuled(placing, b) - isRuled(placing, a) || tierOf(b) - tierOf(a) || a - b);
}

/** The rules that fired, sorted by what they mean for the verdict; a vote with the kind it favours. */
export function describeReasons(placing: Placing): PartAdvice['reasons'] {
  const sorted = sortReasons(placing);
  const chosen = maskOf(placing.decision.forms);
  const describeTold = (rules: readonly number[]) =>
    rules.map((index) =>
      describeReason(placing, index, nameTier(at(placing.model.rules, index).tier), false),
    );
  return {
    for: describeTold(sorted.for),
    against: describeTold(sorted.against),
    rulingOut: describeTold(sorted.rulingOut),
    form: sorted.form.map((index) =>
      describeReason(placing, index, nameTier(tierOfForm(at(placing.model.rules, index), chosen)), true),
    ),
  };
}

/** The votes by concern, those without a vote left out. */
export function describeVotes(placing: Placing): PartAdvice['votes'] {
  return placing.decision.votes.flatMap(([vm, container], concern) => {
    if (vm === 0 && container === 0) return [];
    const rules = placing.model.rules.flatMap((rule, index) => {
      const counts =
        rule.concern === concern &&
        castsVote(placing.model, placing.decision.judgement, index, placing.decision.survivors.alive);
      return counts && rule.favours !== null && rule.tier === [vm, container][rule.favours] ? [rule.id] : [];
    });
    return [
      {
        concern: at(placing.rulebook.concerns, concern).id,
        vm: nameTier(vm),
        container: nameTier(container),
        rules,
      },
    ];
  });
}

/**
 * The presumed facts that a fired rule leans on.
 * @param rule position of the rule
 */
export function listRuleLeanings(placing: Placing, rule: number): number[] {
  const { when } = at(placing.model.rules, rule);
  return listLeanings(when, placing.known.state, placing.known.presumed, placing.known.withheld, truth.true);
}

/** How strongly a rule suits the best suited of some placements; 0 for not at all. */
function tierOfForm(rule: ModelRule, among: Mask): Tier {
  const rank = rule.suits.findIndex((suited) => (suited & among) !== 0);
  return rank === -1 ? 0 : ((3 - rank) as Tier);
}

/** 1 for a ruling: it is told before all rules, for only this workload has it. */
function isRuled(placing: Decided, rule: number): number {
  return at(placing.rulebook.rules, rule).concern === rulingsConcern ? 1 : 0;
}

function nameTier(tier: Tier) {
  return tier === 0 ? null : at(strengths, 3 - tier);
}

/** @param ofForm whether it is told as a reason for a form; a rule may also have a vote */
function describeReason(
  placing: Placing,
  index: number,
  strength: Reason['strength'],
  ofForm: boolean,
): Reason {
  const rule = at(placing.rulebook.rules, index);
  const compiled = at(placing.model.rules, index);
  const elsewhere = ofForm
    ? undefined
    : findElsewhere(placing.rulebook, rule, findForm(placing, compiled.favours));
  return {
    rule: rule.id,
    concern: rule.concern,
    title: rule.title,
    because: elsewhere ?? rule.because,
    ...(rule.instead === undefined ? {} : { instead: rule.instead }),
    ...(rule.contested === undefined ? {} : { contested: rule.contested }),
    favours: ofForm ? null : (findVote(rule)?.kind ?? null),
    strength,
    removes: listPlacements(placing, compiled.removes),
    suits: ofForm ? listPlacements(placing, joinSuits(compiled.suits)) : [],
    facts: listEvidence(placing, compiled.when),
    if: listRuleLeanings(placing, index).map((fact) => at(placing.model.facts, fact).id),
    cites: rule.cites,
    at: rule.at,
    ...(rule.marks && { marks: rule.marks }),
  };
}

/** The placement of a kind that is printed: the chosen one, or the best of the other kind. */
function findForm({ decision, model }: Placing, kind: ModelRule['favours']): number | undefined {
  return [...decision.forms, decision.runnerUp ?? -1].find((form) => model.placements[form]?.kind === kind);
}

function listPlacements(placing: Placing, mask: Mask): string[] {
  return listPositions(mask).map((index) => at(placing.model.placements, index).id);
}
