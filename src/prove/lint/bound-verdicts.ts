import { at } from '../../at.ts';
import { holdsPosition, isSingle } from '../../decide/bits.ts';
import { hasBit } from '../../decide/bit-words.ts';
import type { Mask } from '../../decide/model.ts';
import { hasWay } from '../../reason/engine/bound-votes.ts';
import { listSlots } from './sides.ts';
import { raiseStakes, raiseSurvival, type Stakes } from './stakes.ts';

/** What can be said of headline and strength on both sides of a change. */
export interface VerdictsBound {
  /** Whether they may differ. */
  readonly differ: boolean;
  /** Whether a placement of the kind may be printed on some side. */
  readonly printable: readonly [vm: boolean, container: boolean];
  /** Votes that are not certain to count and not out of the question, where they may matter. */
  readonly pending: readonly number[];
  /** Those of them that the change itself may let count or not. */
  readonly moving: readonly number[];
  /** The first strength at which what is certain, and what moves, leads, and the kind that is behind; null for none. */
  readonly behind: { readonly tier: number; readonly kind: number } | null;
}

/** Bounds headline and strength on both sides of a set of workloads. */
export function boundPrintedVerdicts(stakes: Stakes): VerdictsBound {
  const { workloads, surviving } = stakes;
  const { kinds } = workloads.kernel;
  const { alive, certain, moving } = surviving;
  const emptied = kinds.some((kind) => (kind & certain) === 0 && (kind & moving) !== 0);
  const lives = ([0, 1] as const).map((kind) => (kinds[kind] & alive) !== 0);
  if (!lives.every(Boolean))
    return {
      differ: emptied,
      printable: [lives[0] === true, lives[1] === true],
      pending: [],
      moving: [],
      behind: null,
    };
  const { hoped, sure } = listVotes(stakes);
  const tiers = sure.map((tier) => 1 << tier);
  for (const slot of hoped) {
    const { place, tier } = voteOf(stakes, slot);
    tiers[place] = (tiers[place] ?? 0) | (1 << tier);
  }
  const apart = hoped.filter((slot) => isMoving(stakes, slot));
  const behind = findBehind(
    sure,
    apart.map((slot) => voteOf(stakes, slot)),
  );
  const printable: [boolean, boolean] = [(kinds[1] & certain) === 0, (kinds[0] & certain) === 0];
  let differ = emptied;
  for (const tier of [3, 2, 1]) {
    const [least, most] = boundLead(tiers, tier);
    if (most > 0) printable[0] = true;
    if (least < 0) printable[1] = true;
    if (least > 0 || most < 0)
      return {
        differ,
        printable,
        pending: hoped.filter((slot) => voteOf(stakes, slot).tier > tier),
        moving: apart.filter((slot) => voteOf(stakes, slot).tier > tier),
        behind,
      };
    if (apart.some((slot) => voteOf(stakes, slot).tier === tier)) differ = true;
  }
  return { differ, printable: [true, true], pending: hoped, moving: apart, behind };
}

/** Says that a difference hangs on headline and strength. */
export function raiseVerdicts(stakes: Stakes, { pending, moving, behind }: VerdictsBound): void {
  const { workloads, surviving } = stakes;
  const { kinds } = workloads.kernel;
  const { alive, certain } = surviving;
  const rivals = moving.map((slot) => voteOf(stakes, slot));
  let mattering = surviving.moving;
  for (const kind of kinds) if ((kind & certain) === 0) mattering |= kind;
  for (const slot of pending) {
    const { place, tier, byWayOf } = voteOf(stakes, slot);
    if (!hasWay(byWayOf, alive, certain, kinds)) mattering |= byWayOf;
    const hides = rivals.some((rival) => rival.place === place && rival.tier <= tier);
    const catchesUp = behind !== null && behind.tier === tier && behind.kind === place % 2 && !hides;
    raiseStakes(stakes, [slot], hides || catchesUp ? 16 : tier ** 2, catchesUp);
  }
  raiseSurvival(stakes, mattering, 8);
}

interface PlacedVote {
  /** Of the concern and the kind, in a table of votes. */
  readonly place: number;
  readonly tier: number;
  readonly byWayOf: Mask;
}

function voteOf({ workloads }: Stakes, slot: number): PlacedVote {
  const { concern, favours, tier, byWayOf } = at(workloads.model.rules, slot);
  return { place: concern * 2 + (favours ?? 0), tier, byWayOf };
}

/** By place the strongest vote that counts for certain where both kinds are left, and the votes above it that may count. */
function listVotes(stakes: Stakes): { sure: number[]; hoped: number[] } {
  const { workloads, sides, surviving } = stakes;
  const { alive, certain } = surviving;
  const { voting, model, kernel } = workloads;
  const { kinds } = kernel;
  const sure = new Array<number>(model.concerns * 2).fill(0);
  const possible = listSlots(sides.possible, voting).filter(
    (slot) => (at(model.rules, slot).byWayOf & alive) !== 0,
  );
  const firing = possible.filter((slot) => hasBit(sides.sure, slot)).map((slot) => voteOf(stakes, slot));
  for (const { place, tier, byWayOf } of firing)
    if (hasWay(byWayOf, alive, certain, kinds) && tier > at(sure, place)) sure[place] = tier;
  const hoped = possible.filter((slot) => {
    const { place, tier, byWayOf } = voteOf(stakes, slot);
    if (tier <= at(sure, place)) return false;
    if (hasBit(sides.sure, slot)) return true;
    // What counts wherever this does, and as much, hides it, whether or not either counts.
    for (const by of firing)
      if (by.place === place && by.tier >= tier && (byWayOf & ~by.byWayOf) === 0) return false;
    return true;
  });
  return { sure, hoped };
}

/** Whether the change may let a vote count or not, as it moves its rule, or all that it may go by. */
function isMoving(stakes: Stakes, slot: number): boolean {
  const { byWayOf } = voteOf(stakes, slot);
  const { workloads, sides, surviving } = stakes;
  const { alive, certain, moving } = surviving;
  return (
    hasBit(sides.apart, slot) ||
    ((byWayOf & moving) !== 0 && !hasWay(byWayOf, alive, certain, workloads.kernel.kinds))
  );
}

function findBehind(sure: readonly number[], moving: readonly PlacedVote[]): VerdictsBound['behind'] {
  const tiers = sure.slice();
  for (const { place, tier } of moving) tiers[place] = Math.max(tier, tiers[place] ?? 0);
  for (const tier of [3, 2, 1]) {
    let lead = 0;
    for (let place = 0; place < tiers.length; place++)
      if (tiers[place] === tier) lead += place % 2 === 0 ? 1 : -1;
    if (lead !== 0) return { tier, kind: lead > 0 ? 1 : 0 };
  }
  return null;
}

/** The least and the most by which VMs can lead at a strength. */
function boundLead(tiers: readonly number[], tier: number): [least: number, most: number] {
  let [least, most] = [0, 0];
  for (let place = 0; place < tiers.length; place++) {
    const set = tiers[place] ?? 0;
    if (!holdsPosition(set, tier)) continue;
    const only = isSingle(set);
    if (place % 2 === 0) {
      most++;
      if (only) least++;
    } else {
      least--;
      if (only) most--;
    }
  }
  return [least, most];
}
