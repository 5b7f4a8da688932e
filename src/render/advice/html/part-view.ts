import type { PartAdvice } from '../../../advice/result.ts';
import type { Rulebook } from '../../../rulebook/rulebook.ts';

/** What the sections of a report show: the advice on one thing to place, and the words for it. */
export interface PartView {
  readonly part: PartAdvice;
  /** The waivers of the whole workload: one that is idle here may matter for another part. */
  readonly waivers: PartAdvice['waivers'];
  readonly name: string;
  /** The file of the workload. */
  readonly file: string;
  /** Begins the ids of this part's elements, so that several parts fit on one page. */
  readonly anchor: string;
  readonly rulebook: Rulebook;
  /** How many facts a reader changed; only where the page is live. */
  readonly changed?: number;
  /** Tries a change of facts; only where the page is live. */
  readonly onTry?: (changes: readonly { readonly fact: string; readonly value: string }[]) => void;
}

/** The id of the element that tells of a rule. */
export function anchorRule({ anchor }: PartView, rule: string): string {
  return `${anchor}-rule-${rule}`;
}
