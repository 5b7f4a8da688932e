import type { Fact, Mark } from './rulebook.ts';

/**
 * The mark of the rulebook that says what is presumed of a fact, or that nothing is.
 * @returns undefined where it is the first rulebook
 */
export function findPresumer({ marks }: Fact): Mark | undefined {
  return marks?.filter(({ did, what }) => did === 'added' || what?.includes('presumed') === true).at(-1);
}
