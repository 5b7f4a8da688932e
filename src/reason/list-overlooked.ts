import { at } from '../at.ts';
import { lowestBit } from '../decide/bits.ts';
import type { Mask, State } from '../decide/model.ts';
import { judgeState } from './engine/judged-state.ts';
import {
  type Aspects,
  findSettled,
  type Conclusion,
  proveConclusion,
  isSameConclusion,
} from './prove-conclusion.ts';
import type { Prepared } from './engine/prepared.ts';

/**
 * The last proof: some presumed facts are set free all at once. Where that can change what is settled
 * of the outcome while they are presumed, names facts whose exceptions do so only together; with
 * those stated to be no exception the rest changes nothing.
 * @param held what is known, presumptions held
 * @param presumed positions of the facts to be set free
 * @returns positions of facts, ascending; none where nothing can change, or not even the headline is
 *   settled
 */
export function listOverlooked(prepared: Prepared, held: State, presumed: readonly number[]): number[] {
  const judged = judgeState(prepared, held);
  const aspects = findSettled(prepared, judged);
  if (aspects === null) return [];
  const before = proveConclusion(prepared, judged, aspects);
  if (before.found !== 'one') throw new Error('what is settled has one outcome');
  const overlooked = new Set<number>();
  for (;;) {
    const free = held.slice();
    const left = presumed.filter((fact) => !overlooked.has(fact));
    for (const fact of left) free[fact] = at(prepared.model.facts, fact).all;
    const proof = proveConclusion(prepared, judgeState(prepared, free), aspects);
    if (proof.found === 'one') return [...overlooked].sort((a, b) => a - b);
    if (proof.found === 'unfinished') return [...presumed];
    const exceptions = proof.states
      .map(({ state }) => complete(state, held))
      .filter((state) => changes(prepared, state, aspects, before.conclusion))
      .map((state) => listNeeded(prepared, state, held, left, aspects, before.conclusion));
    const [fewest] = exceptions.sort((a, b) => a.length - b.length);
    if (fewest === undefined || fewest.length === 0)
      throw new Error('two outcomes, but no exception leads from the presumed one');
    for (const fact of fewest) overlooked.add(fact);
  }
}

/** One completion of a state, as near to what is presumed as may be. */
function complete(state: State, held: State): Mask[] {
  return state.map((mask, fact) => lowestBit(mask & at(held, fact)) || lowestBit(mask));
}

/** The exceptions without which a completion would have the presumed outcome. */
function listNeeded(
  prepared: Prepared,
  state: Mask[],
  held: State,
  presumed: readonly number[],
  aspects: Aspects,
  before: Conclusion,
): number[] {
  return presumed.filter((fact) => {
    const exception = at(state, fact);
    if (exception === held[fact]) return false;
    state[fact] = at(held, fact);
    if (changes(prepared, state, aspects, before)) return false;
    state[fact] = exception;
    return true;
  });
}

function changes(prepared: Prepared, completion: State, aspects: Aspects, before: Conclusion): boolean {
  const proof = proveConclusion(prepared, judgeState(prepared, completion), aspects);
  return proof.found === 'one' && !isSameConclusion(proof.conclusion, before);
}
