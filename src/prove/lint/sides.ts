import { judgeTable } from '../../decide/bit-table.ts';
import { markBits } from '../../decide/bit-words.ts';
import type { Mask, State } from '../../decide/model.ts';
import { withFact } from '../../reason/engine/judged-state.ts';
import type { WorkloadTable } from './workload-table.ts';

/** What is changed of every workload: a rule is left out, or one value of a fact is said in place of another. */
export type Change = { readonly is: 'rule'; readonly rule: number } | Swap;

/** That one lifted value of a fact is said in place of another. */
export interface Swap {
  readonly is: 'swap';
  readonly fact: number;
  readonly one: Mask;
  readonly other: Mask;
  /** As bits the conditions that it can make true, by their tests of the fact, and those that it can make false. */
  readonly starting: Int32Array;
  readonly stopping: Int32Array;
}

/** The change that another lifted value of a fact is said in place of one. */
export function swapValues({ tests, width }: WorkloadTable, fact: number, one: Mask, other: Mask): Swap {
  const markPassing = (value: Mask, not: Mask): Int32Array =>
    markBits(
      width,
      (bit) =>
        tests[bit]?.some(
          (test) => test.fact === fact && (test.mask & value) !== 0 && (test.mask & not) === 0,
        ) === true,
    );
  return {
    is: 'swap',
    fact,
    one,
    other,
    starting: markPassing(other, one),
    stopping: markPassing(one, other),
  };
}

/** What holds of a set of workloads and of the same after a change, as bits of the conditions. */
export interface Sides {
  /** What is certain before it, and after. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** What is certain on both sides. */
  readonly sure: Int32Array;
  /** What is not out of the question on one side at least. */
  readonly possible: Int32Array;
  /** Neither certain nor out of the question on one side at least. */
  readonly open: Int32Array;
  /** What the change may make true, and what it may make false. */
  readonly starts: Int32Array;
  readonly stops: Int32Array;
  /** What it may make true or false. */
  readonly apart: Int32Array;
}

/** Makes room for the sides of one set of workloads after the other. */
export function makeSides({ width }: WorkloadTable): Sides {
  const words = (): Int32Array => new Int32Array(width);
  return {
    before: words(),
    after: words(),
    sure: words(),
    possible: words(),
    open: words(),
    starts: words(),
    stops: words(),
    apart: words(),
  };
}

/**
 * Judges both sides of a set of workloads.
 * @param state a set of lifted values for every fact
 */
export function judgeSides(workloads: WorkloadTable, change: Change, state: State, into: Sides): void {
  if (change.is === 'rule') judgeWithout(workloads, change.rule, state, into);
  else judgeSwapped(workloads, change, state, into);
}

function judgeWithout(
  { table, judged, width }: WorkloadTable,
  rule: number,
  state: State,
  into: Sides,
): void {
  const { before, after, sure, possible, open, stops, apart } = into;
  judgeTable(table, state, judged);
  for (let word = 0; word < width; word++) {
    const own = word === rule >> 5 ? 1 << (rule & 31) : 0;
    const [certain, out] = [judged[word] ?? 0, judged[width + word] ?? 0];
    before[word] = certain;
    after[word] = certain & ~own;
    sure[word] = certain & ~own;
    possible[word] = ~out;
    open[word] = ~certain & ~out;
    stops[word] = apart[word] = ~out & own;
  }
}

function judgeSwapped(
  { table, judged, width }: WorkloadTable,
  { fact, one, other, starting, stopping }: Swap,
  state: State,
  into: Sides,
): void {
  const { before, after, sure, possible, open, starts, stops, apart } = into;
  judgeTable(table, withFact(state, fact, one), judged);
  for (let word = 0; word < width; word++) {
    const [certain, out] = [judged[word] ?? 0, judged[width + word] ?? 0];
    before[word] = certain;
    possible[word] = ~out;
    open[word] = ~certain & ~out;
  }
  judgeTable(table, withFact(state, fact, other), judged);
  for (let word = 0; word < width; word++) {
    const [certain, out] = [judged[word] ?? 0, judged[width + word] ?? 0];
    const [was, might] = [before[word] ?? 0, possible[word] ?? 0];
    const [start, stop] = [~out & ~was & (starting[word] ?? 0), might & ~certain & (stopping[word] ?? 0)];
    after[word] = certain;
    sure[word] = was & certain;
    possible[word] = might | ~out;
    open[word] = (open[word] ?? 0) | (~certain & ~out);
    starts[word] = start;
    stops[word] = stop;
    apart[word] = start | stop;
  }
}

/** The positions of the bits that are set, ascending; those that are set in both where two are given. */
export function listSlots(words: Int32Array, among?: Int32Array): number[] {
  const slots: number[] = [];
  const { length } = among ?? words;
  for (let word = 0; word < length; word++)
    for (let bits = (words[word] ?? 0) & (among?.[word] ?? -1); bits !== 0; bits &= bits - 1)
      slots.push((word << 5) + 31 - Math.clz32(bits & -bits));
  return slots;
}
