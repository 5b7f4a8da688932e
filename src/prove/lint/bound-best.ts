import { at } from '../../at.ts';
import { isSeveral, listBits } from '../../decide/bits.ts';
import { hasBit } from '../../decide/bit-table.ts';
import type { KindIndex, Mask } from '../../decide/model.ts';
import { listSlots } from './sides.ts';
import { raiseStakes, raiseSurvival, type Stakes } from './stakes.ts';

/** What can be said of the best placement of a kind on both sides of a change. */
export interface BestBound {
  /** The placements that can be the best on some side. */
  readonly contenders: Mask;
  /** Whether it may be another one on the other side. */
  readonly differs: boolean;
  /** The rules that may fire and suit some contenders and not others. */
  readonly telling: readonly number[];
}

/** Bounds the best placement of a kind on both sides of a set of workloads. */
export function boundBest({ workloads, sides, surviving }: Stakes, kind: KindIndex): BestBound {
  const { kernel, suiting, model } = workloads;
  const alive = surviving.alive & kernel.kinds[kind];
  const suitors = listSlots(sides.possible, suiting).flatMap((slot): Suitor[] => {
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
    telling: telling.map(({ slot }) => slot),
  };
}

/** Says that a difference hangs on the best placement of a kind. */
export function raiseBest(stakes: Stakes, { contenders, telling }: BestBound): void {
  if (!isSeveral(contenders)) return;
  raiseStakes(stakes, telling, 3);
  raiseSurvival(stakes, contenders, 6);
}

interface Suitor {
  readonly slot: number;
  readonly suits: readonly Mask[];
  readonly sure: boolean;
}

/** Whether one placement is better suited than another, or as well and declared before it, in every case. */
function alwaysBeats(suitors: readonly Suitor[], first: Mask, second: Mask): boolean {
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
