import { castsVote } from '../decide/count-votes.ts';
import { truth } from '../decide/evaluate-condition.ts';
import { listLeanings } from '../decide/list-leanings.ts';
import type { Mask, Tier } from '../decide/model.ts';
import { strengths } from '../words.ts';
import type { PartAdvice, Reason } from './result.ts';
import { at } from '../at.ts';
import { listEvidence } from './describe-facts.ts';
import { fires, type Placing } from './placing.ts';

/**
 * The rules that fired, sorted by what they mean for the verdict. For `either`, and for `none`, all
 * votes stand under `for`, each with the kind it favours.
 */
export function describeReasons(placing: Placing): PartAdvice['reasons'] {
  const { headline, survivors, forms, judgement } = placing.decision;
  const all = placing.model.rules.map((_, index) => index).filter((index) => fires(placing, index));
  const voting = all.filter((index) => castsVote(placing.model, judgement, index, survivors.alive));
  const agrees = (index: number) => {
    const { favours } = at(placing.model.rules, index);
    return headline !== 'vm' && headline !== 'container' ? true : favours === (headline === 'vm' ? 0 : 1);
  };
  const chosen = forms.reduce<Mask>((mask, form) => mask | (1 << form), 0);
  return {
    for: describeAll(placing, voting.filter(agrees)),
    against: describeAll(
      placing,
      voting.filter((index) => !agrees(index)),
    ),
    rulingOut: describeAll(
      placing,
      all.filter((index) => at(placing.model.rules, index).removes !== 0),
    ),
    form: describeAll(
      placing,
      all.filter((index) => (at(placing.model.rules, index).suits & chosen) !== 0),
    ),
  };
}

/** The votes by concern, those without a vote left out. */
export function describeVotes(placing: Placing): PartAdvice['votes'] {
  const name = (tier: Tier) => (tier === 0 ? null : at(strengths, 3 - tier));
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
        vm: name(vm),
        container: name(container),
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

/** Strongest first, then by id: the order in which rules were written says nothing. */
function describeAll(placing: Placing, rules: readonly number[]): Reason[] {
  const tier = (rule: number) => at(placing.model.rules, rule).tier;
  return [...rules].sort((a, b) => tier(b) - tier(a) || a - b).map((rule) => describeReason(placing, rule));
}

function describeReason(placing: Placing, index: number): Reason {
  const rule = at(placing.rulebook.rules, index);
  const compiled = at(placing.model.rules, index);
  return {
    rule: rule.id,
    concern: rule.concern,
    title: rule.title,
    because: rule.because,
    ...(rule.instead === undefined ? {} : { instead: rule.instead }),
    ...(rule.contested === undefined ? {} : { contested: rule.contested }),
    favours: rule.favours ?? null,
    strength: rule.strength ?? null,
    removes: listPlacements(placing, compiled.removes),
    suits: listPlacements(placing, compiled.suits),
    facts: listEvidence(placing, compiled.when),
    if: listRuleLeanings(placing, index).map((fact) => at(placing.model.facts, fact).id),
    cites: rule.cites,
    at: rule.at,
    ...(rule.marks && { marks: rule.marks }),
  };
}

function listPlacements(placing: Placing, mask: Mask): string[] {
  return placing.model.placements
    .filter((_, index) => (mask & (1 << index)) !== 0)
    .map((placement) => placement.id);
}
