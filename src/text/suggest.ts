import { closest, distance } from 'fastest-levenshtein';

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
