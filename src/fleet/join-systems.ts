import { joinHeadlines } from '../advice/system.ts';
import { statuses, verdictStrengths } from '../words.ts';
import type { FleetRecord } from './fleet-record.ts';

/** Joins the records of rows by the system that they are parts of. */
export interface SystemJoin {
  /** Takes the record of a part. */
  add(system: string, part: FleetRecord): void;
  /** The systems with their records, in the order in which they first came. */
  listSystems(): (readonly [name: string, record: FleetRecord])[];
}

/** Begins to join records; of each system one is kept. */
export function joinSystems(): SystemJoin {
  const systems = new Map<string, FleetRecord>();
  return {
    add: (system, part) => {
      const before = systems.get(system);
      systems.set(system, before === undefined ? joinRecords(part, part, 1) : joinRecords(before, part, 2));
    },
    listSystems: () => [...systems],
  };
}

/**
 * The record of two parts, or of joined ones and another: what `recordOf` makes of the advice on a system.
 * @param parts 1 where both are the same part
 */
function joinRecords(one: FleetRecord, other: FleetRecord, parts: 1 | 2): FleetRecord {
  const both = [one, other];
  const headline = joinHeadlines(both.map((each) => each.headline));
  const weakest = verdictStrengths.find((strength) => both.some((each) => each.strength === strength));
  const isTogether = one.placement === other.placement;
  const union = (list: (record: FleetRecord) => readonly string[]) => [...new Set(both.flatMap(list))];
  const sum = (count: (record: FleetRecord) => number) => count(one) + (parts === 2 ? count(other) : 0);
  const concat = (first: FleetRecord['flips'] = [], second: FleetRecord['flips'] = []) =>
    parts === 2 ? [...first, ...second] : first;
  return {
    headline,
    strength: headline === 'none' ? null : (weakest ?? null),
    status: statuses.find((status) => both.some((each) => each.status === status)) ?? 'firm',
    proven: one.proven && other.proven,
    contested: one.contested || other.contested,
    placement: isTogether ? one.placement : null,
    isolation: isTogether ? one.isolation : null,
    form_vm: one.form_vm ?? other.form_vm,
    form_container: one.form_container ?? other.form_container,
    runner_up: null,
    takes: null,
    if: union((record) => record.if),
    must: union(({ must }) => must).sort(),
    reasons_for: union((record) => record.reasons_for),
    reasons_against: union((record) => record.reasons_against),
    ruling_out: union((record) => record.ruling_out),
    form_reasons: union((record) => record.form_reasons),
    consider: union(({ consider }) => consider),
    fired: sum(({ fired }) => fired),
    quiet: sum(({ quiet }) => quiet),
    undecided: sum(({ undecided }) => undecided),
    ...(one.should && { should: union(({ should = [] }) => should).sort() }),
    ...(one.hinges && { hinges: concat(one.hinges, other.hinges) }),
    ...(one.flips && { flips: concat(one.flips, other.flips) }),
  };
}
