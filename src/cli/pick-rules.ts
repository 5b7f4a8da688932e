import { InputError } from '../errors.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { explainMissing } from './find-by-name.ts';

/**
 * Positions of the rules with these ids; of all rules where none is named.
 * @param ids as they were typed
 * @throws InputError for every id that no rule has, with the nearest that one has, or who disabled it
 */
export function pickRules(rulebook: Rulebook, ids: readonly string[]): number[] {
  const { rules } = rulebook;
  const known = rules.map((rule) => rule.id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    throw new InputError(unknown.flatMap((id) => explainMissing(rulebook, 'rule', id, known).problems));
  return rules.flatMap((rule, index) => (ids.length === 0 || ids.includes(rule.id) ? [index] : []));
}
