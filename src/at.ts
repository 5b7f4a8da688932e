/**
 * The entry of a list at a position that cannot be missing, because it came from a list of the same
 * things. Where it is missing all the same, that is a bug, and no made-up value hides it.
 * @param list of things that are never undefined
 * @param index a position in it
 * @throws Error where nothing stands there
 */
export function at<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new Error(`nothing at ${index} in a list of ${list.length}`);
  return entry;
}
