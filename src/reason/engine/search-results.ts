import { at } from '../../at.ts';
import { isSeveral } from '../../decide/bits.ts';
import type { Mask } from '../../decide/model.ts';
import { type Bound, chooseBranch, keyOfState } from './bounds.ts';
import { type JudgedState, narrowFact, partValues } from './judged-state.ts';
import type { Prepared } from './prepared.ts';
import { type Budget, searchWithin } from './run-budget.ts';

/** The results that completions of a state have, as bits. */
export interface Results {
  readonly found: Mask;
  /** For every result found a state all of whose completions have it. */
  readonly witnesses: ReadonlyMap<Mask, JudgedState>;
  /** False where the budget ended the search: then there may be others. */
  readonly finished: boolean;
}

/** How far to search. */
export interface SearchLimits {
  /** Results that need not be found. */
  readonly known?: Mask;
  /** How many further results are enough to stop; all where left out. */
  readonly enough?: number;
  /** Nodes to visit at most, for a glance that may end without an answer; the usual budget where left out. */
  readonly budget?: number | undefined;
}

interface Search {
  readonly prepared: Prepared;
  readonly bound: Bound;
  readonly seen: Set<string>;
  readonly witnesses: Map<Mask, JudgedState>;
  readonly enough: number;
  readonly left: Budget;
  found: Mask;
}

/**
 * Finds exactly which results the completions of a state have: memoised branch and bound. A branch is
 * left as soon as it can show nothing new.
 * @param bound what bounds the sort of result looked for
 */
export function searchResults(
  prepared: Prepared,
  judged: JudgedState,
  bound: Bound,
  { known = 0, enough = 32, budget }: SearchLimits = {},
): Results {
  return searchWithin(
    prepared.allowance,
    budget,
    (left): Results => {
      const witnesses = new Map<Mask, JudgedState>();
      const search: Search = { prepared, bound, seen: new Set(), witnesses, enough, found: known, left };
      explore(search, judged);
      return { found: search.found & ~known, witnesses, finished: left.left >= 0 };
    },
    ({ finished }) => finished,
  );
}

function explore(search: Search, judged: JudgedState): void {
  if (search.left.left < 0 || search.witnesses.size >= search.enough) return;
  if (search.left.left-- === 0) return;
  const { prepared } = search;
  const bounds = search.bound(prepared, judged);
  if ((bounds.possible & ~search.found) === 0) return;
  const fact = isSeveral(bounds.possible) ? chooseBranch(prepared, judged, bounds.live) : null;
  if (fact === null) {
    search.found |= bounds.possible;
    search.witnesses.set(bounds.possible, judged);
    return;
  }
  const key = keyOfState(prepared, judged, bounds);
  if (search.seen.has(key)) return;
  search.seen.add(key);
  for (const mask of partValues(prepared, fact, at(judged.state, fact), bounds.live))
    explore(search, narrowFact(prepared, judged, fact, mask));
}
