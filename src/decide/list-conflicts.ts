import { at } from '../at.ts';
import type { Remover } from './survivors.ts';
import type { Judgement } from './judge-rules.ts';
import { truth } from './judge-condition.ts';
import { maskOfAll } from './kinds.ts';
import type { Mask, Model } from './model.ts';

/**
 * The smallest sets of rules and needs that together leave nothing: all of the least size, ordered
 * by id. Exact.
 * @param judgement under which no placement survives
 */
export function listConflicts(model: Model, judgement: Judgement): Remover[][] {
  const removers = listAllRemovers(model, judgement);
  for (let size = 1; size <= removers.length; size++) {
    const sets = listCovers(removers, maskOfAll(model), size, 0);
    if (sets.length > 0) return sets.map((set) => set.map((index) => at(removers, index).remover));
  }
  return [];
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

/** All sets of exactly `size` removers, from position `from` on, that cover what is left. */
function listCovers(removers: readonly RemoverMask[], left: Mask, size: number, from: number): number[][] {
  if (left === 0) return size === 0 ? [[]] : [];
  if (size === 0 || !coverable(removers, left, from)) return [];
  return removers.flatMap(({ mask }, index) => {
    if (index < from || (mask & left) === 0) return [];
    return listCovers(removers, left & ~mask, size - 1, index + 1).map((rest) => [index, ...rest]);
  });
}

function coverable(removers: readonly RemoverMask[], left: Mask, from: number): boolean {
  const reach = removers.slice(from).reduce((mask, remover) => mask | remover.mask, 0);
  return (left & ~reach) === 0;
}
