import { isSingle, truth } from '../decide/evaluate-condition.ts';
import { boundHeadlines } from './bound-headlines.ts';
import { weighCondition } from './bounds.ts';
import { countLeft, type Left } from './count-left.ts';
import { isRelevant } from './find-relevance.ts';
import { judgeMust } from './judge-musts.ts';
import type { JudgedState } from './judged-state.ts';
import { proveOutcome } from './prove-outcome.ts';
import { countResults, searchResults } from './search-results.ts';
import type { Terrain } from './terrain.ts';

/** A fact to ask next. */
export interface Question {
  /** Its position. */
  readonly fact: number;
  /** How many headlines its answers leave on average. */
  readonly leaves: number;
}

interface Scored extends Left {
  readonly fact: number;
  readonly weight: number;
}

/**
 * Chooses the relevant fact whose answers leave the fewest headlines and placements on average; ties
 * go to the one that more undetermined strength hangs on, then to the order of the vocabulary.
 * @param judged what is known, presumptions held; the candidates open
 * @param candidates positions of the facts that may be asked
 * @returns null where none of them is relevant
 */
export function chooseQuestion(
  terrain: Terrain,
  judged: JudgedState,
  candidates: readonly number[],
): Question | null {
  if (candidates.length === 0 || proveOutcome(terrain, judged).found === 'one') return null;
  const reach = searchResults(terrain, judged, boundHeadlines);
  const scored = candidates
    .filter((fact) => !isSingle(judged.state[fact] ?? 0))
    .map((fact): Scored => ({
      fact,
      ...countLeft(terrain, judged, fact, reach),
      weight: weighOpen(terrain, judged, fact),
    }))
    .sort(compareScores);
  // A fact whose answers exclude a headline changes it: no further proof is needed.
  const best = scored.find(
    ({ fact, headlines }) =>
      (reach.finished && headlines < countResults(reach.found)) ||
      isRelevant(terrain, judged, fact) !== false,
  );
  return best === undefined ? null : { fact: best.fact, leaves: best.headlines };
}

/** Averages of the same counts are compared as such, whatever order they were summed in. */
function compareScores(a: Scored, b: Scored): number {
  const lead = a.headlines + a.placements - b.headlines - b.placements;
  return Math.abs(lead) > 1e-9 ? lead : b.weight - a.weight || a.fact - b.fact;
}

/**
 * What hangs on a fact of the conditions that are still open: exclusions before votes, strong before
 * slight, needs between them, must-actions last.
 * @param fact its position
 */
export function weighOpen(terrain: Terrain, judged: JudgedState, fact: number): number {
  let sum = 0;
  for (const index of terrain.readers[fact] ?? [])
    if (judged.truths[index] === truth.unknown) sum += weighCondition(terrain, index);
  const anywhere = terrain.kinds[0] | terrain.kinds[1];
  for (const must of terrain.musts)
    if (must.whole?.reads.includes(fact) && judgeMust(must, judged.state, anywhere) === truth.unknown)
      sum += 1;
  return sum;
}
