import { at } from '../at.ts';
import { countBits, isSeveral, lowestBit } from '../decide/bits.ts';
import { joinRows, settleSlots } from '../decide/bit-table.ts';
import { choosePoint, type Kernel } from '../decide/kernel.ts';
import type { Mask, State } from '../decide/model.ts';
import { headlineBits, type HeadlineSet } from './engine/bound-headlines.ts';

/** How many completions are looked at. */
const probes = 16;

/** What completions that were looked at come to. */
export interface Probed {
  /** Headlines that completions have: one, or two where that many were found. */
  readonly headlines: HeadlineSet;
  /** Whether there is no other completion. */
  readonly all: boolean;
}

/**
 * Looks at some completions of a state until two have different headlines: cheap, and most states that
 * have several show it. The same completions for the same state.
 */
export function probeHeadlines(kernel: Kernel, state: State): Probed {
  const { table } = kernel;
  const completion = state.slice();
  const open = table.reads.filter((fact) => isSeveral(at(state, fact)));
  const settled = new Int32Array(table.width).fill(-1);
  joinRows(
    table,
    table.reads.filter((fact) => !isSeveral(at(state, fact))),
    state,
    settled,
  );
  const certain = new Int32Array(table.width);
  let headlines = 0;
  let seed = 0x2545f491;
  for (let probe = 0; probe < probes; probe++) {
    for (let each = 0; each < open.length; each++) {
      const fact = at(open, each);
      // Marsaglia's xorshift: chance enough to look at different corners, and the same at every run.
      seed ^= seed << 13;
      seed ^= seed >>> 17;
      seed ^= seed << 5;
      completion[fact] = pickBit(at(state, fact), seed >>> 8);
    }
    certain.set(settled);
    joinRows(table, open, completion, certain);
    settleSlots(table, certain, completion);
    headlines |= headlineBits[choosePoint(kernel, certain).headline];
    if (isSeveral(headlines)) return { headlines, all: false };
    if (open.length === 0) return { headlines, all: true };
  }
  return { headlines, all: false };
}

/** One of the members of a set, which is not empty. */
function pickBit(mask: Mask, chance: number): Mask {
  let left = mask;
  for (let skip = chance % countBits(mask); skip > 0; skip--) left &= left - 1;
  return lowestBit(left);
}
