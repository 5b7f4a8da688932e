import { at } from '../../at.ts';
import { hasBit } from '../../decide/bit-words.ts';
import type { Mask } from '../../decide/model.ts';
import { listSlots, type Sides } from './sides.ts';
import type { WorkloadTable } from './workload-table.ts';

/** Which placements survive in a set of workloads, on both sides of a change. */
export interface Surviving {
  /** Those that nothing certain removes. */
  readonly alive: Mask;
  /** Those that nothing possible removes. */
  readonly certain: Mask;
  /** Those of the alive that the change may remove or give back. */
  readonly moving: Mask;
}

/** A set of workloads on both sides of a change, and the open conditions on which a difference hangs. */
export interface Stakes {
  readonly workloads: WorkloadTable;
  readonly sides: Sides;
  readonly surviving: Surviving;
  readonly hanging: Map<number, Stake>;
}

/** How much hangs on an open condition, and whether a difference is likelier where it holds. */
export interface Stake {
  readonly weight: number;
  readonly wished: boolean;
}

/** Begins with nothing at stake. */
export function openStakes(workloads: WorkloadTable, sides: Sides): Stakes {
  const { removing, removes, kinds } = workloads.kernel;
  const join = (words: Int32Array): Mask =>
    listSlots(words, removing).reduce((all, slot) => all | at(removes, slot), 0);
  const alive = (kinds[0] | kinds[1]) & ~join(sides.sure);
  const surviving = { alive, certain: alive & ~join(sides.possible), moving: alive & join(sides.apart) };
  return { workloads, sides, surviving, hanging: new Map() };
}

/** Says that a difference hangs on some conditions, as far as they are open. */
export function raiseStakes(
  { sides, hanging }: Stakes,
  slots: readonly number[],
  weight: number,
  wished = false,
): void {
  for (const slot of slots)
    if (hasBit(sides.open, slot) && weight > (hanging.get(slot)?.weight ?? 0))
      hanging.set(slot, { weight, wished });
}

/** Says that a difference hangs on whether some placements survive. */
export function raiseSurvival(stakes: Stakes, placements: Mask, weight: number): void {
  const { workloads, sides, surviving } = stakes;
  const { removing, removes } = workloads.kernel;
  const mattering = placements & surviving.alive;
  if (mattering === 0) return;
  const removers = listSlots(sides.open, removing).filter((slot) => (at(removes, slot) & mattering) !== 0);
  raiseStakes(stakes, removers, weight);
}
