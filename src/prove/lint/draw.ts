import { at } from '../../at.ts';
import { listBits } from '../../decide/bits.ts';
import type { Mask, ModelFact, State } from '../../decide/model.ts';

/** A source of chance that always gives the same: a number from 0 to below 1. */
export type Chance = () => number;

/** The mulberry32 generator: quick, and the same everywhere. */
export function seedChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Draws a completion of a state. Most facts get their presumed value where that is possible: a
 * workload with half of everything exceptional hides what one rule changes.
 * @param loud the probability that a presumed fact is drawn all the same
 */
export function drawCompletion(
  facts: readonly ModelFact[],
  state: State,
  loud: number,
  chance: Chance,
): Mask[] {
  return state.map((possible, index) => {
    const quiet = possible & (at(facts, index).presumed ?? 0);
    if (quiet !== 0 && chance() >= loud) return quiet;
    const values = listBits(possible);
    return at(values, Math.floor(chance() * values.length));
  });
}
