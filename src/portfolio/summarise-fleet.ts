import { buildState } from '../decide/build-state.ts';
import type { FactCodes } from '../fleet/fact-codes.ts';
import { statementsOf } from '../fleet/code-rows.ts';
import type { FleetTally } from '../fleet/judge-fleet.ts';
import type { RowCounts } from '../fleet/assess-rows.ts';
import { makePortfolio } from './make-portfolio.ts';
import type { Portfolio } from './portfolio.ts';
import type { FleetSort } from './fleet-sort.ts';
import { prepareModel } from '../reason/engine/prepared.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { at } from '../at.ts';
import type { PlacedHeadline } from '../words.ts';

/** What a judged fleet comes to. */
export function summariseFleet(
  version: string,
  ready: ReadyRulebook,
  codes: FactCodes,
  fleet: FleetTally,
  rows: RowCounts,
  by: string | undefined,
): Portfolio {
  const vectors = [...fleet.listVectors()].sort((a, b) => b.rows - a.rows);
  const sorts = function* (): Generator<FleetSort> {
    for (const { vector, rows: workloads, outcome } of vectors) {
      const { headline, strength, status } = at(fleet.counts.outcomes, outcome);
      const known = buildState(ready.model, statementsOf(ready, codes, vector));
      yield { known, workloads, headline: headline as PlacedHeadline, strength, status };
    }
  };
  return makePortfolio({
    version,
    ready,
    prepared: prepareModel(ready.model),
    rows,
    counts: fleet.counts,
    by,
    sorts: sorts(),
    size: vectors.length,
  });
}
