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

/** What several workloads came out as, and how many gates tripped: "3 workloads: 2 containers, 1 VM; 1 of 6 gates tripped". */
export function wordTotals({ results }: Pick<Result, 'results'>): string {
  const counts = order.flatMap((headline) => {
    const count = countWorkloads(results.filter(({ verdict }) => verdict.headline === headline));
    return count === 0 ? [] : [`${count} ${nouns[headline][count === 1 ? 0 : 1]}`];
  });
  const gates = results.flatMap((advice) => advice.gates);
  const tripped = gates.filter(({ passed }) => !passed).length;
  const held =
    gates.length === 0
      ? ''
      : `; ${tripped === 0 ? 'none' : tripped} of ${wordCount(gates.length, 'gate')} tripped`;
  return `${wordCount(countWorkloads(results), 'workload')}: ${counts.join(', ')}${held}`;
}

/** Workloads that came out as one entry, being alike in all that a rule looks at, count each. */
function countWorkloads(results: readonly Advice[]): number {
  return results.reduce((sum, { workload }) => sum + 1 + (workload.alike?.length ?? 0), 0);
}

function wordCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
