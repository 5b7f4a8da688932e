import { boundDifference } from './bound-difference.ts';
import { tellSidesApart } from './compare-sides.ts';
import type { Quest } from './search-workloads.ts';
import { type Change, judgeSides, makeSides } from './sides.ts';
import type { WorkloadTable } from './workload-table.ts';

/**
 * Looks for a workload to which a change makes a difference.
 * @param forms whether it may be that of a form alone; false where it is known that there is none of that sort
 */
export function seekDifference(workloads: WorkloadTable, change: Change, forms = true): Quest {
  const sides = makeSides(workloads);
  return {
    look: (state) => {
      judgeSides(workloads, change, state, sides);
      const hanging = boundDifference(workloads, sides, forms);
      return hanging && { state, hanging };
    },
    shows: (workload) => {
      judgeSides(workloads, change, workload, sides);
      return tellSidesApart(workloads, sides);
    },
    whole: change.is === 'swap' ? change.fact : null,
    draws: 3,
  };
}
