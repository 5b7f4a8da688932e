import { listBits } from '../decide/evaluate-condition.ts';
import type { Mask, State } from '../decide/model.ts';
import { type Bounds, boundHeadlines, type HeadlineSet } from './bound-headlines.ts';
import { judgeState, type JudgedState, narrowFact, partValues, type Terrain } from './judged-state.ts';

/** The headlines that completions of a state have. */
export interface Reach {
  readonly headlines: HeadlineSet;
  /** False where the search was ended by its budget: then there may be others. */
  readonly finished: boolean;
}

/** Nodes a search may visit; far above what the default rulebook takes. */
export const defaultBudget = 200_000;

interface Search {
  readonly terrain: Terrain;
  readonly seen: Set<string>;
  /** How many headlines are enough to stop. */
  readonly enough: number;
  found: HeadlineSet;
  nodes: number;
}

/**
 * Finds exactly which headlines the completions of a state have: memoised branch and bound. A
 * branch is left as soon as it can show nothing new.
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
  const search: Search = { terrain, seen: new Set(), enough, found: 0, nodes: budget };
  explore(search, 'truths' in state ? state : judgeState(terrain, state));
  return { headlines: search.found, finished: search.nodes > 0 };
}

function explore(search: Search, judged: JudgedState): void {
  if (search.nodes-- <= 0 || countHeadlines(search.found) >= search.enough) return;
  const bounds = boundHeadlines(search.terrain, judged);
  if ((bounds.headlines & ~search.found) === 0) return;
  const fact = chooseBranch(search.terrain, judged, bounds);
  if (fact === null || isSingleHeadline(bounds.headlines)) {
    search.found |= bounds.headlines;
    return;
  }
  const key = writeKey(search.terrain, judged, bounds);
  if (search.seen.has(key)) return;
  search.seen.add(key);
  for (const mask of partValues(search.terrain, fact.fact, judged.state[fact.fact] ?? 0, fact.among))
    explore(search, narrowFact(search.terrain, judged, fact.fact, mask));
}

/**
 * How many headlines are in a set.
 * @param set headlines as bits
 */
export function countHeadlines(set: HeadlineSet): number {
  return listBits(set).length;
}

function isSingleHeadline(set: HeadlineSet): boolean {
  return (set & (set - 1)) === 0;
}

/**
 * The fact to branch on: the one that most weight hangs on, exclusions before votes. Null where no
 * open condition can matter: then the bound is exact.
 */
function chooseBranch(
  terrain: Terrain,
  judged: JudgedState,
  bounds: Bounds,
): { fact: number; among: readonly number[] } | null {
  const weights = new Map<number, number>();
  for (const index of bounds.live) {
    const rule = terrain.model.rules[index];
    const weight =
      rule === undefined || index >= terrain.needsFrom ? 8 : rule.removes !== 0 ? 12 : rule.tier ** 2;
    const open = (terrain.conditions[index]?.reads ?? []).filter(
      (fact) => !isSettled(judged.state[fact] ?? 0),
    );
    for (const fact of open) weights.set(fact, (weights.get(fact) ?? 0) + weight / open.length);
  }
  let best: number | null = null;
  let most = 0;
  for (const [fact, weight] of weights)
    if (weight > most) {
      most = weight;
      best = fact;
    }
  return best === null ? null : { fact: best, among: bounds.live };
}

function isSettled(mask: Mask): boolean {
  return (mask & (mask - 1)) === 0;
}

/** Equal keys have equal futures: what is certain, what is open, and the open facts it reads. */
function writeKey(terrain: Terrain, judged: JudgedState, bounds: Bounds): string {
  const facts = new Set<number>();
  for (const index of bounds.live) for (const fact of terrain.conditions[index]?.reads ?? []) facts.add(fact);
  const masks = [...facts].map((fact) => `${fact}:${judged.state[fact] ?? 0}`);
  return `${bounds.key}|${bounds.live.join()}|${masks.join()}`;
}
