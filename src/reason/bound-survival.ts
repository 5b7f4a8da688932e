import { truth } from '../decide/evaluate-condition.ts';
import type { Mask } from '../decide/model.ts';
import type { JudgedState } from './judged-state.ts';
import type { Terrain } from './terrain.ts';

/** Which placements are out in every completion, and which only in some. */
export interface SurvivalBounds {
  readonly out: Mask;
  readonly doubtful: Mask;
}

/** Bounds what survives by the rules and needs that are certain and those that are open. */
export function boundSurvival(terrain: Terrain, { truths }: JudgedState): SurvivalBounds {
  let out = 0;
  let doubtful = 0;
  for (const { condition, when, removes } of terrain.removers) {
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
export function listOpenRemovers(terrain: Terrain, { truths }: JudgedState, mattering: Mask): number[] {
  const open: number[] = [];
  for (const { condition, removes } of terrain.removers)
    if (truths[condition] === truth.unknown && (removes & mattering) !== 0) open.push(condition);
  return open;
}
