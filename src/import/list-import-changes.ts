import type { Position } from '../errors.ts';
import { findClarification } from '../workload/clarifications.ts';
import type { FactStatement, Workload } from '../workload/workload.ts';
import { isAboutSite } from './import-report.ts';

/** Something that is said otherwise now than when it was written. */
export interface ImportChange {
  /** The fact, its part before it; or the part itself. */
  readonly what: string;
  /** The values that were written; undefined where nothing was. */
  readonly before: string | undefined;
  readonly now: string | undefined;
  readonly at?: Position | undefined;
}

/**
 * What an artefact says otherwise than the workload that was once written from it. What people added to the file is
 * theirs: that a fact is in it and not in the artefact is no change.
 * @param now what is read today; undefined where nothing of that name is
 */
export function listImportChanges(written: Workload, now: Workload | undefined): ImportChange[] {
  if (now === undefined) return [{ what: written.name, before: 'there', now: undefined }];
  const parts = new Map(written.components.map((part) => [part.name, part]));
  const today = new Map(now.components.map((part) => [part.name, part]));
  return [
    ...compareFacts('', written.facts, now.facts),
    ...now.components.flatMap((part) => {
      const before = parts.get(part.name);
      return before === undefined
        ? [{ what: part.name, before: undefined, now: 'there', at: part.at }]
        : compareFacts(`${part.name} `, [...written.facts, ...before.facts], part.facts);
    }),
    ...written.components.flatMap(({ name }) =>
      today.has(name) ? [] : [{ what: name, before: 'there', now: undefined }],
    ),
  ];
}

function compareFacts(
  part: string,
  written: readonly FactStatement[],
  now: readonly FactStatement[],
): ImportChange[] {
  return now.flatMap((statement) => {
    const certain = statement.origin !== 'suggested';
    const before = written.find(
      ({ fact, origin }) => fact === statement.fact && (origin !== 'suggested') === certain,
    );
    // What is about the site may have gone to a profile; what was only likely, somebody may have settled.
    const settled =
      (before === undefined && written.some(({ fact }) => fact === statement.fact)) ||
      findClarification(before?.rule ?? '') !== undefined;
    const elsewhere = before === undefined && isAboutSite(statement.fact);
    const values = wordValues(statement);
    if (settled || elsewhere || (before !== undefined && wordValues(before) === values)) return [];
    return [
      {
        what: `${part}${statement.fact}`,
        before: before && wordValues(before),
        now: certain ? values : `${values}, likely`,
        at: statement.at,
      },
    ];
  });
}

function wordValues({ values }: FactStatement): string {
  return values === null
    ? 'unknown'
    : values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value))).join(' or ');
}
