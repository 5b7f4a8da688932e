import { at } from '../../at.ts';
import { countBits } from '../../decide/bits.ts';
import type { Mask, State } from '../../decide/model.ts';
import type { Answer } from '../../reason/engine/judge-dependence.ts';
import { seedChance, type Chance } from './draw.ts';
import type { Budget } from '../../reason/engine/run-budget.ts';
import type { Stake } from './stakes.ts';
import type { LiftedTest, WorkloadTable } from './workload-table.ts';

/** How often a set is parted otherwise than looks best. */
const strayChance = 0.15;

/** What one of many workloads is looked for to show. */
export interface Quest {
  /** What of a set can show it, and on which open conditions that hangs; null where no workload of it does. */
  readonly look: (state: State) => Prospect | null;
  /** Whether a workload shows it: a single value for every fact. */
  readonly shows: (workload: State) => boolean;
  /** The fact that is not parted; null for none. */
  readonly whole: number | null;
  /** Workloads that are drawn of a set before it is parted, where that is cheaper than to part it. */
  readonly draws: number;
}

/** A part of a set that holds all of it that matters, and the conditions that are open in it. */
export interface Prospect {
  readonly state: State;
  readonly hanging: ReadonlyMap<number, Stake>;
}

/** A search for one workload that shows something. */
export interface WorkloadSearch {
  readonly workloads: WorkloadTable;
  readonly quest: Quest;
  /** Where it looks; every box begins here. */
  readonly open: State;
  /** Sets of workloads that were proven to show nothing, each by the few facts on which the proof rests. */
  readonly proven: (readonly LiftedTest[])[];
  readonly chance: Chance;
  readonly budget: Budget;
  /** How many sets this round leaves to the next. */
  until: number;
  /** What was found. */
  witness: State | null;
}

/** Begins a search. */
export function openSearch(
  workloads: WorkloadTable,
  quest: Quest,
  open: State,
  budget: Budget,
): WorkloadSearch {
  return {
    workloads,
    quest,
    open,
    proven: [],
    chance: seedChance(20261129),
    budget,
    until: 0,
    witness: null,
  };
}

/** What came of a set of workloads: a witness, none by these of its narrowings, or the budget ended it. */
type Found = 'witness' | 'unfinished' | ReadonlySet<number>;

/**
 * Whether a workload of a box shows what is looked for. A set is left as soon as it is proven to show
 * nothing, and what the proof rests on is kept: where it does not rest on the narrowing that led there, the
 * other part needs no look, and no set that lies within it, in this box or another.
 * @param box by fact a set of lifted values
 */
export function searchBox(search: WorkloadSearch, box: State): Answer {
  const path = box.flatMap((mask, fact): LiftedTest[] =>
    mask === search.open[fact] ? [] : [{ fact, mask }],
  );
  const found = explore(search, path);
  return found === 'witness' ? true : found === 'unfinished' ? null : false;
}

/** Whether the workload of a box that says least shows it. */
export function tryQuiet(search: WorkloadSearch, box: State): boolean {
  return tryWorkload(search, box.map(lastBit));
}

function tryWorkload(search: WorkloadSearch, workload: State): boolean {
  if (!search.quest.shows(workload)) return false;
  search.witness = workload;
  return true;
}

/** Whether one of some drawn workloads of a box shows it. */
export function tryDrawn(search: WorkloadSearch, box: State, draws: number): boolean {
  const { workloads, chance } = search;
  for (let draw = 0; draw < draws; draw++) {
    const loud = chance() ** 2;
    const presumes = chance() < 0.5;
    const drawn = box.map((mask, fact) => {
      const quiet = presumes ? mask & at(workloads.presumed, fact) : 0;
      if (chance() >= loud) return quiet === 0 ? lastBit(mask) : quiet;
      return pickBit(mask, chance);
    });
    if (tryWorkload(search, drawn)) return true;
  }
  return false;
}

function pickBit(mask: Mask, chance: Chance): Mask {
  let left = mask;
  for (let skip = Math.floor(chance() * countBits(mask)); skip > 0; skip--) left &= left - 1;
  return left & -left;
}

/** Of a set the last value: the one that leaves most open. */
function lastBit(mask: Mask): Mask {
  return 2 ** (31 - Math.clz32(mask));
}

