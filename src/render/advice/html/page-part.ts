import type { ReportPart } from '../../../report/names.ts';

/** One thing to place on a page, and what the page adds to it. */
export interface PagePart extends ReportPart {
  /** Begins the ids of this part's elements, so that several parts fit on one page. */
  readonly anchor: string;
  /** Begins the ids of what is told once for all parts of its workload. */
  readonly workload: string;
  /** How many facts a reader changed; only where the page is live. */
  readonly changed?: number;
  /** Tries a change of facts; only where the page is live. */
  readonly onTry?: (changes: readonly { readonly fact: string; readonly value: string }[]) => void;
}

/** The id of the element that tells of a rule. */
export function anchorRule({ anchor }: PagePart, rule: string): string {
  return `${anchor}-rule-${rule}`;
}
