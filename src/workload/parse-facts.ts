import type { Path } from '../read/parse-yaml.ts';
import { quoteValue } from '../text/safe.ts';
import { suggestName, wordUnknownChoice } from '../text/suggest.ts';
import { parseStatedValue, type StatedValue } from '../rulebook/fact-value.ts';
import { findNamed } from '../rulebook/look-up.ts';
import type { Fact, Rulebook } from '../rulebook/rulebook.ts';
import type { ShapeReader, YamlMap } from '../read/shape-reader.ts';
import type { FactStatement, StatedOrigin } from './workload.ts';

/** The part of a rulebook that says what can be said. */
export type Vocabulary = Pick<Rulebook, 'groups' | 'facts'>;

/** Reads what is certain under `facts`, and what is only likely under `likely`, of a map that may have both. */
export function parseStatements(
  reader: ShapeReader,
  map: YamlMap | undefined,
  path: Path,
  vocabulary: Vocabulary,
  origin: StatedOrigin,
): FactStatement[] {
  return [
    ...parseFacts(reader, map?.facts, [...path, 'facts'], vocabulary, origin),
    ...parseFacts(reader, map?.likely, [...path, 'likely'], vocabulary, 'suggested'),
  ];
}

/**
 * Reads facts nested by group, as they stand in workload and profile files.
 * @param reader the document they stand in; takes what is wrong
 * @param value the map of groups
 * @param path where it stands
 * @param origin what the statements are marked with
 */
export function parseFacts(
  reader: ShapeReader,
  value: unknown,
  path: Path,
  vocabulary: Vocabulary,
  origin: StatedOrigin,
): FactStatement[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value)) {
    reader.say(
      `facts must be a map of groups, such as os: { family: linux }; got ${quoteValue(value)}`,
      path,
    );
    return [];
  }
  const statements = Object.entries(value).flatMap(([group, inner]) =>
    parseGroup(reader, group, inner, [...path, group], vocabulary, origin),
  );
  refuseDoubles(reader, statements, path);
  return statements;
}

/** YAML refuses a key that stands twice; under an old and a new name a fact could still. */
function refuseDoubles(reader: ShapeReader, statements: readonly FactStatement[], path: Path): void {
  for (const { fact, oldName } of statements) {
    if (oldName === undefined || statements.filter((each) => each.fact === fact).length < 2) continue;
    reader.say(
      `${oldName} is the old name of ${fact}, which is said too`,
      [...path, ...oldName.split('.')],
      'key',
    );
  }
}

function parseGroup(
  reader: ShapeReader,
  group: string,
  value: unknown,
  path: Path,
  vocabulary: Vocabulary,
  origin: StatedOrigin,
): FactStatement[] {
  const groups = vocabulary.groups.map((each) => each.id);
  if (group === '<<') return refuseMerge(reader, path);
  const renamed = vocabulary.facts.some((fact) => fact.was?.some((old) => old.startsWith(`${group}.`)));
  if (!groups.includes(group) && !renamed) {
    reader.say(describeUnknownGroup(group, groups, vocabulary), path, 'key');
    return [];
  }
  if (value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value)) {
    reader.say(`${group} must be a map of facts, got ${quoteValue(value)}`, path);
    return [];
  }
  const known = vocabulary.facts.filter((fact) => fact.id.startsWith(`${group}.`));
  return Object.entries(value).flatMap(([name, raw]) => {
    const id = `${group}.${name}`;
    const fact = findNamed(vocabulary.facts, id);
    const here = [...path, name];
    if (name === '<<') return refuseMerge(reader, here);
    if (fact !== undefined)
      return parseStatement(reader, fact, raw, here, origin).map((said) => noteOldName(said, id));
    const elsewhere = vocabulary.facts.find((each) => each.id.endsWith(`.${name}`));
    const hint = elsewhere === undefined ? suggestFact(name, known) : `; did you mean ${elsewhere.id}?`;
    reader.say(`no fact is called ${group}.${name}${hint}`, here, 'key');
    return [];
  });
}

/** Merge keys are YAML 1.1; what stands in a workload file should be seen where it stands. */
function refuseMerge(reader: ShapeReader, path: Path): [] {
  reader.say('merge keys (<<) are not used here; write the facts out', path, 'key');
  return [];
}

function parseStatement(
  reader: ShapeReader,
  fact: Fact,
  raw: unknown,
  path: Path,
  origin: StatedOrigin,
): FactStatement[] {
  const values = parseValues(fact, raw, (message, inner) => reader.say(message, [...path, ...inner]));
  if (values === undefined) return [];
  return [{ fact: fact.id, values, origin, at: reader.document.locate(path) }];
}

/** A statement that remembers the old name it was made under. */
export function noteOldName(statement: FactStatement, name: string): FactStatement {
  return statement.fact === name ? statement : { ...statement, oldName: name };
}

/**
 * Reads what is said of one fact: a value, bounds of a number, a list of possible values, or `unknown`.
 * @param say takes what is wrong, and the path below the value
 * @returns the possible values, null for unknown, undefined where something was wrong
 */
export function parseValues(
  fact: Fact,
  raw: unknown,
  say: (message: string, inner: Path) => void,
): StatedValue[] | null | undefined {
  if (raw === 'unknown') return null;
  if (Array.isArray(raw) && raw.length === 0) {
    say(`${fact.id} is an empty list; write the possible values, or unknown`, []);
    return undefined;
  }
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const values = list.flatMap((each, index) => {
    const read = parseStatedValue(fact, each);
    if ('value' in read) return [read.value];
    say(read.problem, Array.isArray(raw) ? [index] : []);
    return [];
  });
  return values.length === list.length ? [...new Set(values)] : undefined;
}

function describeUnknownGroup(group: string, groups: readonly string[], vocabulary: Vocabulary): string {
  const [first = '', second] = group.split('.');
  if (second !== undefined && groups.includes(first))
    return `facts are nested by group: write ${first}: { ${second}: ... } instead of ${group}`;
  const owner = vocabulary.facts.find((fact) => fact.id.endsWith(`.${group}`));
  if (owner !== undefined)
    return `${group} is a fact, not a group; write ${owner.id.split('.')[0]}: { ${group}: ... }`;
  return wordUnknownChoice('group of facts', group, groups);
}

function suggestFact(name: string, known: readonly Fact[]): string {
  const names = known.map((fact) => fact.id.slice(fact.id.indexOf('.') + 1));
  const hint = suggestName(name, names);
  return hint === '' ? ` (expected ${names.join(', ')})` : hint;
}
