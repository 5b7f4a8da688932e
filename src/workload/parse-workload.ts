import { InputError, isInputError } from '../errors.ts';
import { parseYaml, type Path, type YamlDocument } from '../read/parse-yaml.ts';
import {
  checkVersion,
  parseShape,
  type ShapeReader,
  throwProblems,
  type YamlMap,
} from '../read/shape-reader.ts';
import { findJoined, findNamed, type Named } from '../rulebook/look-up.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { wordUnknownName, wordWrongValue } from '../text/suggest.ts';
import { type Headline, headlines } from '../words.ts';
import { answerFacts, clarify, type GivenAnswer } from './clarify.ts';
import { parseClarify } from './parse-clarify.ts';
import { parseDate } from './parse-date.ts';
import { parseFacts, type Vocabulary } from './parse-facts.ts';
import { parseObserved } from './parse-observed.ts';
import { parseRulings } from './parse-rulings.ts';
import {
  type Component,
  type FactStatement,
  type StatedOrigin,
  type Waiver,
  type Workload,
  type WorkloadOrigin,
} from './workload.ts';

/** What a workload file may name. */
export type WorkloadNames = Pick<
  Rulebook,
  'groups' | 'facts' | 'placements' | 'placementGroups' | 'rules' | 'observations'
> &
  Partial<Pick<Rulebook, 'layers'>>;

/** The keys of a workload file. */
export const workloadKeys: readonly string[] = [
  'advise',
  'name',
  'facts',
  'likely',
  'observed',
  'not-observed',
  'clarify',
  'expect',
  'waivers',
  'rulings',
  'components',
  'imported',
];
const originKeys = ['from', 'sha256', 'kind'];
const waiverKeys = ['rule', 'because', 'by', 'until'];
const componentKeys = ['name', 'facts', 'likely', 'observed', 'not-observed', 'clarify'];

/**
 * Reads one document as a workload, strictly.
 * @param document a parsed document
 * @param names the vocabulary and the rules that may be waived
 * @param number its position in the file, from 1; undefined where the file holds one document
 * @throws InputError with everything that is wrong
 */
export function parseWorkload(document: YamlDocument, names: WorkloadNames, number?: number): Workload {
  const reader = parseShape(document);
  const top = reader.map(document.data, [], workloadKeys, 'a workload');
  if (top !== undefined) checkVersion(reader, top.advise);
  const rulings = parseRulings(reader, top?.rulings, names);
  const imported = parseOrigins(reader, top?.imported);
  const { unclear, given } = parseClarify(reader, top?.clarify, ['clarify'], 'stated');
  const workload: Workload = {
    name: parseName(reader, top?.name, number),
    file: document.file,
    document: number,
    facts: parseStatements(reader, top, [], names, 'stated'),
    ...parseObserved(reader, top, [], names),
    ...(unclear.length === 0 ? {} : { unclear }),
    expect: parseExpect(reader, top?.expect),
    waivers: parseWaivers(reader, top?.waivers, names),
    ...(rulings.length === 0 ? {} : { rulings }),
    ...(imported.length === 0 ? {} : { imported }),
    components: parseComponents(reader, top?.components, names),
  };
  throwProblems(reader);
  return applyAnswers(workload, given, names);
}

/** An answer holds of the parts that raise its question; where none does, of the whole. */
function applyAnswers(workload: Workload, given: readonly GivenAnswer[], { facts }: WorkloadNames): Workload {
  if (given.length === 0) return workload;
  const raised = new Set(
    workload.components.flatMap(({ unclear = [] }) => unclear.map(({ clarification }) => clarification)),
  );
  const own = given.filter(({ clarification }) => !raised.has(clarification));
  return clarify({ ...workload, facts: answerFacts(workload.facts, own, facts) }, given, facts);
}

/** What `advise import` noted of the files that it read. */
function parseOrigins(reader: ShapeReader, value: unknown): WorkloadOrigin[] {
  if (value === undefined || value === null) return [];
  return reader.list(value, ['imported'], 'imported').flatMap((each, index) => {
    const path: Path = ['imported', index];
    const entry = reader.map(each, path, originKeys, 'a file that was imported');
    if (entry === undefined) return [];
    const [from, sha256, kind] = originKeys.map((key) => reader.text(entry[key], [...path, key], key));
    return from === undefined || sha256 === undefined || kind === undefined ? [] : [{ from, sha256, kind }];
  });
}

