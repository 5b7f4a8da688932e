import { comparePreference, type ConcernVotes } from './count-votes.ts';
import { maskOfKind } from './find-survivors.ts';
import type { Mask, Model, Tier } from './model.ts';
import type { PlacedHeadline, VerdictStrength } from '../words.ts';

/** The headline of one workload, before its form is chosen. */
export interface HeadlineChoice {
  readonly headline: PlacedHeadline;
  /** Null for either and none. */
  readonly strength: VerdictStrength | null;
  readonly contested: boolean;
}

const strengthOfTier: Readonly<Record<Tier, VerdictStrength | null>> = {
  3: 'clear',
  2: 'favoured',
  1: 'lean',
  0: null,
};

/**
 * Chooses the headline: forced where one kind is left, else the kind that the votes prefer.
 * @param alive the placements that survive
 * @param votes the votes of all concerns
 */
export function chooseHeadline(model: Model, alive: Mask, votes: readonly ConcernVotes[]): HeadlineChoice {
  if (alive === 0) return { headline: 'none', strength: null, contested: false };
  if ((alive & maskOfKind(model, 1)) === 0) return { headline: 'vm', strength: 'forced', contested: false };
  if ((alive & maskOfKind(model, 0)) === 0)
    return { headline: 'container', strength: 'forced', contested: false };
  const { kind, tier, contested } = comparePreference(votes);
  if (kind === null) return { headline: 'either', strength: null, contested };
  return { headline: kind === 0 ? 'vm' : 'container', strength: strengthOfTier[tier], contested };
}
