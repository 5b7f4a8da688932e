import { at } from '../../at.ts';
import { isSeveral, listBits } from '../../decide/bits.ts';
import { hasBit } from '../../decide/bit-words.ts';
import type { KindIndex, Mask, Suits } from '../../decide/model.ts';
import { listSlots } from './sides.ts';
import { raiseStakes, raiseSurvival, type Stakes } from './stakes.ts';

/** What can be said of the best placement of a kind on both sides of a change. */
export interface BestBound {
  /** The placements that can be the best on some side. */
  readonly contenders: Mask;
  /** Whether it may be another one on the other side. */
  readonly differs: boolean;
  /** The rules that may fire and suit some contenders and not others. */
  readonly telling: readonly TellingRule[];
}

/** Bounds the best placement of a kind on both sides of a set of workloads. */
export function boundBest({ workloads, sides, surviving }: Stakes, kind: KindIndex): BestBound {
  const { kernel, suiting, model } = workloads;
  const alive = surviving.alive & kernel.kinds[kind];
  const suitors = listSlots(sides.possible, suiting).flatMap((slot): TellingRule[] => {
    const { suits } = at(model.rules, slot);
    return suits.some((mask) => (mask & alive) !== 0)
      ? [{ slot, suits, sure: hasBit(sides.sure, slot) }]
      : [];
  });
  let contenders = alive;
  for (const one of listBits(alive))
    if (listBits(alive & surviving.certain & ~one).some((other) => alwaysBeats(suitors, other, one)))
      contenders &= ~one;
  const telling = suitors.filter(({ suits }) =>
    suits.some((mask) => (mask & contenders) !== 0 && (mask & contenders) !== contenders),
  );
  const moved = telling.some(({ slot }) => hasBit(sides.apart, slot));
  return {
    contenders,
    differs: isSeveral(contenders) && (moved || (surviving.moving & contenders) !== 0),
    telling,
  };
}

/** Says that a difference hangs on the best placement of a kind, and likelier where its rivals draw level. */
export function raiseBest(stakes: Stakes, { contenders, telling }: BestBound): void {
  if (!isSeveral(contenders)) return;
  const { sides, surviving } = stakes;
  const moved = telling.filter(({ slot }) => hasBit(sides.apart, slot));
  const own =
    moved.reduce((all, { suits }) => all | suits[0] | suits[1] | suits[2], surviving.moving) & contenders;
  const { rank, behind } = compareBest(
    telling.filter(({ sure, slot }) => sure || hasBit(sides.apart, slot)),
    own,
    contenders & ~own,
  );
  for (const { slot, suits } of telling) {
    const catchesUp = (suits[rank] & behind) !== 0 && (suits[rank] & contenders & ~behind) === 0;
    raiseStakes(stakes, [slot], catchesUp ? 12 : 3, catchesUp);
  }
  raiseSurvival(stakes, contenders, 6);
}

/** The first strength at which the best of two groups differ, and the group that is behind at it. */
function compareBest(
  suitors: readonly TellingRule[],
  own: Mask,
  others: Mask,
): { readonly rank: 0 | 1 | 2; readonly behind: Mask } {
  const counts = (placement: Mask): number[] =>
    [0, 1, 2].map((rank) => suitors.filter(({ suits }) => ((suits[rank] ?? 0) & placement) !== 0).length);
  const [first, second] = [own, others].map(
    (group) =>
      listBits(group)
        .map(counts)
        .sort(
          (a, b) => (b[0] ?? 0) - (a[0] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0) || (b[2] ?? 0) - (a[2] ?? 0),
        )[0] ?? [0, 0, 0],
  );
  for (const rank of [0, 1, 2] as const) {
    const lead = (first?.[rank] ?? 0) - (second?.[rank] ?? 0);
    if (lead !== 0) return { rank, behind: lead > 0 ? others : own };
  }
  return { rank: 2, behind: 0 };
}

/** A rule that may fire and suits placements. */
export interface TellingRule {
  readonly slot: number;
  readonly suits: Suits;
  readonly sure: boolean;
}

/** Whether one placement is better suited than another, or as well and declared before it, in every case. */
function alwaysBeats(suitors: readonly TellingRule[], first: Mask, second: Mask): boolean {
  for (let rank = 0; rank < 3; rank++) {
    let least = 0;
    for (const { suits, sure } of suitors) {
      const mask = suits[rank] ?? 0;
      const lead = ((mask & first) !== 0 ? 1 : 0) - ((mask & second) !== 0 ? 1 : 0);
      if (sure || lead < 0) least += lead;
    }
    if (least > 0) return true;
    // At its least equal: wherever it is more it wins, so only the equal case needs a further look.
    if (least < 0) return false;
  }
  return first < second;
}
