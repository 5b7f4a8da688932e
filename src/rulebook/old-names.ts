/** Something that may have had other names before. */
export interface Named {
  readonly id: string;
  readonly was?: readonly string[] | undefined;
}

/**
 * The entry that is called so, or was.
 * @param list entries of one sort; their names and old names are all different
 * @param name a name, or one that an entry had before
 */
export function findNamed<T extends Named>(list: readonly T[], name: string): T | undefined {
  return list.find(({ id }) => id === name) ?? list.find(({ was }) => was?.includes(name) === true);
}
