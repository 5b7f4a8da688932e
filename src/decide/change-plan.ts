import { at } from '../at.ts';
import { setBit } from './bit-words.ts';
import { type BitTable, linkAt, perLink } from './bit-table.ts';

/** What the values of a fact bear on in a table: where only that fact changes, the rest stays as it is. */
export interface ChangePlan {
  /** The words that hold bits of it. */
  readonly words: Int32Array;
  /** Word by word of these, its bits: groups that test the fact, and groups that those are parts of. */
  readonly bits: Int32Array;
  /** Where the words of it begin in a list of those of all facts. */
  readonly start: number;
  /** The links to its groups, as a table has them. */
  readonly links: Int32Array;
}

/** Makes the plans of the facts that a table reads, one after the other. */
export function planChanges({ reads, tests, links, width }: BitTable): ChangePlan[] {
  // This is done at every start: each link is taken apart once.
  const all = Array.from({ length: links.length / perLink }, (_, index) => linkAt(links, index * perLink));
  let start = 0;
  return reads.map((fact) => {
    const bits = new Int32Array(width);
    for (const { slot } of at(tests, fact)) setBit(bits, slot);
    const holds = (word: number, mask: number) => ((bits[word] ?? 0) & mask) !== 0;
    for (const { part, partMask, whole, wholeMask } of all)
      if (holds(part, partMask)) bits[whole] = (bits[whole] ?? 0) | wholeMask;
    const own: number[] = [];
    for (let index = 0; index < all.length; index++) {
      const { whole, wholeMask } = at(all, index);
      const place = index * perLink;
      if (holds(whole, wholeMask)) own.push(...links.subarray(place, place + perLink));
    }
    const words = Int32Array.from(bits.keys()).filter((word) => bits[word] !== 0);
    const plan = {
      words,
      bits: words.map((word) => bits[word] ?? 0),
      start,
      links: Int32Array.from(own),
    };
    start += words.length;
    return plan;
  });
}
