import { streamKeyedRows, type KeyedRow } from './keyed-rows.ts';

/** What differs where vectors were decided twice: by two rulebooks, or as an inventory was twice. */
export interface MovedDecisions {
  /** Vectors, and rows that have them, of which both tables have a decision. */
  readonly both: Counted;
  /** Of those, which come out otherwise: headline, strength, placement or status. */
  readonly moved: Counted;
  /** What only one of the tables has. */
  readonly gone: Counted;
  readonly added: Counted;
  /** How they come out, before and after, by what a reader sees first. */
  readonly changes: ReadonlyMap<string, Counted>;
  /** Of what comes out otherwise, rules that speak now and did not, and the other way round. */
  readonly speaks: ReadonlyMap<string, Counted>;
  readonly silent: ReadonlyMap<string, Counted>;
  /** Of what comes out otherwise, that of which the same rules speak: their strength or what is presumed changed. */
  readonly sameRules: Counted;
  /** Of the later table, that of which the status is not proven. */
  readonly notProven: Counted;
}

/** A number of vectors, and of rows that have them. */
export interface Counted {
  readonly vectors: number;
  readonly rows: number;
}

/** A table of decisions. */
export interface DecisionSource {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly file: string;
}

/** What a decision comes to, as far as it is compared. */
interface Outcome {
  readonly n: number;
  readonly headline: string;
  readonly verdict: string;
  readonly proven: boolean;
  readonly rules: string;
}

const verdictColumns = ['headline', 'strength', 'status', 'proven', 'placement'] as const;
const ruleColumns = ['reasons_for', 'reasons_against', 'ruling_out', 'form_reasons'] as const;
const columns = [...verdictColumns, ...ruleColumns];

/**
 * Holds two tables of decisions against each other, by the keys of vectors. What is counted of both is the
 * number of rows of the later.
 * @throws InputError where one is no table of decisions
 */
export async function compareDecisions(
  before: DecisionSource,
  after: DecisionSource,
): Promise<MovedDecisions> {
  const earlier = new Map<string, Outcome>();
  for await (const rows of streamKeyedRows(before.chunks, before.file, columns))
    for (const row of rows) earlier.set(row.key, outcomeOf(row));
  const [both, moved, gone, added, sameRules, notProven] = [zero(), zero(), zero(), zero(), zero(), zero()];
  const [changes, speaks, silent] = [counting(), counting(), counting()];
  for await (const rows of streamKeyedRows(after.chunks, after.file, columns))
    for (const row of rows) {
      const [now, then] = [outcomeOf(row), earlier.get(row.key)];
      earlier.delete(row.key);
      count(then === undefined ? added : both, now.n);
      if (!now.proven) count(notProven, now.n);
      if (then === undefined || then.verdict === now.verdict) continue;
      count(moved, now.n);
      const same = then.headline === now.headline;
      changes.add(same ? `${now.headline}, otherwise` : `${then.headline} → ${now.headline}`, now.n);
      const [old, fresh] = [listRules(then), listRules(now)];
      for (const rule of fresh) if (!old.has(rule)) speaks.add(rule, now.n);
      for (const rule of old) if (!fresh.has(rule)) silent.add(rule, now.n);
      if (old.size === fresh.size && [...old].every((rule) => fresh.has(rule))) count(sameRules, now.n);
    }
  for (const { n } of earlier.values()) count(gone, n);
  return {
    both,
    moved,
    gone,
    added,
    sameRules,
    notProven,
    changes: changes.sorted(),
    speaks: speaks.sorted(),
    silent: silent.sorted(),
  };
}

function outcomeOf({ n, cellOf }: KeyedRow): Outcome {
  return {
    n,
    headline: cellOf('headline'),
    verdict: verdictColumns.map(cellOf).join(' '),
    proven: cellOf('proven') !== 'false',
    rules: ruleColumns.map(cellOf).join('|'),
  };
}

function listRules({ rules }: Outcome): Set<string> {
  return new Set(rules.split('|').filter((rule) => rule !== ''));
}

/** A count that grows. */
interface Counter {
  vectors: number;
  rows: number;
}

const zero = (): Counter => ({ vectors: 0, rows: 0 });

function count(counter: Counter, rows: number): void {
  counter.vectors++;
  counter.rows += rows;
}

/** Counts by name; those of most rows come first. */
function counting() {
  const counters = new Map<string, Counter>();
  return {
    add: (name: string, rows: number): void => {
      const counter = counters.get(name) ?? zero();
      counters.set(name, counter);
      count(counter, rows);
    },
    sorted: (): ReadonlyMap<string, Counted> =>
      new Map([...counters].sort(([a, one], [b, other]) => other.rows - one.rows || (a < b ? -1 : 1))),
  };
}
