/** How many steps a search may still take, such as sets of workloads that it looks at; counted down. */
export interface Budget {
  left: number;
}

/** The budget of a run whose searches answer to one person: what they may take together. */
export interface Allowance extends Budget {
  /** How many of them ended without an answer. */
  unfinished: number;
}

/** Nodes that one search of the reasoning may visit; far above what the default rulebook takes. */
export const defaultBudget = 20_000;

/** Steps that all proofs of one run may take together, beyond what each has for itself. */
export const runBudget = 100_000;

/** What every proof has for itself: nearly all need no more. */
export const ownBudget = 60;

/** The part of what is left of a run that one proof may take, so that something is left for those that come after. */
const largestShare = 1 / 10;

/**
 * Lets a proof take its share of the steps that a run has left, and takes off what it needed.
 * @param most how many one proof may take, however many are left
 */
export function spendOn<T>(run: Budget, most: number, prove: (budget: Budget) => T): T {
  const share = Math.min(most, ownBudget + Math.floor(largestShare * run.left));
  const budget = { left: share };
  const answer = prove(budget);
  run.left = Math.max(0, run.left - Math.max(0, share - Math.max(0, budget.left) - ownBudget));
  return answer;
}

/** The budget of a run. */
export function openRunBudget(): Allowance {
  return { left: runBudget, unfinished: 0 };
}

/**
 * Lets a search take its share of an allowance, where there is one, and notes there whether it was finished.
 * @param most what the caller gives it, who then need not know the answer; the usual budget where left out
 */
export function searchWithin<T>(
  allowance: Allowance | null,
  most: number | undefined,
  search: (budget: Budget) => T,
  isFinished: (answer: T) => boolean,
): T {
  if (allowance === null) return search({ left: most ?? defaultBudget });
  const answer = spendOn(allowance, most ?? defaultBudget, search);
  if (most === undefined && !isFinished(answer)) allowance.unfinished++;
  return answer;
}