function explore(search: WorkloadSearch, path: readonly LiftedTest[]): Found {
  const state = narrowBy(search, path);
  const known = findProven(search, state);
  if (known !== undefined) return restOn(path, known);
  if (search.budget.left <= search.until) return 'unfinished';
  const look = lookAt(search, state);
  if (look === null) return learn(search, path, explain(search, path));
  if (tryQuiet(search, look.state) || tryDrawn(search, look.state, search.quest.draws)) return 'witness';
  const split = chooseSplit(search, look);
  if (split === null) return new Set(path.keys());
  const rests = new Set<number>();
  for (const mask of split.parts) {
    const found = explore(search, [...path, { fact: split.fact, mask }]);
    if (typeof found === 'string') return found;
    if (!found.has(path.length)) return found;
    for (const each of found) if (each !== path.length) rests.add(each);
  }
  return learn(search, path, rests);
}

function findProven({ proven }: WorkloadSearch, state: State): readonly LiftedTest[] | undefined {
  return proven.find((each) => each.every(({ fact, mask }) => (at(state, fact) & ~mask) === 0));
}

/** What matters of a set, where it does not lie in one that was proven to show nothing. */
function lookAt(search: WorkloadSearch, state: State): Prospect | null {
  search.budget.left--;
  const look = search.quest.look(state);
  return look === null || look.state === state || findProven(search, look.state) === undefined ? look : null;
}

function narrowBy({ open }: WorkloadSearch, path: readonly LiftedTest[]): Mask[] {
  const state = open.slice();
  for (const { fact, mask } of path) state[fact] = at(state, fact) & mask;
  return state;
}

/** The narrowings that a proof needs: each of the others can be taken back and it still holds. */
function explain(search: WorkloadSearch, path: readonly LiftedTest[]): ReadonlySet<number> {
  const kept = new Set(path.keys());
  for (let each = path.length - 2; each >= 0; each--) {
    kept.delete(each);
    const fewer = narrowBy(
      search,
      path.filter((_, index) => kept.has(index)),
    );
    if (lookAt(search, fewer) !== null) kept.add(each);
  }
  return kept;
}

function learn({ proven }: WorkloadSearch, path: readonly LiftedTest[], rests: ReadonlySet<number>): Found {
  const masks = new Map<number, Mask>();
  for (const index of rests) {
    const { fact, mask } = at(path, index);
    masks.set(fact, (masks.get(fact) ?? -1) & mask);
  }
  proven.push([...masks].map(([fact, mask]) => ({ fact, mask })));
  return rests;
}

/** The narrowings of the facts that a proof rests on. */
function restOn(path: readonly LiftedTest[], proof: readonly LiftedTest[]): ReadonlySet<number> {
  const facts = new Set(proof.map(({ fact }) => fact));
  return new Set(path.flatMap(({ fact }, index) => (facts.has(fact) ? [index] : [])));
}

/** A fact parted in two by a test, whatever it was narrowed to: so that what both parts prove holds of the whole. */
interface Split {
  readonly fact: number;
  readonly parts: readonly Mask[];
}

/** Parts the fact on which most hangs by a test of the condition on which most hangs, that which fires least first. */
function chooseSplit(
  { workloads, quest, chance }: WorkloadSearch,
  { state, hanging }: Prospect,
): Split | null {
  const weights = state.map(() => 0);
  const heaviest = state.map((): (Stake & { readonly mask: Mask }) | null => null);
  for (const [slot, { weight, wished }] of hanging) {
    const open = at(workloads.tests, slot).filter(
      ({ fact, mask }) =>
        fact !== quest.whole && (at(state, fact) & mask) !== 0 && (at(state, fact) & ~mask) !== 0,
    );
    for (const { fact, mask } of open) {
      weights[fact] = at(weights, fact) + weight / open.length;
      if (weight > (heaviest[fact]?.weight ?? 0)) heaviest[fact] = { weight, wished, mask };
    }
  }
  const fact = weights.indexOf(Math.max(...weights));
  const best = heaviest[fact];
  if (best === null || best === undefined) return null;
  // Now and then otherwise than wished, so that no two rounds go the same way.
  const holds = best.wished === chance() >= strayChance;
  return { fact, parts: holds ? [best.mask, ~best.mask] : [~best.mask, best.mask] };
}