/** What is certain under `facts`, and what is only likely under `likely`, of a map that may have both. */
function parseStatements(
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

/** Without a name a workload is called like its file. */
function parseName(reader: ShapeReader, value: unknown, number: number | undefined): string {
  if (value !== undefined) return reader.text(value, ['name'], 'name') ?? '';
  const file = reader.document.file.split('/').pop() ?? '';
  const base = file.replace(/\.(ya?ml|json)$/, '');
  return number === undefined ? base : `${base}#${number}`;
}

function parseExpect(reader: ShapeReader, value: unknown): Workload['expect'] {
  if (value === undefined) return undefined;
  if (headlines.includes(value as Headline))
    return { headline: value as Headline, at: reader.document.locate(['expect']) };
  reader.say(wordWrongValue('expect', value, headlines), ['expect']);
  return undefined;
}

function parseWaivers(reader: ShapeReader, value: unknown, names: WorkloadNames): Waiver[] {
  if (value === undefined || value === null) return [];
  const seen = new Set<string>();
  return reader.list(value, ['waivers'], 'waivers').flatMap((each, index) => {
    const path: Path = ['waivers', index];
    const entry = reader.map(each, path, waiverKeys, 'a waiver');
    const waiver = entry && parseWaiver(reader, entry, path, names);
    if (waiver === undefined) return [];
    if (seen.has(waiver.rule)) reader.say(`${waiver.rule} is waived twice`, [...path, 'rule']);
    seen.add(waiver.rule);
    return [waiver];
  });
}

/** One waiver; undefined where something is wrong with it, which the reader is told. */
export function parseWaiver(
  reader: ShapeReader,
  entry: YamlMap,
  path: Path,
  names: WorkloadNames,
): Waiver | undefined {
  const rule = parseWaivedRule(reader, entry.rule, [...path, 'rule'], names);
  const because = reader.text(entry.because, [...path, 'because'], 'because (the reason for the waiver)');
  const by = entry.by === undefined ? undefined : reader.text(entry.by, [...path, 'by'], 'by');
  const until = parseDate(reader, entry.until, [...path, 'until']);
  if (rule === undefined || because === undefined) return undefined;
  const oldName = rule.id === entry.rule ? {} : { oldName: String(entry.rule) };
  return { rule: rule.id, ...oldName, because, by, until, at: reader.document.locate(path) };
}

function parseWaivedRule(
  reader: ShapeReader,
  value: unknown,
  path: Path,
  names: WorkloadNames,
): Named | undefined {
  const name = reader.text(value, path, 'rule (the id of the rule to waive)');
  if (name === undefined) return undefined;
  const joined = findJoined(
    names.rules,
    name,
    (rule) => `waive ${rule} if all of it should not count, or leave this out`,
  );
  if (joined !== undefined) {
    reader.say(joined, path);
    return undefined;
  }
  // A rule that a team has taken out can still be waived: the file may serve other teams as well.
  const disabled = (names.layers ?? []).flatMap(({ differs }) => differs?.disables ?? []);
  const rule = findNamed<Named>(
    [...names.rules, ...disabled.map((each) => ({ ...each, id: each.rule }))],
    name,
  );
  if (rule !== undefined) return rule;
  const known = names.rules.map((each) => each.id);
  reader.say(wordUnknownName('rule', name, known), path);
  return undefined;
}

/** What an item of components looks like. */
const componentForm = '{ name: web, facts: { ... } }';

function parseComponents(reader: ShapeReader, value: unknown, names: WorkloadNames): Component[] {
  if (value === undefined || value === null) return [];
  const list = reader.list(value, ['components'], `components, such as - ${componentForm},`);
  if (Array.isArray(value) && value.length === 0)
    reader.say('components is an empty list; name the parts, or remove it', ['components']);
  const seen = new Set<string>();
  return list.flatMap((each, index) => {
    const path: Path = ['components', index];
    const entry = reader.map(each, path, componentKeys, `a component, such as ${componentForm},`);
    if (entry === undefined) return [];
    const name = reader.text(
      entry.name,
      [...path, 'name'],
      `the name of a component, as in ${componentForm},`,
    );
    const facts = parseStatements(reader, entry, path, names, 'component');
    const observed = parseObserved(reader, entry, path, names);
    const { unclear, given } = parseClarify(reader, entry.clarify, [...path, 'clarify'], 'component');
    if (name === undefined) return [];
    if (seen.has(name)) reader.say(`two components are called ${name}`, [...path, 'name']);
    seen.add(name);
    return [
      {
        name,
        facts: answerFacts(facts, given, names.facts),
        ...observed,
        ...(unclear.length === 0 ? {} : { unclear }),
        at: reader.document.locate(path),
      },
    ];
  });
}

/**
 * Parses the workloads of a text: one a document.
 * @param file the name it is called by in messages
 * @throws InputError with everything that is wrong with it
 */
export function parseDocuments(text: string, file: string, names: WorkloadNames): Workload[] {
  const documents = parseYaml(text, file);
  if (documents.length === 0)
    throw new InputError([
      { message: 'the file is empty; `advise init` writes one to fill in', at: { file } },
    ]);
  const numbered = documents.length > 1;
  const problems: InputError['problems'][number][] = [];
  const workloads = documents.flatMap((document, index) => {
    try {
      return [parseWorkload(document, names, numbered ? index + 1 : undefined)];
    } catch (error) {
      if (!isInputError(error)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return workloads;
}

/** Facts that hold for every workload of a team or site. */
export interface Profile {
  readonly file: string;
  readonly facts: readonly FactStatement[];
  /** Answers to questions, for whatever raises them. */
  readonly given: readonly GivenAnswer[];
}

/**
 * Reads a profile: `advise: 1`, a name, facts, and answers to clarifications.
 * @param document a parsed document
 * @throws InputError with everything that is wrong
 */
export function parseProfile(document: YamlDocument, vocabulary: Vocabulary): Profile {
  const reader = parseShape(document);
  const top = reader.map(document.data, [], ['advise', 'name', 'facts', 'likely', 'clarify'], 'a profile');
  if (top !== undefined) checkVersion(reader, top.advise);
  if (top?.name !== undefined) reader.text(top.name, ['name'], 'name');
  const facts = parseStatements(reader, top, [], vocabulary, 'profile');
  const { given } = parseClarify(reader, top?.clarify, ['clarify'], 'profile');
  throwProblems(reader);
  return { file: document.file, facts, given };
}
