import type { Known } from '../decide/build-state.ts';
import type { PlacedHeadline, Status, VerdictStrength } from '../words.ts';

/** Workloads of which the same is known. */
export interface FleetSort {
  readonly known: Known;
  readonly workloads: number;
  readonly headline: PlacedHeadline;
  readonly strength: VerdictStrength | null;
  readonly status: Status;
}
