import type { Mask } from './model.ts';

// Sets of values, placements or results are masks: bit i stands for the i-th. What is done with them.

/** The most a mask can hold: bit 31 would be a sign, and one is kept for `2 ** n`. */
export const mostBits = 30;

/** The set of everything there is, of so many. */
export function allBits(size: number): Mask {
  return 2 ** size - 1;
}

/** The single members of a set, each as a mask, lowest first. */
export function listBits(mask: Mask): Mask[] {
  const bits: Mask[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(rest & -rest);
  return bits;
}

/** The positions of the members of a set, ascending. */
export function listPositions(mask: Mask): number[] {
  return listBits(mask).map(positionOf);
}

/** The lowest member of a set, as a mask; 0 of an empty one. */
export function lowestBit(mask: Mask): Mask {
  return mask & -mask;
}

/**
 * The position of the lowest member of a set.
 * @param mask a set that is not empty
 */
export function positionOf(mask: Mask): number {
  return 31 - Math.clz32(lowestBit(mask));
}

/** The set of what stands at some positions. */
export function maskOf(positions: readonly number[]): Mask {
  return positions.reduce((mask, position) => mask | (1 << position), 0);
}

/** What is in any of some sets. */
export function joinBits(masks: readonly Mask[]): Mask {
  return masks.reduce((all, mask) => all | mask, 0);
}

/** Whether a set holds what stands at a position. */
export function holdsPosition(mask: Mask, position: number): boolean {
  return (mask & (1 << position)) !== 0;
}

/** Whether a set holds exactly one member. */
export function isSingle(mask: Mask): boolean {
  return mask !== 0 && !isSeveral(mask);
}

/** Whether a set holds more than one member. */
export function isSeveral(mask: Mask): boolean {
  return (mask & (mask - 1)) !== 0;
}

/** How many members a set has. */
export function countBits(mask: Mask): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Parts a set of values into classes that none of some masks tells apart. */
export function splitMask(possible: Mask, masks: readonly Mask[]): Mask[] {
  let classes: Mask[] = [possible];
  for (const mask of masks) {
    const isParted = (part: Mask): boolean => (part & mask) !== 0 && (part & ~mask) !== 0;
    if (classes.some(isParted))
      classes = classes.flatMap((part) => (isParted(part) ? [part & mask, part & ~mask] : [part]));
  }
  return classes;
}
