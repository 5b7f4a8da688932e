import { isSingle } from '../decide/evaluate-condition.ts';
import type { State } from '../decide/model.ts';
import { boundOutcome } from './bound-outcome.ts';
import { judgeState, type JudgedState, narrowFact, partValues, type Terrain } from './judged-state.ts';
import { defaultBudget } from './reach-headlines.ts';

/** Two completions that differ in headline, placement or must-actions, or the proof that there are none. */
export type OutcomeSearch =
  | { readonly found: 'one'; readonly outcome: string }
  | { readonly found: 'two'; readonly states: readonly [State, State] }
  | { readonly found: 'unfinished' };

interface Search {
  readonly terrain: Terrain;
  readonly seen: Set<string>;
  readonly outcomes: Map<string, State>;
  nodes: number;
}

/**
 * Proves that all completions of a state have one outcome, or finds two that have not.
 * @param state the values still possible
 * @param budget nodes to visit at most
 */
export function searchOutcomes(terrain: Terrain, state: State, budget = defaultBudget): OutcomeSearch {
  const search: Search = { terrain, seen: new Set(), outcomes: new Map(), nodes: budget };
  explore(search, judgeState(terrain, state));
  const [first, second] = search.outcomes;
  if (first !== undefined && second !== undefined) return { found: 'two', states: [first[1], second[1]] };
  if (search.nodes <= 0 || first === undefined) return { found: 'unfinished' };
  return { found: 'one', outcome: first[0] };
}

function explore(search: Search, judged: JudgedState): void {
  if (search.outcomes.size > 1 || search.nodes-- <= 0) return;
  const { settled, live } = boundOutcome(search.terrain, judged);
  if (settled !== null) {
    if (!search.outcomes.has(settled)) search.outcomes.set(settled, judged.state);
    return;
  }
  const fact = chooseOpenFact(search.terrain, judged, live);
  if (fact === null) throw new Error('open conditions without an open fact');
  const key = `${judged.truths.join('')}|${judged.state.filter((_, index) => !isSettledFact(judged, index)).join()}`;
  if (search.seen.has(key)) return;
  search.seen.add(key);
  for (const mask of partValues(search.terrain, fact, judged.state[fact] ?? 0, search.terrain.readers[fact] ?? []))
    explore(search, narrowFact(search.terrain, judged, fact, mask));
}

/**
 * The open fact that most live conditions read; null where there is none.
 * @param live positions of conditions
 * @param except a fact that is not to be chosen
 */
export function chooseOpenFact(terrain: Terrain, judged: JudgedState, live: readonly number[], except = -1): number | null {
  const weights = new Map<number, number>();
  for (const index of live) {
    const rule = terrain.model.rules[index];
    const weight = rule === undefined || index >= terrain.needsFrom ? 4 : rule.removes !== 0 ? 12 : rule.tier ** 2 + 1;
    const open = (terrain.conditions[index]?.reads ?? []).filter((fact) => fact !== except && !isSettledFact(judged, fact));
    for (const fact of open) weights.set(fact, (weights.get(fact) ?? 0) + weight / open.length);
  }
  let best: number | null = null;
  let most = 0;
  for (const [fact, weight] of weights) if (weight > most) [best, most] = [fact, weight];
  return best;
}

function isSettledFact(judged: JudgedState, fact: number): boolean {
  return isSingle(judged.state[fact] ?? 0);
}
