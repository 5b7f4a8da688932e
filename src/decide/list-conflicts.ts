import { at } from '../at.ts';
import type { Remover } from './survivors.ts';
import type { Judgement } from './judge-rules.ts';
import { truth } from './judge-condition.ts';
import { maskOfAll } from './kinds.ts';
import type { Mask, Model } from './model.ts';

/** How many sets are listed at most: a rulebook can have as many as there are ways to choose a rule for each placement. */
export const mostConflicts = 100;

/**
 * The smallest sets of rules and needs that together leave nothing: the first of the least size,
 * ordered by id, at most `mostConflicts`. Exact.
 * @param judgement under which no placement survives
 */
export function listConflicts(model: Model, judgement: Judgement): Remover[][] {
  const removers = listAllRemovers(model, judgement);
  const everything = maskOfAll(model);
  const size = findLeastSize(new Set(removers.map(({ mask }) => mask)), everything);
  if (size === null) return [];
  const sets = listCovers({ removers, futile: new Set() }, everything, size, 0, mostConflicts);
  return sets.map((set) => set.map((index) => at(removers, index).remover));
}

interface RemoverMask {
  readonly remover: Remover;
  /** The rule, or the placement. */
  readonly id: string;
  readonly mask: Mask;
}

function listAllRemovers(model: Model, judgement: Judgement): RemoverMask[] {
  const rules = model.rules.flatMap(({ id, removes }, rule): RemoverMask[] =>
    judgement.rules[rule] === truth.true && removes !== 0
      ? [{ id, remover: { is: 'rule', rule }, mask: removes }]
      : [],
  );
  const needs = model.placements.flatMap(({ id }, placement): RemoverMask[] =>
    judgement.needs[placement] === truth.false
      ? [{ id, remover: { is: 'needs', placement }, mask: 1 << placement }]
      : [],
  );
  return [...rules, ...needs].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** How many masks it takes at least to cover everything; null where all together do not. */
function findLeastSize(masks: ReadonlySet<Mask>, everything: Mask): number | null {
  let reached = new Set<Mask>([0]);
  for (let size = 0; size <= masks.size; size++) {
    if (reached.has(everything)) return size;
    reached = new Set([...reached].flatMap((covered) => [...masks].map((mask) => covered | mask)));
  }
  return null;
}

interface CoverSearch {
  readonly removers: readonly RemoverMask[];
  /** Where it was found that nothing more can be covered: what is left, by how many, from which position. */
  readonly futile: Set<string>;
}

/** The first sets of exactly `size` removers, from position `from` on, that cover what is left. */
function listCovers(search: CoverSearch, left: Mask, size: number, from: number, most: number): number[][] {
  if (left === 0) return size === 0 ? [[]] : [];
  const key = `${left} ${size} ${from}`;
  if (size === 0 || search.futile.has(key)) return [];
  const sets: number[][] = [];
  for (let index = from; index < search.removers.length && sets.length < most; index++) {
    const { mask } = at(search.removers, index);
    if ((mask & left) === 0) continue;
    const rests = listCovers(search, left & ~mask, size - 1, index + 1, most - sets.length);
    sets.push(...rests.map((rest) => [index, ...rest]));
  }
  if (sets.length === 0) search.futile.add(key);
  return sets;
}
