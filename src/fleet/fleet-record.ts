import { z } from 'zod';
import type { Advice, FlipEntry, PartAdvice } from '../advice/result.ts';
import { listPlaced } from '../advice/system.ts';
import { listActionIds, outcomeOf } from './fleet-outcome.ts';
import { headlines, isolationLevels, placedHeadlines, statuses, verdictStrengths } from '../words.ts';

// What is written of one workload of a fleet: a flat row, so that tables and databases can hold it. Its
// names are those of columns. The schema is generated from these shapes, and the type is inferred from them.

const ids = z.array(z.string());

const flip = z.strictObject({
  facts: z.record(z.string(), ids).describe('The facts that would be otherwise, and as what.'),
  headline: z.enum(placedHeadlines),
  by: z.enum(['unanswered', 'presumed', 'people', 'program']),
});

/** What is judged of a vector. */
const judged = {
  headline: z.enum(headlines),
  strength: z.enum(verdictStrengths).nullable(),
  status: z.enum(statuses),
  proven: z.boolean().describe('False where the proof of the status was ended by its budget.'),
  contested: z.boolean(),
  placement: z.string().nullable(),
  isolation: z.enum(isolationLevels).nullable(),
  form_vm: z
    .string()
    .nullable()
    .describe('The best placement of the kind, where it is a form of the verdict.'),
  form_container: z.string().nullable().describe('The same for containers.'),
  runner_up: z.string().nullable(),
  takes: z
    .enum(['nothing', 'repackage', 'redesign', 'unknown'])
    .nullable()
    .describe('What moving to the runner-up would take.'),
  if: ids.describe('Presumed facts that the verdict leans on.'),
  must: ids.describe('Actions that are conditions of the verdict, by id.'),
  reasons_for: ids.describe('Rules, the strongest first.'),
  reasons_against: ids,
  ruling_out: ids,
  form_reasons: ids,
  consider: ids.describe('What stands outside the placements and should be considered first.'),
  fired: z.int().describe('How many rules.'),
  quiet: z.int(),
  undecided: z.int(),
  should: ids.optional().describe('Only with --with should.'),
  hinges: z.array(flip).optional().describe('Only with --with hinges.'),
  flips: z.array(flip).optional().describe('Only with --with flips.'),
};

/** What is judged of one workload. */
export const fleetRecordShape = z.strictObject(judged);
/** @see fleetRecordShape */
export type FleetRecord = z.infer<typeof fleetRecordShape>;

/** A line of NDJSON: beside the record what the row is called, and what it carried along. */
export const fleetLineShape = z.looseObject({ name: z.string(), ...judged });

/** What a record can hold beside what it always holds. */
export const recordExtras = ['should', 'hinges', 'flips'] as const;
/** @see recordExtras */
export type RecordExtra = (typeof recordExtras)[number];

/**
 * The record of an advice; that of a system joins its parts.
 * @param extras what it is to hold beside what it always holds
 */
export function recordOf(advice: Advice, extras: ReadonlySet<RecordExtra>): FleetRecord {
  const parts = listPlaced(advice);
  const { verdict } = advice;
  const outcome = outcomeOf(advice);
  const gather = (list: (part: PartAdvice) => readonly string[]) => [...new Set(parts.flatMap(list))];
  const sum = (count: (counts: PartAdvice['counts']) => number) =>
    parts.reduce((total, part) => total + count(part.counts), 0);
  const formOf = (kind: 'vm' | 'container') =>
    verdict.forms.find((form) => parts.some(({ placements }) => isOfKind(placements, form, kind))) ?? null;
  return {
    headline: outcome.headline,
    strength: outcome.strength,
    status: outcome.status,
    proven: outcome.proven,
    contested: outcome.contested,
    placement: outcome.placement,
    isolation: verdict.isolation,
    form_vm: formOf('vm'),
    form_container: formOf('container'),
    runner_up: verdict.runnerUp?.placement ?? null,
    takes: verdict.runnerUp?.takes ?? null,
    if: outcome.if,
    must: outcome.must,
    reasons_for: gather((part) => part.reasons.for.map(({ rule }) => rule)),
    reasons_against: gather((part) => part.reasons.against.map(({ rule }) => rule)),
    ruling_out: gather((part) => part.reasons.rulingOut.map(({ rule }) => rule)),
    form_reasons: gather((part) => part.reasons.form.map(({ rule }) => rule)),
    consider: gather((part) => part.consider.map(({ id }) => id)),
    fired: sum(({ fired }) => fired),
    quiet: sum(({ quiet }) => quiet),
    undecided: sum(({ undecided }) => undecided),
    ...(extras.has('should') ? { should: listActionIds(parts, 'should') } : {}),
    ...(extras.has('hinges') ? { hinges: advice.hinges.map(flipOf) } : {}),
    ...(extras.has('flips') ? { flips: advice.flips.map(flipOf) } : {}),
  };
}

function isOfKind(placements: PartAdvice['placements'], id: string, kind: 'vm' | 'container'): boolean {
  return placements.some((placement) => placement.id === id && placement.kind === kind);
}

/** A flip as a record has it. */
export function flipOf({ changes, headline, by }: FlipEntry): NonNullable<FleetRecord['flips']>[number] {
  return { facts: Object.fromEntries(changes.map(({ fact, values }) => [fact, [...values]])), headline, by };
}
