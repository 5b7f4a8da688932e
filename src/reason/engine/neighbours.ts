import { at } from '../../at.ts';
import { choosePoint, type Kernel } from '../../decide/kernel.ts';
import type { Mask, State } from '../../decide/model.ts';
import { locateRow, makeRoom, settleLinks, settleSlots, settleTangled } from '../../decide/bit-table.ts';
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
  /** What the rows of all facts agree on. */
  readonly whole: Int32Array;
  /** Of the words that each fact bears on, what the rows of all others agree on. */
  readonly others: Int32Array;
  /** What is written to while a change is tried. */
  readonly trial: Int32Array;
}

/**
 * Looks round from a state: after that a change of one fact costs a few words of one row.
 * @param again what was looked round from before, with the same kernel, and is not needed any more: its room is used
 */
export function lookAround(kernel: Kernel, state: State, again?: Neighbours): Neighbours {
  const { table } = kernel;
  const { reads, rows, width } = table;
  const plans = kernel.plans();
  makeRoom(table);
  for (let place = 0; place < reads.length; place++) {
    const fact = at(reads, place);
    rows.current[place] = locateRow(table, fact, at(state, fact));
  }
  const { words, current } = rows;
  const others = again?.others ?? new Int32Array(plans.words.length);
  const whole = again?.whole ?? new Int32Array(width);
  const trial = again?.trial ?? new Int32Array(width);
  whole.fill(-1);
  const { words: own, starts } = plans;
  for (let place = 0; place < reads.length; place++) {
    const row = current[place] ?? 0;
    const end = starts[place + 1] ?? 0;
    for (let each = starts[place] ?? 0; each < end; each++) {
      const word = own[each] ?? 0;
      const before = whole[word] ?? 0;
      others[each] = before;
      whole[word] = before & (words[row + word] ?? 0);
    }
  }
  // What stands behind a fact is gathered in what a trial is written to later.
  trial.fill(-1);
  for (let place = reads.length - 1; place >= 0; place--) {
    const row = current[place] ?? 0;
    const end = starts[place + 1] ?? 0;
    for (let each = starts[place] ?? 0; each < end; each++) {
      const word = own[each] ?? 0;
      const behind = trial[word] ?? 0;
      others[each] = (others[each] ?? 0) & behind;
      trial[word] = behind & (words[row + word] ?? 0);
    }
  }
  const certain = again?.certain ?? new Int32Array(width);
  for (let word = 0; word < width; word++) certain[word] = whole[word] ?? 0;
  settleSlots(table, certain, state);
  const { headline, alive } = choosePoint(kernel, certain);
  return { state, certain, headline, alive, whole, others, trial };
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
  const altered = changeFact(kernel, from, fact, values);
  return { values, altered, headline: altered ? choosePoint(kernel, from.trial).headline : from.headline };
}

/** The headline with other values of one fact, everything else as it is. */
export function reachBeside(kernel: Kernel, from: Neighbours, fact: number, values: Mask): PlacedHeadline {
  return changeFact(kernel, from, fact, values) ? choosePoint(kernel, from.trial).headline : from.headline;
}

/** Writes what is certain then to the trial, and says whether any rule or need counts otherwise. */
function changeFact(kernel: Kernel, from: Neighbours, fact: number, values: Mask): boolean {
  const { table, counting } = kernel;
  const { whole, others, certain, state, trial } = from;
  const { turned, tangled, rows } = table;
  const place = table.places[fact];
  // Only a condition that is judged by itself may read a fact that no row has.
  if (place === undefined && tangled.length === 0) return false;
  let other = tangled.length;
  for (let word = 0; word < trial.length; word++) trial[word] = certain[word] ?? 0;
  if (place !== undefined) {
    const { words, bits, starts, links, linkStarts } = kernel.plans();
    const row = locateRow(table, fact, values);
    const end = starts[place + 1] ?? 0;
    for (let each = starts[place] ?? 0; each < end; each++) {
      const word = words[each] ?? 0;
      const own = bits[each] ?? 0;
      const joined = (others[each] ?? 0) & (rows.words[row + word] ?? 0);
      other |= joined ^ (whole[word] ?? 0);
      trial[word] = ((joined ^ (turned[word] ?? 0)) & own) | ((certain[word] ?? 0) & ~own);
    }
    if (other === 0) return false;
    settleLinks(links, trial, linkStarts[place], linkStarts[place + 1]);
  }
  if (tangled.length > 0) settleTangled(tangled, trial, withFact(state, fact, values));
  let altered = 0;
  for (let word = 0; word < counting.length; word++)
    altered |= ((trial[word] ?? 0) ^ (certain[word] ?? 0)) & (counting[word] ?? 0);
  return altered !== 0;
}
