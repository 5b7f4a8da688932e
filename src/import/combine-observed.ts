import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Observed } from '../workload/workload.ts';

/**
 * Lays observations of one subject together, in the order of the rulebook: what was seen at several places
 * stands once a place, and what one rule saw was not missed by another. What the rulebook does not know says
 * nothing to it.
 */
export function combineObserved(
  { observations }: Pick<Rulebook, 'observations'>,
  observed: readonly Observed[],
): Observed[] {
  const known = new Set(observed.map(({ observation }) => observation));
  return observations.flatMap(({ id }) => {
    if (!known.has(id)) return [];
    const about = observed.filter(({ observation }) => observation === id);
    const seen = about.filter((each) => each.seen);
    const place = ({ at }: Observed) => `${at?.file ?? ''}:${at?.line ?? 0}:${at?.column ?? 0}`;
    const places = new Map(seen.map((each) => [place(each), each]));
    return seen.length > 0 ? [...places.values()] : about.slice(0, 1);
  });
}
