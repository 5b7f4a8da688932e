import { InputError, isInputError } from '../errors.ts';
import { parseYaml, type Path, type YamlDocument } from '../read/parse-yaml.ts';
import { checkVersion, parseShape, type ShapeReader, throwProblems } from '../read/shape-reader.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { wordWrongValue } from '../text/suggest.ts';
import { type Headline, headlines } from '../words.ts';
import { answerFacts, clarify, type GivenAnswer } from './clarify.ts';
import { parseClarify } from './parse-clarify.ts';
import { parseComponents } from './parse-components.ts';
import { parseStatements } from './parse-facts.ts';
import { parseObserved } from './parse-observed.ts';
import { parseRulings } from './parse-rulings.ts';
import { parseWaivers } from './parse-waivers.ts';
import type { Workload, WorkloadOrigin } from './workload.ts';

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
