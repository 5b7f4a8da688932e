import { at } from '../at.ts';
import { truth } from './judge-condition.ts';
import type { Judgement } from './judge-rules.ts';
import type { KindIndex, Mask, Model, Tier } from './model.ts';

/** The votes of one concern: for each kind the strongest that fired, 0 for none. */
export type ConcernVotes = [vm: Tier, container: Tier];

/**
 * Whether a rule's vote counts: it fires, favours a kind, and one of the placements it speaks by way
 * of survives.
 * @param rule position of the rule
 * @param alive the placements that survive
 */
export function castsVote(model: Model, judgement: Judgement, rule: number, alive: Mask): boolean {
  const { favours, byWayOf } = at(model.rules, rule);
  return favours !== null && judgement.rules[rule] === truth.true && (byWayOf & alive) !== 0;
}

/**
 * Lets every concern cast, for each kind, its single strongest vote: one root cause counts once.
 * @param alive the placements that survive
 */
export function countVotes(model: Model, judgement: Judgement, alive: Mask): ConcernVotes[] {
  const votes = Array.from({ length: model.concerns }, (): ConcernVotes => [0, 0]);
  model.rules.forEach((rule, index) => {
    if (rule.favours === null || !castsVote(model, judgement, index, alive)) return;
    const concern = at(votes, rule.concern);
    if (rule.tier > concern[rule.favours]) concern[rule.favours] = rule.tier;
  });
  return votes;
}

/** How a comparison of votes ended. */
export interface Preference {
  /** The kind that the first tier that differs prefers; null where none differs. */
  readonly kind: KindIndex | null;
  /** The tier that decided; 0 where none did. */
  readonly tier: Tier;
  /** Whether a tier above the deciding one had equal votes on both sides, at least one each. */
  readonly contested: boolean;
}

/**
 * Compares net strong votes, then net moderate, then net slight ones; the first tier that differs
 * decides. No weights: many slight votes never outweigh a strong one.
 * @param votes the votes of all concerns; one that casts none may be left out
 */
export function comparePreference(votes: readonly Readonly<ConcernVotes>[]): Preference {
  const forVm: TierCounts = [0, 0, 0, 0];
  const forContainer: TierCounts = [0, 0, 0, 0];
  for (let each = 0; each < votes.length; each++) {
    const cast = at(votes, each);
    forVm[cast[0]]++;
    forContainer[cast[1]]++;
  }
  return compareCounts(forVm, forContainer);
}

/** The same by how many concerns cast a vote of each tier. */
export function compareCounts(forVm: Readonly<TierCounts>, forContainer: Readonly<TierCounts>): Preference {
  let contested = false;
  for (const tier of [3, 2, 1] as const) {
    if (forVm[tier] !== forContainer[tier])
      return { kind: forVm[tier] > forContainer[tier] ? 0 : 1, tier, contested };
    if (forVm[tier] > 0) contested = true;
  }
  return { kind: null, tier: 0, contested };
}

/** How many concerns cast a vote of each tier; first those that cast none. */
export type TierCounts = [none: number, slight: number, moderate: number, strong: number];
