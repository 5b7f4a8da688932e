import { isSingle } from '../decide/evaluate-condition.ts';
import { boundOutcome } from './bound-outcome.ts';
import { type JudgedState, narrowFact, partValues, type Terrain } from './judged-state.ts';
import { defaultBudget } from './reach-headlines.ts';
import { chooseOpenFact } from './search-outcomes.ts';

interface Search {
  readonly terrain: Terrain;
  readonly fact: number;
  readonly seen: Set<string>;
  nodes: number;
}

/**
 * Whether a fact is relevant: two completions of what is known that differ only in it differ in
 * headline, placement or must-actions. Exact.
 * @param judged what is known
 * @param fact position of the fact
 * @returns null where the budget ended the search
 */
export function isRelevant(terrain: Terrain, judged: JudgedState, fact: number, budget = defaultBudget): boolean | null {
  if (isSingle(judged.state[fact] ?? 0)) return false;
  const search: Search = { terrain, fact, seen: new Set(), nodes: budget };
  const found = explore(search, judged);
  return found ? true : search.nodes > 0 ? false : null;
}

function explore(search: Search, judged: JudgedState): boolean {
  const { terrain, fact } = search;
  if (search.nodes-- <= 0) return false;
  const here = boundOutcome(terrain, judged);
  if (here.settled !== null) return false;
  const reading = (terrain.readers[fact] ?? []).filter((index) => here.live.includes(index));
  if (reading.length === 0) return false;
  const answers = partValues(terrain, fact, judged.state[fact] ?? 0, terrain.readers[fact] ?? []);
  const bounds = answers.map((mask) => boundOutcome(terrain, narrowFact(terrain, judged, fact, mask)));
  const settled = new Set(bounds.flatMap((bound) => (bound.settled === null ? [] : [bound.settled])));
  if (settled.size > 1) return true;
  const open = bounds.flatMap((bound) => bound.live);
  if (open.length === 0) return false;
  const other = chooseOpenFact(terrain, judged, [...new Set(open)], fact);
  if (other === null) return false;
  const key = `${judged.truths.join('')}|${judged.state.join()}`;
  if (search.seen.has(key)) return false;
  search.seen.add(key);
  return partValues(terrain, other, judged.state[other] ?? 0, terrain.readers[other] ?? []).some((mask) =>
    explore(search, narrowFact(terrain, judged, other, mask)),
  );
}
