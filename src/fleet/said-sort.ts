import { gatherWaivedRules } from '../advice/apply-waivers.ts';
import type { AssessOptions } from '../assess.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { combineFacts, listParts, type Ruling, type Workload } from '../workload/workload.ts';
import type { Vector } from './code-rows.ts';
import type { FactCodes } from './fact-codes.ts';

/**
 * What is known of a workload, as far as it decides: two that have the same are of one sort. Where facts alone are
 * known of one thing to place, as of most rows, that is its vector.
 */
export type SaidSort = Vector | SaidAlone;

/** What is known of a workload that has parts, or rules of its own. */
export interface SaidAlone {
  /** Of each thing to place. */
  readonly vectors: readonly Vector[];
  /** Ids of the rules that do not count for it. */
  readonly waived: readonly string[];
  /** What people have ruled for it alone. */
  readonly rulings: readonly Ruling[];
}

/** A sort, how many workloads are of it, and what they come out as. */
export interface CountedSort {
  readonly said: SaidSort;
  readonly workloads: number;
  /** Position of its outcome. */
  readonly outcome: number;
  /** When the first of it came: sorts that have as many workloads stand in this order. */
  readonly first: number;
}

/** The sort of a workload. */
export function sortOfWorkload(
  { model }: ReadyRulebook,
  codes: FactCodes,
  workload: Workload,
  { profile = [], set = [], today, ignoreWaivers, ignoreRulings }: AssessOptions,
): SaidSort {
  const vectors = listParts(workload).map(({ facts }) => {
    const said = combineFacts(profile, workload.facts, facts, set);
    return String.fromCharCode(...model.facts.map(({ id }, fact) => codes.codeOf(fact, said.get(id))));
  });
  const waived = ignoreWaivers === true ? [] : [...gatherWaivedRules(workload.waivers, today)].sort();
  const rulings = ignoreRulings === true ? [] : (workload.rulings ?? []);
  const [only, second] = vectors;
  const isPlain = second === undefined && waived.length + rulings.length === 0;
  return isPlain && only !== undefined ? only : { vectors, waived, rulings };
}

/** A text that two sorts have in common only where they are the same. */
function keyOfSort(said: SaidSort): string {
  if (typeof said === 'string') return said;
  const { vectors, waived, rulings } = said;
  return JSON.stringify([vectors, waived, rulings.map((ruling) => ({ ...ruling, at: undefined }))]);
}

/** Gathers workloads by their sort. */
export interface SortGatherer {
  add(said: SaidSort, outcome: number, workloads: number, first: number): void;
  /** Each by a text that no other has; that of a vector is the vector. */
  readonly sorts: ReadonlyMap<string, CountedSort>;
}

/**
 * Begins to gather.
 * @param most how many sorts are kept
 */
export function gatherSorts(most = Infinity): SortGatherer {
  const sorts = new Map<string, CountedSort & { workloads: number }>();
  return {
    sorts,
    add: (said, outcome, workloads, first) => {
      const key = keyOfSort(said);
      const known = sorts.get(key);
      if (known !== undefined) known.workloads += workloads;
      else if (sorts.size < most) sorts.set(key, { said, outcome, workloads, first });
    },
  };
}
