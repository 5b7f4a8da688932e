import type { Preference } from './count-votes.ts';
import type { Mask, Tier } from './model.ts';
import { kinds, type PlacedHeadline, type VerdictStrength } from '../words.ts';

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
 * @param placements those of each kind
 * @param alive the placements that survive
 * @param prefer compares the votes; not asked where only one kind is left
 */
export function chooseHeadline(
  [vms, containers]: readonly [vms: Mask, containers: Mask],
  alive: Mask,
  prefer: () => Preference,
): HeadlineChoice {
  if (alive === 0) return { headline: 'none', strength: null, contested: false };
  if ((alive & containers) === 0) return { headline: 'vm', strength: 'forced', contested: false };
  if ((alive & vms) === 0) return { headline: 'container', strength: 'forced', contested: false };
  const { kind, tier, contested } = prefer();
  if (kind === null) return { headline: 'either', strength: null, contested };
  return { headline: kinds[kind], strength: strengthOfTier[tier], contested };
}
