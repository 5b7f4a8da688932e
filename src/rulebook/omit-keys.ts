/**
 * The same without some of its keys.
 * @param value any map
 * @param keys what to leave out
 */
export function omitKeys<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  const left: readonly PropertyKey[] = keys;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !left.includes(key))) as Omit<T, K>;
}
