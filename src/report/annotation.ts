import type { Advice } from '../advice/result.ts';
import type { Position } from '../errors.ts';

/** Something that a machine format reports of a line: a gate, the verdict, a rule or an action. */
export interface Annotation {
  /** A rule id, or one that no rule can have: gate/expect, verdict/headline, must/<action>. */
  readonly id: string;
  /** error: a tripped gate, and nothing else. */
  readonly level: 'error' | 'warning' | 'note';
  /** Among those of a level: 0 for the worst. */
  readonly rank: number;
  readonly title: string;
  /** One paragraph; what the rulebook says in it is as it stands there. */
  readonly message: string;
  /** Lines of files, the most telling first; empty where nothing of it is in a file. */
  readonly at: readonly Position[];
  readonly workload: Advice['workload'];
  /** Undefined for the workload itself. */
  readonly component: string | undefined;
  /** What tells annotations of one id and one part apart. */
  readonly detail?: string;
}
