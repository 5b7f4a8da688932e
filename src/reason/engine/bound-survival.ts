import { truth } from '../../decide/evaluate-condition.ts';
import type { Mask } from '../../decide/model.ts';
import type { JudgedState } from './judged-state.ts';
import type { Prepared } from './prepared.ts';

/** Which placements are out in every completion, and which only in some. */
export interface SurvivalBounds {
  readonly out: Mask;
  readonly doubtful: Mask;
}

/** Bounds what survives by the rules and needs that are certain and those that are open. */
export function boundSurvival(prepared: Prepared, { truths }: JudgedState): SurvivalBounds {
  let out = 0;
  let doubtful = 0;
  for (let at = 0; at < prepared.removers.length; at++) {
    const remover = prepared.removers[at];
    if (remover === undefined) continue;
    const judged = truths[remover.condition];
    if (judged === remover.when) out |= remover.removes;
    else if (judged === truth.unknown) doubtful |= remover.removes;
  }
  return { out, doubtful: doubtful & ~out };
}

/**
 * The open rules and needs that might remove one of some placements.
 * @param mattering the placements whose survival matters
 */
export function listOpenRemovers(prepared: Prepared, { truths }: JudgedState, mattering: Mask): number[] {
  const open: number[] = [];
  for (let at = 0; at < prepared.removers.length; at++) {
    const remover = prepared.removers[at];
    if (remover === undefined || (remover.removes & mattering) === 0) continue;
    if (truths[remover.condition] === truth.unknown) open.push(remover.condition);
  }
  return open;
}
