import { castsVote } from '../decide/count-votes.ts';
import { truth } from '../decide/evaluate-condition.ts';
import { findLeanings } from '../decide/find-leanings.ts';
import type { Mask } from '../decide/model.ts';
import type { PartAdvice, Reason } from './result.ts';
import { copyMarks } from './copy-marks.ts';
import { type Case, fires, listEvidence } from './placing.ts';

/**
 * The rules that fired, sorted by what they mean for the verdict. For `either`, and for `none`, all
 * votes stand under `for`, each with the kind it favours.
 */
export function describeReasons(item: Case): PartAdvice['reasons'] {
  const { headline, survivors, forms, judgement } = item.decision;
  const all = item.model.rules.map((_, index) => index).filter((index) => fires(item, index));
  const voting = all.filter((index) => castsVote(item.model, judgement, index, survivors.alive));
  const agrees = (index: number) => {
    const favours = item.model.rules[index]?.favours;
    return headline !== 'vm' && headline !== 'container' ? true : favours === (headline === 'vm' ? 0 : 1);
  };
  const chosen = forms.reduce<Mask>((mask, form) => mask | (1 << form), 0);
  return {
    for: describeAll(item, voting.filter(agrees)),
    against: describeAll(
      item,
      voting.filter((index) => !agrees(index)),
    ),
    rulingOut: describeAll(
      item,
      all.filter((index) => item.model.rules[index]?.removes !== 0),
    ),
    form: describeAll(
      item,
      all.filter((index) => ((item.model.rules[index]?.suits ?? 0) & chosen) !== 0),
    ),
  };
}

/** The votes by concern, those without a vote left out. */
export function describeVotes(item: Case): PartAdvice['votes'] {
  const names = ['none', 'slight', 'moderate', 'strong'] as const;
  const name = (tier: 0 | 1 | 2 | 3) => (tier === 0 ? null : names[tier]);
  return item.decision.votes.flatMap(([vm, container], concern) => {
    if (vm === 0 && container === 0) return [];
    const rules = item.model.rules.flatMap((rule, index) => {
      const counts =
        rule.concern === concern &&
        castsVote(item.model, item.decision.judgement, index, item.decision.survivors.alive);
      return counts && rule.favours !== null && rule.tier === [vm, container][rule.favours] ? [rule.id] : [];
    });
    return [
      { concern: item.rulebook.concerns[concern]?.id ?? '', vm: name(vm), container: name(container), rules },
    ];
  });
}

/**
 * The presumed facts that a fired rule leans on.
 * @param rule position of the rule
 */
export function listRuleLeanings(item: Case, rule: number): number[] {
  const when = item.model.rules[rule]?.when;
  if (when === undefined) return [];
  return findLeanings(when, item.known.state, item.known.presumed, item.known.withheld, truth.true);
}

/** Strongest first, then by id: the order in which rules were written says nothing. */
function describeAll(item: Case, rules: readonly number[]): Reason[] {
  const tier = (rule: number) => item.model.rules[rule]?.tier ?? 0;
  return [...rules].sort((a, b) => tier(b) - tier(a) || a - b).map((rule) => describeReason(item, rule));
}

function describeReason(item: Case, index: number): Reason {
  const rule = item.rulebook.rules[index];
  const compiled = item.model.rules[index];
  if (rule === undefined || compiled === undefined) throw new Error(`no rule ${index}`);
  return {
    rule: rule.id,
    concern: rule.concern,
    title: rule.title,
    because: rule.because,
    ...(rule.instead === undefined ? {} : { instead: rule.instead }),
    ...(rule.contested === undefined ? {} : { contested: rule.contested }),
    favours: rule.favours ?? null,
    strength: rule.strength ?? null,
    removes: listPlacements(item, compiled.removes),
    suits: listPlacements(item, compiled.suits),
    facts: listEvidence(item, compiled.when),
    if: listRuleLeanings(item, index).map((fact) => item.model.facts[fact]?.id ?? ''),
    cites: [...rule.cites],
    at: { ...rule.at },
    ...copyMarks(rule.marks),
  };
}

function listPlacements(item: Case, mask: Mask): string[] {
  return item.model.placements
    .filter((_, index) => (mask & (1 << index)) !== 0)
    .map((placement) => placement.id);
}
