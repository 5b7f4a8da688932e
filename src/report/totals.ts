import type { Advice, Overview, Result } from '../advice/result.ts';
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
  return shareOut(
    findSystem(results)?.components.map(({ verdict: { headline } }) => ({ headline, workloads: 1 })) ??
      results.map((advice) => ({ headline: advice.verdict.headline, workloads: countWorkloads([advice]) })),
  );
}

/** What counted workloads came out as, in a fixed order. */
export function shareOut(
  counted: readonly Pick<Overview['verdicts'][number], 'headline' | 'workloads'>[],
): Share[] {
  return order.flatMap((headline) => {
    const own = counted.filter((each) => each.headline === headline);
    const count = own.reduce((sum, { workloads }) => sum + workloads, 0);
    return count === 0
      ? []
      : [{ headline, count, words: `${wordNumber(count)} ${nouns[headline][count === 1 ? 0 : 1]}` }];
  });
}

/** The same in words: "2 containers, 4 VMs". */
export function wordShares(shares: readonly Share[]): string {
  return shares.map(({ words }) => words).join(', ');
}

/** A number as it is read: 1,234. */
export function wordNumber(number: number): string {
  return number.toLocaleString('en', { maximumFractionDigits: 1 });
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
  return `${of}: ${wordShares(listShares(results))}${held}${missing}`;
}

/** Workloads that came out as one entry, being alike in all that a rule looks at, count each. */
function countWorkloads(results: readonly Advice[]): number {
  return results.reduce((sum, { workload }) => sum + 1 + (workload.alike?.length ?? 0), 0);
}

/** An average as it is told: with a tenth only where that is a notable part of it. */
export function roundAverage(average: number): number {
  return average < 100 ? average : Math.round(average);
}

/** A number with its noun. */
export function wordCount(count: number, noun: string): string {
  return `${wordNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a report on several workloads is called. */
export function wordResultsTitle(results: readonly Advice[]): string {
  return `Where ${countWorkloads(results)} workloads belong`;
}
