import type { Advice, Overview } from '../advice/result.ts';
import type { AssessOptions } from '../assess.ts';
import { at } from '../at.ts';
import { numberStatements } from '../fleet/fact-codes.ts';
import { outcomeOf } from '../fleet/fleet-outcome.ts';
import { countOutcomes } from '../fleet/outcomes.ts';
import { gatherSorts, sortOfWorkload } from '../fleet/said-sort.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { Workload } from '../workload/workload.ts';
import { makeOverview } from './make-overview.ts';

/**
 * What some workloads come to together: what the portfolio says of a fleet with the same ones.
 * @param results the advice on each of them, in the same order
 */
export function summariseResults(
  workloads: readonly Workload[],
  results: readonly Advice[],
  ready: ReadyRulebook,
  options: AssessOptions,
): Overview {
  const codes = numberStatements(ready.model);
  const counts = countOutcomes(false);
  const gathered = gatherSorts();
  for (const [index, workload] of workloads.entries()) {
    const outcome = counts.enter(outcomeOf(at(results, index)));
    const many = 1 + (workload.alike?.length ?? 0);
    counts.count(outcome, '', many);
    gathered.add(sortOfWorkload(ready, codes, workload, options), outcome, many, index);
  }
  const sorts = [...gathered.sorts.values()];
  return makeOverview({ ready, codes, today: options.today, counts, sorts, sites: 1 });
}
