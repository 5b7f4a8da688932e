import { InputError } from '../errors.ts';
import { showText } from '../read/show-text.ts';
import { suggestName } from '../read/suggest-name.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/**
 * Positions of the rules with these ids; of all rules where none is named.
 * @param ids as they were typed
 * @throws InputError for every id that no rule has, with the nearest that one has
 */
export function pickRules({ rules }: Rulebook, ids: readonly string[]): number[] {
  const known = rules.map((rule) => rule.id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    throw new InputError(
      unknown.map((id) => ({ message: `no rule is called ${showText(id)}${suggestName(id, known)}` })),
    );
  return rules.flatMap((rule, index) => (ids.length === 0 || ids.includes(rule.id) ? [index] : []));
}
