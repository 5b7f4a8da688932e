import { closest, distance } from 'fastest-levenshtein';
import { quoteValue } from './safe.ts';

/** Two letters swapped: the commonest slip, and two edits by the usual count. */
function isSwap(name: string, known: string): boolean {
  const letters = (text: string) => text.split(/(?:)/u).sort().join('');
  return name.length === known.length && letters(name) === letters(known);
}

/**
 * The hint that ends an error about an unknown name: the nearest known one, or nothing where none
 * is near enough to be what was meant.
 * @param name what was written
 * @param known the names that exist
 */
export function suggestName(name: string, known: readonly string[]): string {
  if (known.length === 0 || name.length > 80) return '';
  const best = closest(name.toLowerCase(), known);
  const apart = distance(name.toLowerCase(), best);
  const near =
    apart <= Math.max(best.length < 4 ? 1 : 2, Math.floor(best.length / 4)) ||
    isSwap(name.toLowerCase(), best);
  return near ? `; did you mean ${best}?` : '';
}

/**
 * The sentence on a name that nothing has.
 * @param sort what was looked for, such as `rule`
 * @param known the names that exist; the nearest is suggested
 * @param meant what is suggested instead, where it is plain what was meant
 */
export function wordUnknownName(
  sort: string,
  name: string,
  known: readonly string[],
  meant?: string,
): string {
  const hint = meant === undefined ? suggestName(name, known) : `; did you mean ${meant}?`;
  return `no ${sort} is called ${name}${hint}`;
}

/**
 * The same where there are so few names that all of them are told.
 * @param choices the names that exist
 */
export function wordUnknownChoice(sort: string, name: string, choices: readonly string[]): string {
  return `no ${sort} is called ${name}${wordChoices(name, choices)}`;
}

/**
 * The sentence on a key of a map that means nothing there.
 * @param known the keys that do
 */
export function wordUnknownKey(key: string, known: readonly string[]): string {
  return `unknown key ${key}${wordChoices(key, known)}`;
}

/**
 * The sentence on a value that is none of a few words.
 * @param what what has the value
 * @param value what was written; anything that a file can hold
 * @param meant what it stands for, where that is another word
 */
export function wordWrongValue(
  what: string,
  value: unknown,
  choices: readonly string[],
  meant = value,
): string {
  return `${what} cannot be ${quoteValue(value)}${wordChoices(meant, choices)}`;
}

function wordChoices(written: unknown, choices: readonly string[]): string {
  const hint = typeof written === 'string' ? suggestName(written, choices) : '';
  return ` (expected ${choices.join(', ')})${hint}`;
}
