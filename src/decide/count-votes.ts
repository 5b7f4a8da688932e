import { truth } from './evaluate-condition.ts';
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
  const { favours, byWayOf } = model.rules[rule] ?? { favours: null, byWayOf: 0 };
  return favours !== null && judgement.rules[rule] === truth.true && (byWayOf & alive) !== 0;
}

/**
 * Lets every concern cast, for each kind, its single strongest vote: one root cause counts once.
 * @param alive the placements that survive
 */
export function countVotes(model: Model, judgement: Judgement, alive: Mask): ConcernVotes[] {
  const votes = Array.from({ length: model.concerns }, (): ConcernVotes => [0, 0]);
  model.rules.forEach((rule, index) => {
    const concern = votes[rule.concern];
    if (concern === undefined || rule.favours === null || !castsVote(model, judgement, index, alive)) return;
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
 * @param votes the votes of all concerns
 */
export function comparePreference(votes: readonly ConcernVotes[]): Preference {
  let contested = false;
  for (const tier of [3, 2, 1] as const) {
    const forVm = votes.filter(([vm]) => vm === tier).length;
    const forContainer = votes.filter(([, container]) => container === tier).length;
    if (forVm !== forContainer) return { kind: forVm > forContainer ? 0 : 1, tier, contested };
    if (forVm > 0) contested = true;
  }
  return { kind: null, tier: 0, contested };
}
