import { verdictStrengths } from '../words.ts';
import { describeLifts } from './describe-lifts.ts';
import type { Placing } from './placing.ts';
import type { Gate } from './result.ts';

/** One thing that was placed: the part it is, or undefined for the workload itself. */
export interface PlacedThing {
  readonly component: string | undefined;
  readonly placing: Placing;
}

/**
 * Adds to a gate that tripped on a headline or a strength what would let it pass, where a single fact does.
 * @param placed what was placed; of a system only its parts' strengths can be lifted
 */
export function liftGate(gate: Gate, placed: readonly PlacedThing[]): Gate {
  const lifts = gate.passed ? [] : placed.flatMap((thing) => listLifts(gate, thing, placed.length));
  return lifts.length === 0 ? gate : { ...gate, lifts };
}

function listLifts({ gate, wanted }: Gate, { component, placing }: PlacedThing, count: number) {
  const { headline, strength } = placing.decision;
  if (gate === 'expect')
    return count > 1
      ? []
      : describeLifts(placing, (decision) => wanted.split(' or ').includes(decision.headline), component);
  const least = verdictStrengths.findIndex((each) => each === wanted);
  const reaches = (reached: typeof strength) =>
    reached !== null && verdictStrengths.indexOf(reached) >= least;
  if (gate !== 'require' || least === -1 || reaches(strength)) return [];
  const isOpen = headline === 'either' || headline === 'none';
  return describeLifts(
    placing,
    (decision) => reaches(decision.strength) && (isOpen || decision.headline === headline),
    component,
  );
}
