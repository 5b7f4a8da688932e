import { isSingle } from '../../decide/evaluate-condition.ts';
import { type Bound, chooseBranch, nameState } from './bounds.ts';
import { type JudgedState, narrowFact, partValues } from './judged-state.ts';
import { defaultBudget } from './search-results.ts';
import type { Terrain } from './terrain.ts';

/** Whether something was found; null where the budget ended the search. */
export type Finding = boolean | null;

interface Search {
  readonly terrain: Terrain;
  readonly fact: number;
  readonly bound: Bound;
  readonly counts: ((judged: JudgedState) => Finding) | null;
  readonly seen: Set<string>;
  nodes: number;
}

/**
 * Whether a result depends on a fact: two completions that differ only in it differ in the result.
 * Exact.
 * @param fact position of the fact
 * @param bound what bounds the sort of result
 * @param counts whether a state has completions for which the result counts at all, whatever the fact
 *   is; null where it counts for all
 */
export function dependsOn(
  terrain: Terrain,
  judged: JudgedState,
  fact: number,
  bound: Bound,
  counts: ((judged: JudgedState) => Finding) | null = null,
  budget: number = defaultBudget,
): Finding {
  if (isSingle(judged.state[fact] ?? 0)) return false;
  return explore({ terrain, fact, bound, counts, seen: new Set(), nodes: budget }, judged);
}

function explore(search: Search, judged: JudgedState): Finding {
  const { terrain, fact, bound } = search;
  if (search.nodes-- <= 0) return null;
  const bounds = bound(terrain, judged);
  const reading = bounds.live.filter((index) => terrain.conditions[index]?.reads.includes(fact));
  if (reading.length === 0) return false;
  // Whether a result counts may hang on facts that its own bound does not look at.
  const key = search.counts === null ? nameState(terrain, judged, bounds) : judged.state.join();
  if (search.seen.has(key)) return false;
  search.seen.add(key);
  const parts = partValues(terrain, fact, judged.state[fact] ?? 0, reading);
  const answers = parts.map((mask) => narrowFact(terrain, judged, fact, mask));
  const results = answers.map((answer) => bound(terrain, answer));
  const apart = answers.find((_, index) =>
    results.some(({ possible }) => (possible & (results[index]?.possible ?? 0)) === 0),
  );
  if (apart !== undefined) return search.counts === null ? true : search.counts(apart);
  const open = results.flatMap(({ possible, live }) => (isSingle(possible) ? [] : live));
  const other = chooseBranch(terrain, judged, open, fact);
  if (other === null) return false;
  let finding: Finding = false;
  for (const mask of partValues(terrain, other, judged.state[other] ?? 0, bounds.live)) {
    const found = explore(search, narrowFact(terrain, judged, other, mask));
    if (found === true) return true;
    if (found === null) finding = null;
  }
  return finding;
}
