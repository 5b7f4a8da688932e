import { at } from '../../at.ts';
import { countBits, holdsPosition } from '../../decide/bits.ts';
import type { Mask, Model, ModelRule } from '../../decide/model.ts';
import { addNeed, type Needs } from './needs.ts';
import { listSlots, markBits, type Sides } from './sides.ts';
import { raiseStakes, type Stakes } from './stakes.ts';

/** The rules that suit one of two placements and not the other, strength by strength. */
export interface Lead {
  readonly ranks: readonly LeadRank[];
  /** Whether the first is declared before the second, so that it wins where both are suited as well. */
  readonly declared: boolean;
}

/** Those of one strength, by whom they suit, as bits. */
export interface LeadRank {
  readonly ahead: Int32Array;
  readonly behind: Int32Array;
  /** By how much the first leads anyhow. */
  readonly anyhow: number;
}

/** For every two placements of a model by what the first leads over the second. */
export function compileLeads({ rules, placements }: Model, width: number): Lead[][] {
  const suiting = ([0, 1, 2] as const).map((rank) =>
    placements.map((_, placement) =>
      markBits(width, (bit) => holdsPosition(rules[bit]?.suits[rank] ?? 0, placement)),
    ),
  );
  return placements.map((_, first) =>
    placements.map((__, second) => ({
      ranks: suiting.map((by): LeadRank => {
        const [one, other] = [at(by, first), at(by, second)];
        return {
          ahead: one.map((word, index) => word & ~(other[index] ?? 0)),
          behind: other.map((word, index) => word & ~(one[index] ?? 0)),
          anyhow: 0,
        };
      }),
      declared: first < second,
    })),
  );
}

/** A lead beside a rule that fires and is not counted otherwise. */
export function addToLead(
  { ranks, declared }: Lead,
  { suits }: ModelRule,
  first: number,
  second: number,
): Lead {
  const suited = (mask: Mask, placement: number): number => (holdsPosition(mask, placement) ? 1 : 0);
  return {
    ranks: ranks.map((rank, place) => {
      const mask = suits[place] ?? 0;
      return { ...rank, anyhow: suited(mask, first) - suited(mask, second) };
    }),
    declared,
  };
}

/** The least and the most by which the first can lead at a strength. */
export function boundRank(
  { ahead, behind, anyhow }: LeadRank,
  { sure, possible }: Sides,
): [least: number, most: number] {
  let [least, most] = [anyhow, anyhow];
  for (let word = 0; word < ahead.length; word++) {
    const [certain, may] = [sure[word] ?? 0, possible[word] ?? 0];
    const [one, other] = [ahead[word] ?? 0, behind[word] ?? 0];
    least += countBits(one & certain) - countBits(other & may);
    most += countBits(one & may) - countBits(other & certain);
  }
  return [least, most];
}

/** Whether the first wins in all workloads of a set, in none, or in some. */
export function judgeLead({ ranks, declared }: Lead, sides: Sides): boolean | null {
  let can = false;
  let must = true;
  for (const rank of ranks) {
    const [least, most] = boundRank(rank, sides);
    if (most < 0) return can ? null : false;
    if (must && least > 0) return true;
    if (least < 0) must = false;
    if (most > 0) can = true;
  }
  if (declared) return must ? true : null;
  return can ? null : false;
}

/**
 * Adds what has to hold so that the first wins.
 * @returns false where it cannot
 */
export function needLead({ ranks, declared }: Lead, sides: Sides, needs: Needs): boolean {
  const bounds = ranks.map((rank) => boundRank(rank, sides));
  // Whether the first can still win below a strength at which both are equal.
  const equalWillDo = [false, false, declared];
  for (const place of [1, 0])
    equalWillDo[place] = (bounds[place + 1]?.[1] ?? 0) >= (equalWillDo[place + 1] === true ? 0 : 1);
  for (const [place, rank] of ranks.entries()) {
    const [least, most] = bounds[place] ?? [0, 0];
    const wanted = equalWillDo[place] === true ? 0 : 1;
    if (most < wanted) return false;
    if (most === wanted && !needRank(rank, sides, needs, true)) return false;
    if (most > 0 || least > 0) return true;
  }
  return true;
}

/** Adds that the first leads at a strength by exactly as much; false where it cannot. */
export function needExactly(rank: LeadRank, by: number, sides: Sides, needs: Needs): boolean {
  const [least, most] = boundRank(rank, sides);
  if (by < least || by > most) return false;
  return (
    (by !== least || needRank(rank, sides, needs, false)) &&
    (by !== most || needRank(rank, sides, needs, true))
  );
}

/** Needs every rule of a strength that is open to be for the first, or for the second. */
function needRank({ ahead, behind }: LeadRank, sides: Sides, needs: Needs, first: boolean): boolean {
  return (
    listSlots(ahead, sides.open).every((slot) => addNeed(needs, sides, slot, first)) &&
    listSlots(behind, sides.open).every((slot) => addNeed(needs, sides, slot, !first))
  );
}

/** Says that what is looked for hangs on a lead. */
export function raiseLead(stakes: Stakes, { ahead, behind }: LeadRank, weight: number): void {
  raiseStakes(stakes, listSlots(ahead, stakes.sides.open), weight, true);
  raiseStakes(stakes, listSlots(behind, stakes.sides.open), weight, false);
}
