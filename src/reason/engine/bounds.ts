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
  readonly writeKey: () => string;
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
  const isOpen = (fact: number): boolean => fact !== except && !isSettled(judged.state[fact] ?? 0);
  for (let at = 0; at < live.length; at++) {
    const index = live[at] ?? -1;
    const reads = prepared.conditions[index]?.reads ?? [];
    let open = 0;
    for (let each = 0; each < reads.length; each++) if (isOpen(reads[each] ?? -1)) open++;
    const weight = weighCondition(prepared, index) / open;
    for (let each = 0; each < reads.length; each++) {
      const fact = reads[each] ?? -1;
      if (isOpen(fact)) weights[fact] = (weights[fact] ?? 0) + weight;
    }
  }
  for (;;) {
    const most = Math.max(...weights);
    if (most === 0) return null;
    const best = weights.indexOf(most);
    // A set whose values no live condition tells apart leads nowhere, however many read it.
    if (partValues(prepared, best, judged.state[best] ?? 0, live).length > 1) return best;
    weights[best] = 0;
  }
}

/**
 * How much hangs on a condition: exclusions before votes, strong votes before slight ones.
 * @param index its position
 */
export function weighCondition(prepared: Prepared, index: number): number {
  const rule = prepared.model.rules[index];
  if (rule === undefined) return 8;
  if (rule.removes !== 0) return 12;
  const best = rule.suits.findIndex((suited) => suited !== 0);
  return Math.max(rule.tier, best === -1 ? 0 : 3 - best) ** 2;
}

/**
 * Names a state for the search of one sort of result: what is certain, what is live, and the facts
 * it reads. Equal names have equal futures.
 */
export function nameState(prepared: Prepared, { state }: JudgedState, { live, writeKey }: Bounds): string {
  const read = new Array<boolean>(state.length).fill(false);
  for (let at = 0; at < live.length; at++) {
    const reads = prepared.conditions[live[at] ?? -1]?.reads ?? [];
    for (let each = 0; each < reads.length; each++) read[reads[each] ?? -1] = true;
  }
  const masks = state.map((mask, fact) => (read[fact] === true ? mask : '')).join();
  return `${writeKey()}|${live.join()}|${masks}`;
}

function isSettled(mask: Mask): boolean {
  return (mask & (mask - 1)) === 0;
}
