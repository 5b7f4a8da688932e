import { findVote, listSuited } from '../rulebook/effects.ts';
import type { Rule } from '../rulebook/rulebook.ts';

/** What a rule does, in a few words. */
export function wordEffects(rule: Rule): string {
  const list = (names: string | readonly string[]) => [names].flat().join(', ');
  const vote = findVote(rule);
  return [
    ...(rule['rules-out'] === undefined ? [] : [`rules out ${list(rule['rules-out'])}`]),
    ...(rule.isolation === undefined ? [] : [`isolation at least ${rule.isolation}`]),
    ...(vote === undefined ? [] : [`${vote.strength} ${vote.kind}`]),
    ...(rule['by-way-of'] === undefined ? [] : [`by way of ${list(rule['by-way-of'])}`]),
    ...listSuited(rule).map(([strength, names]) => `suits ${list(names)}, ${strength}`),
    ...(rule.must === undefined ? [] : [`must ${rule.must}`]),
    ...(rule.consider === undefined ? [] : [`consider first ${rule.consider}`]),
    ...(rule.note === undefined ? [] : ['a note']),
  ].join('; ');
}
