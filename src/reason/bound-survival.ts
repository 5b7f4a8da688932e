import { truth } from '../decide/evaluate-condition.ts';
import type { Mask } from '../decide/model.ts';
import type { JudgedState, Terrain } from './judged-state.ts';

/** Which placements are out in every completion, and which only in some. */
export interface SurvivalBounds {
  readonly out: Mask;
  readonly doubtful: Mask;
}

/** Bounds what survives by the rules and needs that are certain and those that are open. */
export function boundSurvival(terrain: Terrain, { truths }: JudgedState): SurvivalBounds {
  const { model, needsFrom, actionsFrom } = terrain;
  let out = 0;
  let doubtful = 0;
  for (let index = 0; index < actionsFrom; index++) {
    const isRule = index < needsFrom;
    const removes = isRule ? (model.rules[index]?.removes ?? 0) : 1 << (index - needsFrom);
    if (truths[index] === (isRule ? truth.true : truth.false)) out |= removes;
    else if (truths[index] === truth.unknown) doubtful |= removes;
  }
  return { out, doubtful: doubtful & ~out };
}
