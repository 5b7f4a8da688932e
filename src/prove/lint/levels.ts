import { at } from '../../at.ts';
import { listPositions } from '../../decide/bits.ts';
import type { Mask, Model } from '../../decide/model.ts';

// How isolated placements are: the higher the level, the more.

/** The levels of some placements. */
export function listLevels({ placements }: Model, among: Mask): number[] {
  return listPositions(among).map((placement) => at(placements, placement).level);
}

/** The level of the most isolated of some placements; minus infinity of none. */
export function highest(model: Model, among: Mask): number {
  return Math.max(...listLevels(model, among));
}

/** The level of the least isolated of some placements; infinity of none. */
export function lowest(model: Model, among: Mask): number {
  return Math.min(...listLevels(model, among));
}

/** Whether every one of some placements that stays is at least as isolated as every one that goes. */
export function areLeastIsolated(model: Model, gone: Mask, among: Mask): boolean {
  return highest(model, among & gone) <= lowest(model, among & ~gone);
}
