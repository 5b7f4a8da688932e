import type { State } from '../decide/model.ts';
import { boundHeadlines, type HeadlineSet } from './bound-headlines.ts';
import { judgeState, type JudgedState } from './judged-state.ts';
import { countResults, defaultBudget, searchResults } from './search-results.ts';
import type { Terrain } from './terrain.ts';

/** The headlines that completions of a state have. */
export interface Reach {
  readonly headlines: HeadlineSet;
  /** False where the search was ended by its budget: then there may be others. */
  readonly finished: boolean;
}

/**
 * Finds exactly which headlines the completions of a state have.
 * @param state the values still possible, or the same already judged
 * @param enough how many different headlines are enough to stop; 4 finds them all
 * @param budget nodes to visit at most
 */
export function reachHeadlines(
  terrain: Terrain,
  state: State | JudgedState,
  enough = 4,
  budget: number = defaultBudget,
): Reach {
  const judged = 'truths' in state ? state : judgeState(terrain, state);
  const { found, finished } = searchResults(terrain, judged, boundHeadlines, { enough, budget });
  return { headlines: found, finished };
}

/**
 * How many headlines are in a set.
 * @param set headlines as bits
 */
export function countHeadlines(set: HeadlineSet): number {
  return countResults(set);
}
