import { closest, distance } from 'fastest-levenshtein';

/**
 * The hint that ends an error about an unknown name: the nearest known one, or nothing where none
 * is near enough to be what was meant.
 * @param name what was written
 * @param known the names that exist
 */
export function suggestName(name: string, known: readonly string[]): string {
  if (known.length === 0 || name.length > 80) return '';
  const best = closest(name.toLowerCase(), known);
  const near = distance(name.toLowerCase(), best) <= Math.min(3, Math.floor((best.length + 1) / 3));
  return near ? `; did you mean ${best}?` : '';
}
