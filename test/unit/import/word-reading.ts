import { dirname, relative } from 'node:path';
import type { Position, Problem } from '../../../src/errors.ts';
import type { ImportedArtefact, ImportedPart } from '../../../src/import/importer.ts';
import type { ReadArtefact } from '../../../src/import/read-foreign.ts';
import { writeStatedValue } from '../../../src/rulebook/fact-value.ts';

// What was read of a file, for people to judge: every statement once, with those that it is made of.

/** Who says something, and where: `web 3:5`. */
interface Saying {
  readonly what: string;
  readonly name: string;
  readonly place?: string;
  /** The place as seen from where the thing is declared: `+2:5`; its own where that is another file. */
  readonly below?: string;
  /** Whether it was looked for in vain. */
  readonly missed?: boolean;
}

/** A place; the file only where it is another one, from the folder of the first. */
export function wordPlace(at: Problem['at'], main: string): string {
  if (at === undefined) return 'nowhere';
  const other = at.file === main ? undefined : relative(dirname(main), at.file);
  const place = [other, ...('line' in at ? [at.line, at.column] : [])].filter((each) => each !== undefined);
  return place.length === 0 ? 'whole' : place.join(':');
}

/** What follows of one part: facts and observations, by the rules that say so. */
export function listSayings(
  { name, at: declared, inferences, observed = [] }: ImportedPart,
  main: string,
): Saying[] {
  const say = (what: string, at: Position | undefined, missed = false): Saying => {
    if (at === undefined) return { what, name, missed };
    const place = wordPlace(at, main);
    const below = at.file === declared.file ? `+${at.line - declared.line}:${at.column}` : place;
    return { what, name, place, below, missed };
  };
  return [
    ...inferences.map(({ fact, values, certainty, rule, at }) =>
      say(`${certainty} ${fact} ${values.map(writeStatedValue).join(' | ')} by ${rule}`, at),
    ),
    ...observed.map(({ observation, seen, rule, at }) =>
      seen ? say(`saw ${observation} by ${rule ?? 'nobody'}`, at) : say(`missed ${observation}`, at, true),
    ),
  ];
}

/**
 * What is said in the order in which it is said first, each with all who say it; then who misses what.
 * @param names of all of them, in their order: what most of many say at the same place is said of all but the others
 */
export function groupSayings(sayings: readonly Saying[], names: readonly string[] = []): string[] {
  const missed = gather(
    sayings.filter((each) => each.missed === true),
    names,
  );
  const together = new Map<string, string[]>();
  for (const [what, who] of missed)
    together.set(who, [...(together.get(who) ?? []), what.replace('missed ', '')]);
  return [
    ...gather(
      sayings.filter((each) => each.missed !== true),
      names,
    ).map(([what, who]) => `${what}: ${who}`),
    ...[...together].map(([who, what]) => `missed by ${who}: ${what.join(', ')}`),
  ];
}

function gather(sayings: readonly Saying[], names: readonly string[]): (readonly [string, string])[] {
  const groups = new Map<string, Saying[]>();
  for (const saying of sayings) groups.set(saying.what, [...(groups.get(saying.what) ?? []), saying]);
  return [...groups].map(([what, who]) => [what, wordAll(who, names)] as const);
}

function wordAll(sayings: readonly Saying[], names: readonly string[]): string {
  const said = new Set(sayings.map(({ name }) => name));
  const silent = names.filter((name) => !said.has(name));
  const [below, ...others] = new Set(sayings.map((each) => each.below ?? ''));
  if (names.length > 3 && silent.length * 2 < names.length && others.length === 0)
    return `all ${names.length}${silent.length === 0 ? '' : ` but ${silent.join(', ')}`} ${below ?? ''}`.trimEnd();
  return [
    ...new Set(sayings.map(({ name, place }) => (place === undefined ? name : `${name} ${place}`))),
  ].join(', ');
}

/** What was not understood of a file, or is only remarked. */
export function wordRemarks(
  { unread, remarks, table, problems, ...rest }: ImportedArtefact,
  main: string,
): string[] {
  const remark = (name: string) => (each: { readonly what: string; readonly at: Position }) =>
    `${name} ${wordPlace(each.at, main)}: ${each.what}`;
  return [
    ...unread.map(remark('unread')),
    ...remarks.map(remark('remark')),
    ...(table?.rejected ?? []).map(
      ({ at, reason, wrong }) => `${wrong ? 'wrong' : 'no workload'} ${wordPlace(at, main)}: ${reason}`,
    ),
    ...problems.map(({ message, at }) => `problem ${wordPlace(at, main)}: ${message}`),
    ...(rest.placesNothing === true && problems.length > 0 ? ['places nothing'] : []),
    ...(rest.judgedOn === undefined ? [] : [`ends of support judged on ${rest.judgedOn}`]),
  ];
}

/** Everything that was read of a file, a line each. */
export function wordReading({ kind, artefact, imported, workloads, clashes }: ReadArtefact): string[] {
  const main = artefact.file;
  const subjects = imported.workloads.flatMap((workload) => [workload, ...workload.parts]);
  return [
    `kind: ${kind.id}`,
    ...imported.workloads.map(({ name, at, identity = {}, parts }, index) => {
      const known = Object.entries(identity).flatMap(([key, value]) =>
        value === undefined ? [] : [`, ${key} ${value}`],
      );
      const listed = parts.map((part) => `${part.name} ${wordPlace(part.at, main)}`);
      return `workload: ${workloads[index]?.name ?? name} ${wordPlace(at, main)}${known.join('')}${listed.length === 0 ? '' : ` of ${listed.join(', ')}`}`;
    }),
    ...groupSayings(
      subjects.flatMap((subject) => listSayings(subject, main)),
      subjects.map(({ name }) => name),
    ),
    ...clashes.map(
      ({ fact, certainty, between }) =>
        `clash: ${fact} ${certainty} ${between.map(({ rule }) => rule).join(', ')}`,
    ),
    ...wordRemarks(imported, main),
  ];
}
