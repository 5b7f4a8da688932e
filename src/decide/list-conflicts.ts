import type { Judgement } from './judge-rules.ts';
import { truth } from './evaluate-condition.ts';
import type { Mask, Model } from './model.ts';

/** A rule, or what a placement needs: something that removes placements. */
export type Remover =
  { readonly is: 'rule'; readonly rule: number } | { readonly is: 'needs'; readonly placement: number };

/**
 * The smallest sets of rules and needs that together leave nothing: all of the least size, ordered
 * by id. Exact.
 * @param judgement under which no placement survives
 */
export function listConflicts(model: Model, judgement: Judgement): Remover[][] {
  const removers = listAllRemovers(model, judgement);
  const everything = 2 ** model.placements.length - 1;
  for (let size = 1; size <= removers.length; size++) {
    const sets = findCovers(removers, everything, size, 0);
    if (sets.length > 0)
      return sets.map((set) =>
        set.map((index) => removers[index]?.remover).filter((each) => each !== undefined),
      );
  }
  return [];
}

interface RemoverMask {
  readonly remover: Remover;
  readonly mask: Mask;
}

function listAllRemovers(model: Model, judgement: Judgement): RemoverMask[] {
  const rules = model.rules.flatMap((rule, index): (RemoverMask & { id: string })[] =>
    judgement.rules[index] === truth.true && rule.removes !== 0
      ? [{ id: rule.id, remover: { is: 'rule', rule: index }, mask: rule.removes }]
      : [],
  );
  const needs = model.placements.flatMap((placement, index): (RemoverMask & { id: string })[] =>
    judgement.needs[index] === truth.false
      ? [{ id: placement.id, remover: { is: 'needs', placement: index }, mask: 1 << index }]
      : [],
  );
  return [...rules, ...needs].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** All sets of exactly `size` removers, from position `from` on, that cover what is left. */
function findCovers(removers: readonly RemoverMask[], left: Mask, size: number, from: number): number[][] {
  if (left === 0) return size === 0 ? [[]] : [];
  if (size === 0 || !coverable(removers, left, from)) return [];
  return removers.flatMap(({ mask }, index) => {
    if (index < from || (mask & left) === 0) return [];
    return findCovers(removers, left & ~mask, size - 1, index + 1).map((rest) => [index, ...rest]);
  });
}

function coverable(removers: readonly RemoverMask[], left: Mask, from: number): boolean {
  const reach = removers.slice(from).reduce((mask, remover) => mask | remover.mask, 0);
  return (left & ~reach) === 0;
}
