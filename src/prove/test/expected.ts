import type { Position } from '../../errors.ts';
import type { Workload } from '../../workload/workload.ts';

/** What a test can say about a verdict: one value each. */
export const verdictKeys = ['headline', 'strength', 'status', 'placement'] as const;
/** What a test can say about rules and actions: a list of ids each. */
export const listedKeys = ['must', 'fires', 'quiet', 'undecided'] as const;
/** Every key of `expected`. */
export const expectedKeys = [...verdictKeys, ...listedKeys] as const;

/** One thing that a test says has to come out. */
export interface Expected {
  readonly what: (typeof expectedKeys)[number];
  /** A headline, strength, status, placement, action or rule. */
  readonly value: string;
  /** The old name that the rule was called by. */
  readonly oldName?: string;
  /** The component it is said of; undefined for the workload as a whole. */
  readonly component?: string | undefined;
  readonly at: Position;
}

/** One document of a test file: a whole workload, and what has to come out of it, if it says so. */
export interface TestDocument {
  /** Called as the document is, not as a workload file that it names. */
  readonly workload: Workload;
  /** Empty for a workload that only shows what rules are for. */
  readonly expected: readonly Expected[];
  readonly at: Position;
}
