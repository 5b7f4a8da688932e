import type { State } from '../../decide/model.ts';
import type { Aim } from './aim.ts';
import type { Budget } from '../../reason/engine/run-budget.ts';
import { openSearch, type Quest, searchBox, type WorkloadSearch } from './search-workloads.ts';
import { seekAim } from './seek-aim.ts';
import type { WorkloadTable } from './workload-table.ts';

/** How many sets of workloads the first round may judge for each aim. */
const firstRound = 30;

/**
 * Searches for one workload in which one of some aims is met.
 * @param open where to look
 * @param shows whether a workload shows what the aims are for
 * @returns false where there is none, null where that was not settled
 */
export function searchAims(
  workloads: WorkloadTable,
  aims: readonly Aim[],
  open: State,
  shows: Quest['shows'],
  budget: Budget,
): State | false | null {
  const quests = aims.map((aim) => seekAim(workloads, aim, shows));
  return searchQuests(workloads, quests, open, budget);
}

/** Searches for one workload that shows what one of some quests is for, in rounds that become longer; answers likewise. */
export function searchQuests(
  workloads: WorkloadTable,
  quests: readonly Quest[],
  open: State,
  budget: Budget,
): State | false | null {
  let searches = quests.map((quest) => openSearch(workloads, quest, open, budget));
  for (let round = firstRound; searches.length > 0; round *= 2) {
    const left: WorkloadSearch[] = [];
    for (const search of searches) {
      if (budget.left <= 0) return null;
      search.until = Math.max(0, budget.left - round);
      const found = searchBox(search, open);
      if (found === true) return search.witness;
      if (found === null) left.push(search);
    }
    searches = left;
  }
  return false;
}
