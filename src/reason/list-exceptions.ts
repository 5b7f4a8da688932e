import type { Mask } from '../decide/model.ts';
import { boundOutcome } from './bound-outcome.ts';
import { findPairFlips } from './find-flips.ts';
import { type JudgedState, partValues, replaceFact, type Terrain } from './judged-state.ts';

/**
 * The presumed facts that have to be put before somebody: those whose exception alone changes the
 * outcome, and those that change the headline together with another one.
 * @param point what is known, presumptions held, judged; everything that matters in it is settled
 * @param presumed positions of the facts that are still only presumed
 */
export function listExceptions(terrain: Terrain, point: JudgedState, presumed: readonly number[]): number[] {
  const before = boundOutcome(terrain, point).settled;
  const alone = presumed.filter((fact) =>
    listOthers(terrain, point, fact).some(
      (mask) => boundOutcome(terrain, replaceFact(terrain, point, fact, mask)).settled !== before,
    ),
  );
  const pairs = findPairFlips(terrain, presumed, point, presumed.length ** 2);
  const paired = new Set(pairs.flatMap((flip) => flip.changes.map((change) => change.fact)));
  return presumed.filter((fact) => alone.includes(fact) || paired.has(fact));
}

/** The values of a fact other than its present ones, those together that no condition tells apart. */
function listOthers(terrain: Terrain, point: JudgedState, fact: number): Mask[] {
  const others = (terrain.model.facts[fact]?.all ?? 0) & ~(point.state[fact] ?? 0);
  return partValues(terrain, fact, others, terrain.readers[fact] ?? []);
}
