import { at } from '../../at.ts';
import { isSeveral } from '../../decide/bits.ts';
import type { Mask } from '../../decide/model.ts';
import { type JudgedState, partValues } from './judged-state.ts';
import type { Prepared } from './prepared.ts';

/** What can be said of the results of all completions of a state without looking at them. */
export interface Bounds {
  /** Every result of a completion is among these (as bits); perhaps others too. Exact if none is live. */
  readonly possible: Mask;
  /** Positions of the open conditions that can still matter for the result. */
  readonly live: readonly number[];
  /** Writes what else the result depends on: equal keys and equal live conditions have equal futures. */
  readonly key: () => string;
}

/** Bounds one sort of result: headlines, the forms of a kind. */
export type Bound = (prepared: Prepared, judged: JudgedState) => Bounds;

/**
 * The open fact that most weight of some conditions hangs on, exclusions before votes.
 * @param live positions of the conditions
 * @param except a fact that is not to be chosen
 * @returns its position, or null where the conditions read no open fact
 */
export function chooseBranch(
  prepared: Prepared,
  judged: JudgedState,
  live: readonly number[],
  except = -1,
): number | null {
  const weights = new Array<number>(judged.state.length).fill(0);
  const isOpen = (fact: number): boolean => fact !== except && isSeveral(at(judged.state, fact));
  for (const index of live) {
    const open = listReads(prepared, index).filter(isOpen);
    const weight = weighCondition(prepared, index) / open.length;
    for (const fact of open) weights[fact] = at(weights, fact) + weight;
  }
  for (;;) {
    const most = Math.max(...weights);
    if (most === 0) return null;
    const best = weights.indexOf(most);
    // A set whose values no live condition tells apart leads nowhere, however many read it.
    if (partValues(prepared, best, at(judged.state, best), live).length > 1) return best;
    weights[best] = 0;
  }
}

/**
 * How much hangs on a condition: exclusions before votes, strong votes before slight ones.
 * @param index its position
 */
export function weighCondition(prepared: Prepared, index: number): number {
  if (index >= prepared.needsFrom) return 8;
  const { removes, tier, suits } = at(prepared.model.rules, index);
  if (removes !== 0) return 12;
  const best = suits.findIndex((suited) => suited !== 0);
  return Math.max(tier, best === -1 ? 0 : 3 - best) ** 2;
}

/**
 * Names a state for the search of one sort of result: what is certain, what is live, and the facts
 * it reads. Equal names have equal futures.
 */
export function keyOfState(prepared: Prepared, { state }: JudgedState, { live, key }: Bounds): string {
  const read = new Array<boolean>(state.length).fill(false);
  for (let each = 0; each < live.length; each++) {
    const reads = listReads(prepared, at(live, each));
    for (let one = 0; one < reads.length; one++) read[at(reads, one)] = true;
  }
  const masks = state.map((mask, fact) => (read[fact] === true ? mask : '')).join();
  return `${key()}|${live.join()}|${masks}`;
}

/** The facts that a live condition reads: it has bearing, so there is one. */
function listReads(prepared: Prepared, index: number): readonly number[] {
  return prepared.conditions[index]?.reads ?? [];
}
