import type { RulebookChange } from '../../prove/compare-rulebooks.ts';
import type { WorkloadComparison } from '../../prove/compare-workloads.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { RulesContext } from './rules-text.ts';

/** Two rulebooks, what differs, and what workloads come out as. */
export interface RulesDiff {
  readonly before: Rulebook;
  readonly after: Rulebook;
  readonly changes: readonly RulebookChange[];
  readonly workloads: readonly WorkloadComparison[];
}

/** How a comparison is printed. */
export interface DiffContext extends RulesContext {
  /** Every cause and problem of a workload, not only the first few. */
  readonly verbose: boolean;
}
