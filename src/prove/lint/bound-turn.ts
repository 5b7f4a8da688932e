import { at } from '../../at.ts';
import { joinBits } from '../../decide/bits.ts';
import { hasBit } from '../../decide/bit-words.ts';
import type { KindIndex, Mask, ModelRule } from '../../decide/model.ts';
import { type BestBound, boundBest, raiseBest } from './bound-best.ts';
import { boundPrintedVerdicts, raiseVerdicts, type VerdictsBound } from './bound-verdicts.ts';
import { highest, lowest } from './levels.ts';
import { hasWay } from '../../reason/engine/bound-votes.ts';
import { listSlots, type Sides } from './sides.ts';
import { openStakes, raiseStakes, raiseSurvival, type Stake, type Stakes } from './stakes.ts';
import type { WorkloadTable } from './workload-table.ts';

/** What a step may do to the placements of a set of workloads. */
interface Movement {
  /** Those that it may take away, each time those that go together. */
  readonly takings: readonly Mask[];
  readonly taken: Mask;
  /** All that it may bring back. */
  readonly returned: Mask;
}

/**
 * On which open conditions it hangs whether a step moves the headline of a workload of a set towards containers, and
 * how much on each.
 * @param sides before the step and after it
 * @param by the vote because of which it does; null for what else can: placements that go or come back, and a VM that
 *   is less isolated than the container was
 * @returns null where it does so to none; empty where nothing that matters is open
 */
export function boundTurn(
  workloads: WorkloadTable,
  sides: Sides,
  by: number | null,
): ReadonlyMap<number, Stake> | null {
  const stakes = openStakes(workloads, sides);
  const movement = boundMovement(stakes);
  const verdicts = boundPrintedVerdicts(stakes);
  const returns = by === null && mayReturn(stakes, movement);
  const turns = verdicts.differ && mayTurn(stakes, movement, verdicts, by);
  const best = ([0, 1] as const).map((kind: KindIndex) => boundBest(stakes, kind));
  const crosses =
    by === null && verdicts.differ && verdicts.printable.every(Boolean) && mayCross(workloads, best);
  if (!turns && !crosses && !returns) return null;
  raiseStakes(stakes, listSlots(sides.apart), 64, true);
  if (turns || crosses) raiseVerdicts(stakes, verdicts);
  if (crosses) for (const each of best) raiseBest(stakes, each);
  if (returns) raiseSurvival(stakes, workloads.kernel.kinds[1], 8);
  // Nothing may be left open where nothing hangs: else one workload would not speak for all.
  if (stakes.hanging.size === 0)
    for (const words of [workloads.kernel.removing, workloads.voting, workloads.suiting])
      raiseStakes(stakes, listSlots(sides.open, words), 1);
  return stakes.hanging;
}

/** Whether the first container may come back, or the first placement. */
function mayReturn({ workloads, surviving }: Stakes, { returned }: Movement): boolean {
  const [vms, containers] = workloads.kernel.kinds;
  const { certain } = surviving;
  return (
    ((returned & containers) !== 0 && (containers & certain) === 0) ||
    ((returned & vms) !== 0 && certain === 0)
  );
}

/** Whether the best VM may be less isolated than the best container. */
function mayCross({ model }: WorkloadTable, [vms, containers]: readonly BestBound[]): boolean {
  return lowest(model, vms?.contenders ?? 0) < highest(model, containers?.contenders ?? 0);
}

function boundMovement({ workloads, sides }: Stakes): Movement {
  const { removing, removes, kinds } = workloads.kernel;
  const list = (words: Int32Array): Mask[] => listSlots(words, removing).map((slot) => at(removes, slot));
  const left = (words: Int32Array): Mask => (kinds[0] | kinds[1]) & ~joinBits(list(words));
  const [before, after] = [left(sides.before), left(sides.after)];
  const takings = list(sides.starts).map((gone) => gone & before);
  return { takings, taken: joinBits(takings), returned: joinBits(list(sides.stops)) & after };
}

/** Whether the headline may move towards containers because a vote turns; or, of no vote, because placements go or come back. */
function mayTurn(
  stakes: Stakes,
  { takings, taken, returned }: Movement,
  { moving }: VerdictsBound,
  by: number | null,
): boolean {
  const { workloads, sides, surviving } = stakes;
  const { kinds } = workloads.kernel;
  const [vms, containers] = kinds;
  const { alive, certain } = surviving;
  const ruleAt = (slot: number): ModelRule => at(workloads.model.rules, slot);
  /** Whether a vote goes by way of something as before wherever votes count, however some placements move. */
  const keepsWay = ({ byWayOf }: ModelRule, moved: Mask): boolean =>
    (byWayOf & moved) === 0 || hasWay(byWayOf, alive, certain, kinds);
  if (by === null) {
    // Where all goes, nothing is left that could be less isolated.
    const losesVms = takings.some((gone) => (gone & vms) !== 0 && (alive & containers & ~gone) !== 0);
    if (losesVms && (vms & certain) === 0) return true;
    return moving.some((slot) => {
      const vote = ruleAt(slot);
      return !keepsWay(vote, vote.favours === 1 ? returned : taken);
    });
  }
  const vote = ruleAt(by);
  const [moved, other] = vote.favours === 1 ? [sides.starts, sides.before] : [sides.stops, sides.after];
  // Another vote may do as much on the other side, for certain.
  return (
    moving.includes(by) &&
    hasBit(moved, by) &&
    !listSlots(other, workloads.voting).some((slot) => {
      const made = ruleAt(slot);
      return slot !== by && votesAsMuch(made, vote) && keepsWay(made, taken);
    })
  );
}

function votesAsMuch(by: ModelRule, vote: ModelRule): boolean {
  return (
    by.favours === vote.favours &&
    by.concern === vote.concern &&
    by.tier >= vote.tier &&
    (vote.byWayOf & ~by.byWayOf) === 0
  );
}
