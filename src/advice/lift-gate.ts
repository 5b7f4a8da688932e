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
 * @param placed what was placed; of a system a headline can be lifted where a single part has another one
 */
export function liftGate(gate: Gate, placed: readonly PlacedThing[]): Gate {
  const lifts = gate.passed ? [] : placed.flatMap((thing) => listLifts(gate, thing, placed));
  return lifts.length === 0 ? gate : { ...gate, lifts };
}

function listLifts(
  { gate, wanted }: Gate,
  { component, placing }: PlacedThing,
  placed: readonly PlacedThing[],
) {
  const { headline, strength } = placing.decision;
  if (gate === 'expect') {
    const expected = wanted.split(' or ');
    const misses = (each: PlacedThing) => !expected.includes(each.placing.decision.headline);
    // Parts of two kinds make a system split, whatever else is expected.
    const alone = placed.length === 1 || (expected.length === 1 && placed.filter(misses).length === 1);
    return alone && misses({ component, placing })
      ? describeLifts(placing, (decision) => expected.includes(decision.headline), component)
      : [];
  }
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
