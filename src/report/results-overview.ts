import type { Result } from '../advice/result.ts';
import { joinNames, type NameIndex } from './names.ts';
import { type OverviewBrief, wordOverviewBrief } from './overview-brief.ts';
import { listOverviewTables, type OverviewTable } from './overview-tables.ts';
import { listNamedParts, viewOverview } from './part.ts';

// What several workloads come to together, as a report says it that also lists each of them: what the list says is
// not said again.

/** What stands below the list. */
export interface ResultsOverview extends OverviewBrief {
  readonly tables: readonly OverviewTable[];
}

/** As many lines of a list are counted at a glance. */
const mostListed = 20;
/** Tables that say what such a list says. */
const listedTables: readonly string[] = ['verdicts', 'placements'];
/** As many are named for whom something has to be done. */
const mostNamed = 3;

/** Gathers it; undefined where there is one workload. */
export function viewResultsOverview(
  { results, overview }: Result,
  names: NameIndex,
): ResultsOverview | undefined {
  if (overview === undefined) return undefined;
  const listed = results.length <= mostListed;
  const holders = gatherHolders(results, names);
  const holdersOf = (action: string): string => {
    const own = holders.get(action) ?? [];
    return own.length > mostNamed ? '' : joinNames(own);
  };
  const tables = listOverviewTables(overview, { names, holdersOf });
  return {
    ...wordOverviewBrief(overview, names, listed),
    tables: listed ? tables.filter(({ id }) => !listedTables.includes(id)) : tables,
  };
}

/** For every condition of a verdict the workloads that have it, called as they are listed. */
function gatherHolders(results: Result['results'], names: NameIndex): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>();
  const rows = viewOverview(results, names);
  for (const [index, advice] of results.entries()) {
    const { name, alike = [] } = advice.workload;
    const called = alike.length > 0 ? [name, ...alike.map((each) => each.name)] : [rows[index]?.name ?? name];
    const actions = listNamedParts(advice).flatMap(({ part }) => part.actions);
    const musts = new Set(actions.flatMap(({ id, level }) => (level === 'must' ? [id] : [])));
    for (const id of musts) holders.set(id, [...(holders.get(id) ?? []), ...called]);
  }
  return holders;
}
