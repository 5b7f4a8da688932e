/**
 * The entry of a table under a name that somebody else wrote; undefined where it has none. What every object has, such
 * as `constructor`, is no entry.
 */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
