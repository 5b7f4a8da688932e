import { at } from '../../at.ts';
import { choosePoint, judgeCertain, type Kernel } from '../../decide/kernel.ts';
import type { Mask, State } from '../../decide/model.ts';
import { judgeTable, locateRow, settleSlots } from '../../decide/bit-table.ts';
import { withFact } from './judged-state.ts';
import type { PlacedHeadline } from '../../words.ts';

/** A state to change single facts in. */
export interface Neighbours {
  readonly state: State;
  /** What is certain in it, as bits of the kernel's table. */
  readonly certain: Int32Array;
  readonly headline: PlacedHeadline;
  /** The placements that survive in it. */
  readonly alive: Mask;
  /** For every fact that the table reads, one after the other, what the rows of all others agree on. */
  readonly others: Int32Array;
  /** For every fact where it stands among those that the table reads; undefined where it does not. */
  readonly places: readonly (number | undefined)[];
  /** What is written to while a change is tried. */
  readonly trial: Int32Array;
}

/** Looks round from a state: after that a change of one fact costs one row. */
export function lookAround(kernel: Kernel, state: State): Neighbours {
  const { table } = kernel;
  const { reads, rows, width } = table;
  const certain = judgeCertain(kernel, state);
  const trial = new Int32Array(width);
  const starts = reads.map((fact) => locateRow(table, fact, at(state, fact)));
  const others = new Int32Array(reads.length * width);
  const { words } = rows;
  for (let word = 0; word < width; word++) {
    let before = -1;
    for (let place = 0; place < starts.length; place++) {
      others[place * width + word] = before;
      before &= words[at(starts, place) + word] ?? 0;
    }
    let after = -1;
    for (let place = starts.length - 1; place >= 0; place--) {
      const own = place * width + word;
      others[own] = (others[own] ?? 0) & after;
      after &= words[at(starts, place) + word] ?? 0;
    }
  }
  const places: (number | undefined)[] = state.map(() => undefined);
  for (const [place, fact] of reads.entries()) places[fact] = place;
  const { headline, alive } = choosePoint(kernel, certain);
  return { state, certain, headline, alive, others, places, trial };
}

/** What comes of one fact being otherwise. */
export interface Trial {
  readonly values: Mask;
  readonly headline: PlacedHeadline;
  /** Whether any rule or need counts that did not, or the other way round. */
  readonly altered: boolean;
}

/**
 * Tries other values of one fact, everything else as it is.
 * @param fact its position
 */
export function tryValues(kernel: Kernel, from: Neighbours, fact: number, values: Mask): Trial {
  const { table } = kernel;
  const { others, places, state, trial } = from;
  // Only a condition that is judged by itself asks for the whole state.
  const changed = table.tangled.length === 0 ? state : withFact(state, fact, values);
  const place = places[fact];
  if (place === undefined) judgeTable(table, changed, trial);
  else {
    const start = locateRow(table, fact, values);
    const { words } = table.rows;
    const own = place * table.width;
    for (let word = 0; word < table.width; word++)
      trial[word] = (others[own + word] ?? 0) & (words[start + word] ?? 0);
    settleSlots(table, trial, changed);
  }
  return compare(kernel, from, values);
}

function compare(kernel: Kernel, { certain, trial, headline }: Neighbours, values: Mask): Trial {
  let altered = 0;
  for (let word = 0; word < kernel.width; word++)
    altered |= ((trial[word] ?? 0) ^ (certain[word] ?? 0)) & (kernel.counting[word] ?? 0);
  if (altered === 0) return { values, altered: false, headline };
  return { values, altered: true, headline: choosePoint(kernel, trial).headline };
}
