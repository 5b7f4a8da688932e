import type { Advice, PartAdvice, Result } from '../../../advice/result.ts';

/** What one decision record is about. */
export interface DecisionRecord {
  readonly advice: Advice;
  /** The whole workload, or one component of it. */
  readonly part: PartAdvice;
  readonly name: string;
  readonly result: Result;
  /** Depth of its title. */
  readonly depth: number;
}
