import { describe, expect, it } from 'vitest';
import {
  allBits,
  countBits,
  holdsPosition,
  isSeveral,
  isSingle,
  joinBits,
  listBits,
  listPositions,
  lowestBit,
  maskOf,
  positionOf,
  splitMask,
} from '../../../src/decide/bits.ts';

describe('sets as bits', () => {
  it.each([
    { set: 0b0, members: [], lowest: 0b0, single: false, several: false },
    { set: 0b1, members: [0], lowest: 0b1, single: true, several: false },
    { set: 0b110, members: [1, 2], lowest: 0b10, single: false, several: true },
    { set: 0b1000, members: [3], lowest: 0b1000, single: true, several: false },
    { set: 2 ** 30 + 1, members: [0, 30], lowest: 1, single: false, several: true },
  ])('$set holds $members', ({ set, members, lowest, single, several }) => {
    expect(listPositions(set)).toEqual(members);
    expect(listBits(set)).toEqual(members.map((position) => 2 ** position));
    expect(maskOf(members)).toBe(set);
    expect(joinBits(members.map((position) => 2 ** position))).toBe(set);
    expect(countBits(set)).toBe(members.length);
    expect(lowestBit(set)).toBe(lowest);
    expect([isSingle(set), isSeveral(set)]).toEqual([single, several]);
    for (let position = 0; position < 31; position++)
      expect(holdsPosition(set, position)).toBe(members.includes(position));
    const [first] = members;
    if (first !== undefined) expect(positionOf(set)).toBe(first);
  });

  it('of everything there is', () => expect([0, 1, 3, 30].map(allBits)).toEqual([0, 1, 7, 2 ** 30 - 1]));

  it.each([
    { possible: 0b111, by: [], classes: [0b111] },
    { possible: 0b111, by: [0b1], classes: [0b1, 0b110] },
    { possible: 0b111, by: [0b1111], classes: [0b111] },
    { possible: 0b110, by: [0b1], classes: [0b110] },
    { possible: 0b1111, by: [0b11, 0b101], classes: [0b1, 0b10, 0b100, 0b1000] },
  ])('$possible is parted by $by into $classes', ({ possible, by, classes }) =>
    expect(splitMask(possible, by)).toEqual(classes),
  );
});
