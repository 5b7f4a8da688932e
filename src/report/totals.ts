import type { Advice, Result } from '../advice/result.ts';
import type { Headline } from '../words.ts';

const nouns: Readonly<Record<Headline, readonly [one: string, several: string]>> = {
  container: ['container', 'containers'],
  vm: ['VM', 'VMs'],
  either: ['either', 'either'],
  split: ['split', 'split'],
  none: ['with no placement', 'with no placement'],
};
const order: readonly Headline[] = ['container', 'vm', 'split', 'either', 'none'];

/** How many of some things came out as one headline. */
export interface Share {
  readonly headline: Headline;
  readonly count: number;
  /** The count with its noun: "2 containers". */
  readonly words: string;
}

/** What some workloads came out as, the parts of a system where it is the only one, in a fixed order. */
export function listShares(results: readonly Advice[]): Share[] {
  const placed =
    findSystem(results)?.components.map(({ verdict }) => ({ verdict, count: 1 })) ??
    results.map((advice) => ({ verdict: advice.verdict, count: countWorkloads([advice]) }));
  return order.flatMap((headline) => {
    const own = placed.filter(({ verdict }) => verdict.headline === headline);
    const count = own.reduce((sum, each) => sum + each.count, 0);
    return count === 0
      ? []
      : [{ headline, count, words: `${count} ${nouns[headline][count === 1 ? 0 : 1]}` }];
  });
}

/** The same in words: "2 containers, 4 VMs". */
export function wordShares(results: readonly Advice[]): string {
  return listShares(results)
    .map(({ words }) => words)
    .join(', ');
}

/** The only workload, where it has parts. */
function findSystem([first, second]: readonly Advice[]): Advice | undefined {
  return second === undefined && first !== undefined && first.components.length > 0 ? first : undefined;
}

/** What several workloads came out as, or the parts of one, and how many gates tripped: "3 workloads: 2 containers, 1 VM; 1 of 6 gates tripped". */
export function wordTotals({
  results,
  against,
  unread = [],
}: Pick<Result, 'results' | 'against' | 'unread'>): string {
  const parts = findSystem(results)?.components.length;
  const of = parts === undefined ? wordCount(countWorkloads(results), 'workload') : wordCount(parts, 'part');
  const gates = [
    ...results.flatMap((advice) => advice.gates),
    ...(against?.complete === true ? [{ passed: against.notAssessed.length === 0 }] : []),
  ];
  const tripped = gates.filter(({ passed }) => !passed).length;
  const held =
    gates.length === 0
      ? ''
      : `; ${tripped === 0 ? 'none' : tripped} of ${wordCount(gates.length, 'gate')} tripped`;
  const missing = unread.length === 0 ? '' : `; ${wordCount(unread.length, 'file')} could not be read`;
  return `${of}: ${wordShares(results)}${held}${missing}`;
}

/** Workloads that came out as one entry, being alike in all that a rule looks at, count each. */
function countWorkloads(results: readonly Advice[]): number {
  return results.reduce((sum, { workload }) => sum + 1 + (workload.alike?.length ?? 0), 0);
}

/** A number with its noun. */
export function wordCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a report on several workloads is called. */
export function wordResultsTitle(results: readonly Advice[]): string {
  return `Where ${countWorkloads(results)} workloads belong`;
}
