/**
 * The same value, of which no part can be changed any more: test files of one worker share what was
 * loaded once, and none can spoil it for another.
 * @throws where a part is a map or a set, which nothing can freeze
 */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map || value instanceof Set) throw new Error('a map or set cannot be frozen');
  Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
