import { truth } from '../../decide/judge-condition.ts';
import type { Mask } from '../../decide/model.ts';
import type { JudgedState } from './judged-state.ts';
import type { Prepared } from './prepared.ts';

/** Which placements are out in every completion, and which only in some. */
export interface SurvivalBounds {
  readonly out: Mask;
  readonly doubtful: Mask;
}

/** Bounds what survives by the rules and needs that are certain and those that are open. */
export function boundSurvival({ removers }: Prepared, { truths }: JudgedState): SurvivalBounds {
  let out = 0;
  let doubtful = 0;
  for (const { condition, when, removes } of removers) {
    const judged = truths[condition];
    if (judged === when) out |= removes;
    else if (judged === truth.unknown) doubtful |= removes;
  }
  return { out, doubtful: doubtful & ~out };
}

/**
 * The open rules and needs that might remove one of some placements.
 * @param mattering the placements whose survival matters
 */
export function listOpenRemovers({ removers }: Prepared, { truths }: JudgedState, mattering: Mask): number[] {
  const open: number[] = [];
  for (const { condition, removes } of removers)
    if ((removes & mattering) !== 0 && truths[condition] === truth.unknown) open.push(condition);
  return open;
}
