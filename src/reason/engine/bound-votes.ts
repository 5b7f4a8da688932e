import { holdsPosition, isSingle } from '../../decide/bits.ts';
import { truth } from '../../decide/judge-condition.ts';
import type { Mask, Tier } from '../../decide/model.ts';
import type { JudgedState } from './judged-state.ts';
import type { SurvivalBounds } from './bound-survival.ts';
import type { Prepared, Voter } from './prepared.ts';

/** What is certain and what is possible of the votes. */
export interface VoteBounds {
  /** Per concern and kind the strongest vote that is certain. */
  readonly sure: readonly number[];
  /** Per concern and kind the tiers that its strongest vote may have, as bits. */
  readonly possible: readonly number[];
  /** Votes that may or may not count and would be seen if they did. */
  readonly pending: readonly Voter[];
  /** Per tier the least and the most by which VMs can lead. */
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** The tier at which it is decided in every completion; votes at it and below cannot matter. 0 for none. */
  readonly decided: Tier;
}

/**
 * Bounds the votes of all concerns, as far as the placements they speak by way of survive, in the completions
 * that leave something of both kinds: in others nobody asks for votes.
 */
export function boundVotes(
  prepared: Prepared,
  { truths }: JudgedState,
  { out, doubtful }: SurvivalBounds,
): VoteBounds {
  const alive = ~out;
  const certain = alive & ~doubtful;
  const sure = new Array<number>(prepared.model.concerns * 2).fill(0);
  const hoped: Voter[] = [];
  for (const voter of prepared.voters) {
    const judged = truths[voter.condition];
    if (judged === truth.false || (voter.byWayOf & alive) === 0) continue;
    if (judged === truth.true && hasWay(voter.byWayOf, alive, certain, prepared.kinds)) {
      if (voter.tier > (sure[voter.place] ?? 0)) sure[voter.place] = voter.tier;
    } else hoped.push(voter);
  }
  const possible = sure.map((tier) => 1 << tier);
  // Only a vote above the certain one would be seen.
  const seen = hoped.filter(({ place, tier }) => tier > (sure[place] ?? 0));
  for (const { place, tier } of seen) possible[place] = (possible[place] ?? 0) | (1 << tier);
  const { least, most } = boundLeads(possible);
  const decided = findDecidedTier(least, most);
  return { sure, possible, pending: seen.filter(({ tier }) => tier > decided), least, most, decided };
}

/**
 * Whether a vote has a placement to speak by way of wherever both kinds are left: one that is certain, or all that
 * may be left of a kind.
 * @param byWayOf the placements that it speaks by way of
 * @param alive those that may survive
 * @param certain those that do
 */
export function hasWay(
  byWayOf: Mask,
  alive: Mask,
  certain: Mask,
  kinds: readonly [vms: Mask, containers: Mask],
): boolean {
  return (byWayOf & certain) !== 0 || kinds.some((kind) => (kind & alive & ~byWayOf) === 0);
}

function boundLeads(possible: readonly number[]): { least: number[]; most: number[] } {
  const least = [0, 0, 0, 0];
  const most = [0, 0, 0, 0];
  possible.forEach((set, place) => {
    if (set === 1) return;
    const [gains, losses] = place % 2 === 0 ? [most, least] : [least, most];
    const step = place % 2 === 0 ? 1 : -1;
    for (let tier = 1; tier <= 3; tier++) {
      if (!holdsPosition(set, tier)) continue;
      gains[tier] = (gains[tier] ?? 0) + step;
      if (isSingle(set)) losses[tier] = (losses[tier] ?? 0) + step;
    }
  });
  return { least, most };
}

function findDecidedTier(least: readonly number[], most: readonly number[]): Tier {
  for (const tier of [3, 2, 1] as const) if ((least[tier] ?? 0) > 0 || (most[tier] ?? 0) < 0) return tier;
  return 0;
}

/**
 * What the preference hangs on besides the pending votes, as a comparable text: the certain votes
 * that a pending one might outdo, and the sum of the others.
 */
export function keyOfVotes({ sure, pending, decided }: VoteBounds, certain: Mask): string {
  const rivals = new Set(pending.map(({ place }) => place));
  const net = [0, 0, 0, 0];
  let text = '';
  sure.forEach((tier, place) => {
    if (rivals.has(place)) text += `${place}:${tier >= decided ? tier : 0} `;
    else if (tier > 0) net[tier] = (net[tier] ?? 0) + (place % 2 === 0 ? 1 : -1);
  });
  const hanging = pending.map(
    ({ condition, byWayOf }) => `${condition}${(byWayOf & certain) === 0 ? '?' : ''}`,
  );
  const sums = net.map((lead, tier) => (tier >= Math.max(decided, 1) ? lead : 0));
  return `${text}/${sums.join()}/${hanging.join()}`;
}
