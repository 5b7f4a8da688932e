import { at } from '../../at.ts';
import { hasBit } from '../../decide/bit-words.ts';
import type { KindIndex, Mask } from '../../decide/model.ts';
import { type BestBound, boundBest, raiseBest } from './bound-best.ts';
import { boundPrintedVerdicts, raiseVerdicts, type VerdictsBound } from './bound-verdicts.ts';
import { listSlots, type Sides } from './sides.ts';
import { openStakes, raiseStakes, raiseSurvival, type Stake, type Stakes } from './stakes.ts';
import type { WorkloadTable } from './workload-table.ts';

/** What is known of what is printed on both sides. */
interface Printed {
  readonly verdicts: VerdictsBound;
  readonly best: readonly BestBound[];
  /** The placements that may be printed on some side. */
  readonly forms: Mask;
}

/**
 * On which open conditions it hangs whether a change makes a difference to a workload of a set, and how much
 * on each.
 * @param forms whether a difference may be that of a form alone
 * @returns null where it makes none to any; empty where nothing that matters is open
 */
export function boundDifference(
  workloads: WorkloadTable,
  sides: Sides,
  forms: boolean,
): ReadonlyMap<number, Stake> | null {
  const moved = listSlots(sides.apart);
  if (moved.length === 0) return null;
  const stakes = openStakes(workloads, sides);
  const printed = boundPrinted(stakes);
  const { verdicts, best } = printed;
  const differing = best.filter(({ differs }) => forms && differs);
  const acting = moved.filter((slot) => mayCall(stakes, slot, printed));
  const noting = listSlots(sides.apart, workloads.noting);
  if (!verdicts.differ && differing.length === 0 && acting.length === 0 && noting.length === 0) return null;
  raiseStakes(stakes, moved, 64, true);
  for (const each of differing) raiseBest(stakes, each);
  for (const slot of acting) raiseCall(stakes, slot, printed);
  if (verdicts.differ || stakes.hanging.size === 0 || differing.length > 0) raiseVerdicts(stakes, verdicts);
  return stakes.hanging;
}

function boundPrinted(stakes: Stakes): Printed {
  const verdicts = boundPrintedVerdicts(stakes);
  const best = ([0, 1] as const).flatMap((kind: KindIndex) =>
    verdicts.printable[kind] ? [boundBest(stakes, kind)] : [],
  );
  return { verdicts, best, forms: best.reduce((all, { contenders }) => all | contenders, 0) };
}

/** The action that a condition calls for; null for none. */
function findAction({ actionsFrom, model }: WorkloadTable, slot: number): number | null {
  return slot >= actionsFrom ? slot - actionsFrom : (model.rules[slot]?.must ?? null);
}

/** Whether an action may be called for on one side only, or otherwise, because a condition differs. */
function mayCall({ workloads, sides }: Stakes, slot: number, { forms }: Printed): boolean {
  const action = findAction(workloads, slot);
  if (action === null || forms === 0) return false;
  if (at(workloads.demanders, action).some((rule) => hasBit(sides.sure, rule))) return false;
  const own = at(workloads.model.actions, action);
  if (slot >= workloads.actionsFrom) return (own.for & forms) !== 0;
  return !own.must || (forms & ~own.for) !== 0 || !hasBit(sides.sure, workloads.actionsFrom + action);
}

/** Says that a difference hangs on whether an action is called for. */
function raiseCall(stakes: Stakes, slot: number, { verdicts, best, forms }: Printed): void {
  const { workloads, surviving } = stakes;
  const action = findAction(workloads, slot);
  if (action === null) return;
  raiseStakes(stakes, [...at(workloads.demanders, action), workloads.actionsFrom + action], 16);
  const own = at(workloads.model.actions, action).for;
  if (surviving.certain === 0) raiseSurvival(stakes, surviving.alive, 6);
  if ((own & forms) === 0 || (forms & ~own) === 0) return;
  for (const each of best) raiseBest(stakes, each);
  raiseVerdicts(stakes, verdicts);
}
