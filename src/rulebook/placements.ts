import { entryOf } from '../entry-of.ts';
import type { Placement, Rulebook } from './rulebook.ts';

/** What placement names may refer to. */
export interface PlacementNames {
  readonly placements: readonly Pick<Placement, 'id' | 'kind'>[];
  readonly placementGroups: Rulebook['placementGroups'];
}

/**
 * The names that a list of placements may use: placements, their groups, vm, container and all.
 * @param rulebook the placements and groups
 */
export function listPlacementNames(rulebook: PlacementNames): string[] {
  const ids = rulebook.placements.map((placement) => placement.id);
  return [...ids, ...Object.keys(rulebook.placementGroups), 'vm', 'container', 'all'];
}

/**
 * The placements that a name or list of names stands for, as positions, ascending; none for nothing.
 * @param rulebook the placements and groups
 * @param names placements, groups of them, vm, container or all
 */
export function resolvePlacements(
  rulebook: PlacementNames,
  names: string | readonly string[] | undefined,
): number[] {
  const wanted = names === undefined ? [] : typeof names === 'string' ? [names] : names;
  const ids = new Set(wanted.flatMap((name) => entryOf(rulebook.placementGroups, name) ?? [name]));
  return rulebook.placements.flatMap((placement, index) =>
    ids.has('all') || ids.has(placement.kind) || ids.has(placement.id) ? [index] : [],
  );
}
