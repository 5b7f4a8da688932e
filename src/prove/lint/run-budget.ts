/** How many sets of workloads may still be looked at; counted down. */
export interface Budget {
  left: number;
}

/** Sets of workloads that all proofs about one rulebook may look at together, beyond what each has for itself. */
export const runBudget = 100_000;

/** What every proof has for itself: nearly all need no more. */
export const ownBudget = 60;

/** The part of what is left of a run that one proof may take, so that something is left for those that come after. */
const largestShare = 1 / 10;

/**
 * Lets a proof look at its share of the sets that a run has left, and takes off what it needed.
 * @param most what one proof may look at, however much is left
 */
export function spendOn<T>(run: Budget, most: number, prove: (budget: Budget) => T): T {
  const share = Math.min(most, ownBudget + Math.floor(largestShare * run.left));
  const budget = { left: share };
  const answer = prove(budget);
  run.left -= Math.max(0, share - Math.max(0, budget.left) - ownBudget);
  return answer;
}

/** The budget of a run. */
export function openRunBudget(): Budget {
  return { left: runBudget };
}
