import type { Advice, Result } from '../../../advice/result.ts';
import type { ReportPart } from '../../../report/names.ts';

/** What one decision record is about. */
export interface DecisionRecord {
  readonly advice: Advice;
  /** The whole workload, or one component of it. */
  readonly about: ReportPart;
  readonly result: Result;
  /** Depth of its title. */
  readonly depth: number;
}
