import type { FactCodes } from '../fleet/fact-codes.ts';
import type { FleetTally } from '../fleet/judge-fleet.ts';
import type { RowCounts } from '../fleet/assess-rows.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { makeOverview, tellVerdicts } from './make-overview.ts';
import type { Portfolio } from './portfolio.ts';

/** What a fleet was judged by. */
export interface FleetRun {
  readonly version: string;
  readonly ready: ReadyRulebook;
  readonly codes: FactCodes;
  /** The day waivers and rulings were judged by, YYYY-MM-DD. */
  readonly today: string;
  /** The column that rows were counted by. */
  readonly by: string | undefined;
}

/** What a judged fleet comes to. Equal fleets give an equal portfolio, its entries in the same order. */
export function summariseFleet(
  { version, ready, codes, today, by }: FleetRun,
  fleet: FleetTally,
  rows: RowCounts,
): Portfolio {
  const { counts } = fleet;
  const groups = [...counts.groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    schemaVersion: 1,
    tool: { name: 'advise', version },
    rulebooks: structuredClone(ready.rulebook.layers),
    rows,
    by:
      by === undefined
        ? null
        : {
            column: by,
            groups: groups.map(([group, own]) => ({
              group,
              verdicts: tellVerdicts(
                counts,
                counts.outcomes.map((_, outcome) => own.get(outcome) ?? 0),
              ),
            })),
          },
    ...makeOverview({
      ready,
      codes,
      today,
      counts,
      sorts: [...fleet.listSorts()],
      sites: counts.groups.size,
    }),
  };
}
