import { countBits } from '../../decide/bits.ts';
import type { Lead, LeadRank } from './lead.ts';
import { addNeed, type Needs } from './needs.ts';
import { listSlots, type Sides } from './sides.ts';
import { raiseStakes, type Stakes } from './stakes.ts';

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

/** Adds that the first leads at a strength by so much at least and at most; false where it cannot. */
export function needBetween(
  { rank, least: from, most: to }: { readonly rank: LeadRank; readonly least: number; readonly most: number },
  sides: Sides,
  needs: Needs,
): boolean {
  const [least, most] = boundRank(rank, sides);
  if (to < least || from > most) return false;
  return (
    (to !== least || needRank(rank, sides, needs, false)) &&
    (from !== most || needRank(rank, sides, needs, true))
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
