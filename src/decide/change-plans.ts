import { at } from '../at.ts';
import { setBit } from './bit-words.ts';
import { type BitTable, linkAt, perLink, perTest } from './bit-table.ts';

/**
 * What the values of each fact bear on in a table, one fact that it reads after the other: where only that fact
 * changes, the rest stays as it is.
 */
export interface ChangePlans {
  /** The words that hold bits of a fact. */
  readonly words: Int32Array;
  /** Word by word of these, its bits: groups that test the fact, and groups that those are parts of. */
  readonly bits: Int32Array;
  /** For every fact where its words begin, and where the last ones end. */
  readonly starts: Int32Array;
  /** The links to the groups of a fact, as a table has them. */
  readonly links: Int32Array;
  /** For every fact where its links begin, and where the last ones end. */
  readonly linkStarts: Int32Array;
}

/** Makes the plans of the facts that a table reads. */
export function planChanges({ reads, tests, links, width }: BitTable): ChangePlans {
  const all = Array.from({ length: links.length / perLink }, (_, index) => linkAt(links, index * perLink));
  const plans = { words: [] as number[], bits: [] as number[], links: [] as number[] };
  const [starts, linkStarts] = [[0], [0]];
  for (const fact of reads) {
    const bits = new Int32Array(width);
    const own = at(tests, fact);
    for (let each = 0; each < own.length; each += perTest) setBit(bits, own[each] ?? 0);
    const holds = (word: number, mask: number) => ((bits[word] ?? 0) & mask) !== 0;
    for (const { part, partMask, whole, wholeMask } of all)
      if (holds(part, partMask)) bits[whole] = (bits[whole] ?? 0) | wholeMask;
    for (const [index, { whole, wholeMask }] of all.entries())
      if (holds(whole, wholeMask))
        plans.links.push(...links.subarray(index * perLink, (index + 1) * perLink));
    for (const [word, own] of bits.entries())
      if (own !== 0) {
        plans.words.push(word);
        plans.bits.push(own);
      }
    starts.push(plans.words.length);
    linkStarts.push(plans.links.length);
  }
  return {
    words: Int32Array.from(plans.words),
    bits: Int32Array.from(plans.bits),
    starts: Int32Array.from(starts),
    links: Int32Array.from(plans.links),
    linkStarts: Int32Array.from(linkStarts),
  };
}
