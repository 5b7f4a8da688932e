import { at } from '../../at.ts';
import { hasBit } from '../../decide/bit-table.ts';
import type { Mask } from '../../decide/model.ts';
import { addNeed, type Needs } from './needs.ts';
import type { Sides } from './sides.ts';
import { raiseStakes, type Stakes } from './stakes.ts';
import type { WorkloadTable } from './workload-table.ts';

/** The rules that suit one of two placements and not the other, strength by strength. */
export interface Lead {
  readonly ranks: readonly [strong: LeadRank, moderate: LeadRank, slight: LeadRank];
  /** Whether the first is declared before the second, so that it wins where both are suited as well. */
  readonly declared: boolean;
}

/** Those of one strength, by whom they suit. */
export interface LeadRank {
  readonly ahead: readonly number[];
  readonly behind: readonly number[];
  /** By how much the first leads anyhow. */
  readonly anyhow: number;
}

/**
 * Compiles by what one placement leads over another.
 * @param settled a rule of which it is known whether it fires; null for none
 */
export function compileLead(
  { model }: WorkloadTable,
  first: number,
  second: number,
  settled: { readonly rule: number; readonly fires: boolean } | null,
): Lead {
  const suiting = (rank: 0 | 1 | 2, one: Mask, other: Mask): number[] =>
    model.rules.flatMap(({ suits }, slot) =>
      slot !== settled?.rule && (suits[rank] & one) !== 0 && (suits[rank] & other) === 0 ? [slot] : [],
    );
  const [one, other] = [1 << first, 1 << second];
  const compileRank = (rank: 0 | 1 | 2): LeadRank => {
    const mask = settled?.fires === true ? at(model.rules, settled.rule).suits[rank] : 0;
    return {
      ahead: suiting(rank, one, other),
      behind: suiting(rank, other, one),
      anyhow: ((mask & one) !== 0 ? 1 : 0) - ((mask & other) !== 0 ? 1 : 0),
    };
  };
  return { ranks: [compileRank(0), compileRank(1), compileRank(2)], declared: first < second };
}

/** The least and the most by which the first can lead at a strength. */
export function boundRank({ ahead, behind, anyhow }: LeadRank, sides: Sides): [least: number, most: number] {
  const count = (slots: readonly number[], words: Int32Array): number => {
    let found = 0;
    for (const slot of slots) if (hasBit(words, slot)) found++;
    return found;
  };
  return [
    anyhow + count(ahead, sides.sure) - count(behind, sides.possible),
    anyhow + count(ahead, sides.possible) - count(behind, sides.sure),
  ];
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
  const need = (slots: readonly number[], holds: boolean): boolean =>
    slots.every((slot) => !hasBit(sides.open, slot) || addNeed(needs, sides, slot, holds));
  return need(ahead, first) && need(behind, !first);
}

/** Says that what is looked for hangs on a lead. */
export function raiseLead(stakes: Stakes, { ahead, behind }: LeadRank, weight: number): void {
  raiseStakes(stakes, ahead, weight, true);
  raiseStakes(stakes, behind, weight, false);
}
