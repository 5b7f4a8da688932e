import { formatPosition } from '../errors.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { formatVersion } from '../read/shape-reader.ts';
import { writeYaml, type YamlRemark } from '../text/yaml.ts';
import { findClarification } from './clarifications.ts';
import type { FactStatement, Observed, Ruling, Unclear, Waiver, Workload } from './workload.ts';

/**
 * Writes a workload as the file that `advise assess` reads; an explicit unknown is written as such. What
 * was found in somebody else's file says where, and by which rule, behind it.
 * @param workload what is known of it, with its waivers, expectation and parts
 */
export function writeWorkload(rulebook: Pick<Rulebook, 'facts'>, workload: Workload): string {
  const { facts, observed = [], unclear = [], components } = workload;
  const remarks = [
    ...listSources([], facts),
    ...listSightings([], observed),
    ...listChoices([], unclear),
    ...components.flatMap((part, index) => [
      ...listSources(['components', index], part.facts),
      ...listSightings(['components', index], part.observed ?? []),
      ...listChoices(['components', index], part.unclear ?? []),
    ]),
  ];
  return writeYaml(toContent(rulebook, workload), remarks, ['not-observed']);
}

/**
 * Writes a workload as one line of NDJSON, with a line end; where its facts were found has no place in it.
 * @param workload what is known of it
 */
export function writeWorkloadLine(rulebook: Pick<Rulebook, 'facts'>, workload: Workload): string {
  return `${JSON.stringify(toContent(rulebook, workload))}\n`;
}

/** A workload as the data of its file. */
function toContent(rulebook: Pick<Rulebook, 'facts'>, workload: Workload): Readonly<Record<string, unknown>> {
  const {
    name,
    facts,
    observed,
    unclear,
    expect,
    waivers,
    rulings = [],
    components,
    imported = [],
  } = workload;
  return {
    advise: formatVersion,
    name,
    ...writeStatements(rulebook, facts),
    ...writeObserved(observed),
    ...writeUnclear(unclear),
    ...(expect === undefined ? {} : { expect: expect.headline }),
    ...(waivers.length === 0 ? {} : { waivers: waivers.map(writeWaiver) }),
    ...(rulings.length === 0 ? {} : { rulings: rulings.map(writeRuling) }),
    ...(components.length === 0
      ? {}
      : {
          components: components.map((part) => ({
            name: part.name,
            ...writeStatements(rulebook, part.facts),
            ...writeObserved(part.observed),
            ...writeUnclear(part.unclear),
          })),
        }),
    ...(imported.length === 0
      ? {}
      : { imported: imported.map(({ from, sha256, kind }) => ({ from, sha256, kind })) }),
  };
}

/** Of every statement that was inferred, the place it rests on and the rule. */
function listSources(path: readonly (string | number)[], statements: readonly FactStatement[]): YamlRemark[] {
  return statements.flatMap(({ fact, origin, at, rule }) =>
    at === undefined || rule === undefined
      ? []
      : [
          {
            path: [...path, origin === 'suggested' ? 'likely' : 'facts', ...fact.split('.')],
            text: `${formatPosition(at)} ${rule}`,
          },
        ],
  );
}

/** Facts, and what is only likely where there is any. */
function writeStatements(
  rulebook: Pick<Rulebook, 'facts'>,
  statements: readonly FactStatement[],
): Readonly<Record<string, unknown>> {
  const likely = statements.filter(({ origin }) => origin === 'suggested');
  return {
    facts: nestFacts(
      rulebook,
      statements.filter(({ origin }) => origin !== 'suggested'),
    ),
    ...(likely.length === 0 ? {} : { likely: nestFacts(rulebook, likely) }),
  };
}

/** What was observed, and what was looked for in vain, each once. */
function writeObserved(observed: readonly Observed[] = []): Readonly<Record<string, unknown>> {
  const missed = observed.filter(({ seen }) => !seen).map(({ observation }) => observation);
  const seen = listSeen(observed).map(({ observation }) => observation);
  return {
    ...(seen.length === 0 ? {} : { observed: seen }),
    ...(missed.length === 0 ? {} : { 'not-observed': missed }),
  };
}

/** Questions that are open; an answer goes in the place of `unknown`. */
function writeUnclear(unclear: readonly Unclear[] = []): Readonly<Record<string, unknown>> {
  return unclear.length === 0
    ? {}
    : { clarify: Object.fromEntries(unclear.map(({ clarification }) => [clarification, 'unknown'])) };
}

/** Behind an open question, where it was raised and what may be answered. */
function listChoices(path: readonly (string | number)[], unclear: readonly Unclear[]): YamlRemark[] {
  return unclear.map(({ clarification, at }) => ({
    path: [...path, 'clarify', clarification],
    text: [
      ...(at === undefined ? [] : [`${formatPosition(at)}:`]),
      Object.keys(findClarification(clarification)?.answers ?? {}).join(', '),
    ].join(' '),
  }));
}

/** What was seen at several places is written with the first of them. */
function listSeen(observed: readonly Observed[]): Observed[] {
  const seen = observed.filter((each) => each.seen);
  return seen.filter(
    ({ observation }, index) => seen.findIndex((each) => each.observation === observation) === index,
  );
}

function listSightings(path: readonly (string | number)[], observed: readonly Observed[]): YamlRemark[] {
  return listSeen(observed).flatMap(({ at, rule }, index) =>
    at === undefined || rule === undefined
      ? []
      : [{ path: [...path, 'observed', index], text: `${formatPosition(at)} ${rule}` }],
  );
}

function writeWaiver({ rule, because, by, until }: Waiver) {
  return { rule, because, ...(by === undefined ? {} : { by }), ...(until === undefined ? {} : { until }) };
}

function writeRuling({ 'rules-out': excluded, favours, because, by, until }: Ruling) {
  return {
    ...(excluded && { 'rules-out': excluded }),
    ...(favours && { favours }),
    because,
    by,
    ...(until === undefined ? {} : { until }),
  };
}

/**
 * Writes what holds for every workload of a site as a profile.
 * @param name whose profile it is
 */
export function writeProfile(
  rulebook: Pick<Rulebook, 'facts'>,
  name: string,
  facts: readonly FactStatement[],
): string {
  return writeYaml(
    { advise: formatVersion, name, ...writeStatements(rulebook, facts) },
    listSources([], facts),
  );
}

/** Facts by group, in the order of the vocabulary. */
function nestFacts(rulebook: Pick<Rulebook, 'facts'>, facts: readonly FactStatement[]) {
  const said = new Map(facts.map((statement) => [statement.fact, statement]));
  const nested: Record<string, Record<string, unknown>> = {};
  for (const { id } of rulebook.facts) {
    const statement = said.get(id);
    const [group = '', own = ''] = id.split('.');
    if (statement === undefined) continue;
    const [first, ...others] = statement.values ?? ['unknown'];
    (nested[group] ??= {})[own] = others.length === 0 ? first : statement.values;
  }
  return nested;
}
