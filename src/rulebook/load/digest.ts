import { createHash } from 'node:crypto';

/**
 * The digest of what a rulebook says: independent of the order of files, rules and keys, and of where
 * they stand. The order of a fact's values does count: on a scale it has a meaning.
 * @param content everything that should count
 * @returns SHA-256 in hexadecimal
 */
export function digestOf(content: object): string {
  const canonical = JSON.stringify(content, (key, value: unknown) => {
    if (key === 'at') return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if (key === 'values') return Object.entries(value);
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(canonical).digest('hex');
}
