import { at } from '../../at.ts';
import { isSingle } from '../../decide/bits.ts';
import { type Bound, chooseBranch, keyOfState } from './bounds.ts';
import { type JudgedState, narrowFact, partValues } from './judged-state.ts';
import type { Prepared } from './prepared.ts';
import { type Budget, searchWithin } from './run-budget.ts';

/** The answer to a question put to the search: yes, no, or null where its budget ended it. */
export type Answer = boolean | null;

/** Whether something holds of one of some at least: true as soon as it does, else null where one was not settled. */
export function judgeAny<T>(list: readonly T[], judge: (each: T) => Answer): Answer {
  let answer: Answer = false;
  for (const each of list) {
    const found = judge(each);
    if (found === true) return true;
    if (found === null) answer = null;
  }
  return answer;
}

interface Search {
  readonly prepared: Prepared;
  readonly fact: number;
  readonly bound: Bound;
  readonly counts: ((judged: JudgedState) => Answer) | null;
  readonly seen: Set<string>;
  readonly left: Budget;
}

/**
 * Whether a result depends on a fact: two completions that differ only in it differ in the result.
 * Exact.
 * @param fact position of the fact
 * @param bound what bounds the sort of result
 * @param counts whether a state has completions for which the result counts at all, whatever the fact
 *   is; null where it counts for all
 */
export function judgeDependence(
  prepared: Prepared,
  judged: JudgedState,
  fact: number,
  bound: Bound,
  counts: ((judged: JudgedState) => Answer) | null = null,
  budget?: number,
): Answer {
  if (isSingle(at(judged.state, fact))) return false;
  return searchWithin(
    prepared.allowance,
    budget,
    (left) => explore({ prepared, fact, bound, counts, seen: new Set(), left }, judged),
    (answer) => answer !== null,
  );
}

function explore(search: Search, judged: JudgedState): Answer {
  const { prepared, fact, bound } = search;
  if (search.left.left-- <= 0) return null;
  const bounds = bound(prepared, judged);
  const reading = bounds.live.filter((index) => prepared.conditions[index]?.reads.includes(fact));
  if (reading.length === 0) return false;
  // Whether a result counts may hang on facts that its own bound does not look at.
  const key = search.counts === null ? keyOfState(prepared, judged, bounds) : judged.state.join();
  if (search.seen.has(key)) return false;
  search.seen.add(key);
  const parts = partValues(prepared, fact, at(judged.state, fact), reading);
  const told = parts.map((mask) => narrowFact(prepared, judged, fact, mask));
  const results = told.map((each) => bound(prepared, each));
  // Each of them is looked at as a node is.
  search.left.left -= told.length;
  const apart = told.find((_, index) =>
    results.some(({ possible }) => (possible & at(results, index).possible) === 0),
  );
  if (apart !== undefined) return search.counts === null ? true : search.counts(apart);
  const open = results.flatMap(({ possible, live }) => (isSingle(possible) ? [] : live));
  const other = chooseBranch(prepared, judged, open, fact);
  if (other === null) return false;
  let answer: Answer = false;
  for (const mask of partValues(prepared, other, at(judged.state, other), bounds.live)) {
    const found = explore(search, narrowFact(prepared, judged, other, mask));
    if (found === true) return true;
    if (found === null) answer = null;
  }
  return answer;
}
