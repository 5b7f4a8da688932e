import { at } from '../at.ts';
import type { StatusProof } from '../reason/prove-status.ts';
import type { FleetOutcome } from './fleet-outcome.ts';
import type { FleetRecord } from './fleet-record.ts';

/** What a fleet came to, counted: small, however many rows there were. */
export interface FleetCounts {
  readonly outcomes: readonly FleetOutcome[];
  /** For every outcome how many rows have it. */
  readonly rows: readonly number[];
  /** The same by what stands in the column that rows are counted by. */
  readonly groups: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** Counts rows by what they come out as. */
export interface OutcomeCounter extends FleetCounts {
  /** The position of what workloads come to. */
  enter(outcome: FleetOutcome): number;
  /** @param more how many rows; 1 where that is left out */
  count(outcome: number, group: string, more?: number): void;
}

/** In more groups than this nobody would read; what is beyond is counted together. */
const mostGroups = 1000;

/** What groups beyond those are called. */
const otherGroups = '(others)';

/**
 * Begins to count.
 * @param grouped whether rows are counted by group, too
 */
export function countOutcomes(grouped: boolean): OutcomeCounter {
  const outcomes: FleetOutcome[] = [];
  const rows: number[] = [];
  const known = new Map<string, number>();
  const groups = new Map<string, Map<number, number>>();
  return {
    outcomes,
    rows,
    groups,
    enter: ({ headline, strength, status, proven, contested, placement, must, if: leanings }) => {
      const outcome = { headline, strength, status, proven, contested, placement, must, if: leanings };
      const key = JSON.stringify(outcome);
      const position = known.get(key);
      if (position !== undefined) return position;
      known.set(key, outcomes.length);
      rows.push(0);
      return outcomes.push(outcome) - 1;
    },
    count: (outcome, group, more = 1) => {
      rows[outcome] = at(rows, outcome) + more;
      if (!grouped) return;
      const name = groups.has(group) || groups.size < mostGroups ? group : otherGroups;
      const own = groups.get(name) ?? new Map<number, number>();
      groups.set(name, own);
      own.set(outcome, (own.get(outcome) ?? 0) + more);
    },
  };
}

/** What is judged of a row. */
export interface JudgedRow {
  /** What is written of it, by format. */
  readonly texts: readonly string[];
  /** Its record, where that is asked for. */
  readonly record: FleetRecord | undefined;
}

/** What was found out of a vector: kept for all of them, as far as there is room. */
export interface KnownVector {
  readonly outcome: number;
  readonly proof: StatusProof;
  rows: number;
  /** When it came first, among all rows. */
  readonly first: number;
  /** Where what is written of it is kept; undefined where it is not. */
  readonly place: number | undefined;
  /** Its record, where that is asked for and kept. */
  readonly record: FleetRecord | undefined;
}
