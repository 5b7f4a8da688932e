import type { z } from 'zod';
import { InputError, isInputError, type Problem } from '../../errors.ts';
import { parseYaml, type Path, type YamlDocument } from '../../read/parse-yaml.ts';
import { quoteValue } from '../../text/safe.ts';
import type { Rulebook } from '../rulebook.ts';
import { listOldForms, type OldForm } from './old-forms.ts';
import { suggestName, wordWrongValue } from '../../text/suggest.ts';

/** A file whose shape is right: its content, and the way back to its lines. */
export interface ShapedFile<T> {
  readonly name: string;
  readonly content: T;
  readonly source: YamlDocument;
}

/**
 * Parses a file and checks its shape.
 * @param shape what it should hold
 * @param knownKeys what an unknown key may have been meant for
 * @param problems takes what is wrong
 * @param base the rulebook that it extends, if it does
 * @returns its content; undefined where something is wrong with it
 */
export function shapeFile<S extends z.ZodType>(
  file: RulebookFile,
  shape: S,
  knownKeys: readonly string[],
  problems: Problem[],
  base?: Pick<Rulebook, 'rules'>,
): ShapedFile<z.output<S>> | undefined {
  try {
    const [source, second] = parseYaml(file.text, file.path);
    if (source === undefined)
      throw new InputError([{ message: 'the file is empty', at: { file: file.path } }]);
    if (second !== undefined)
      throw new InputError([{ message: 'a rulebook file holds one document', at: second.locate([]) }]);
    problems.push(...findForbiddenKeys(source, source.data, []));
    const old = listOldForms(source.data, base);
    if (old.length > 0) {
      problems.push(...old.map((form) => explainOldForm(form, source)));
      return undefined;
    }
    const result = shape.safeParse(source.data);
    if (result.success) return { name: file.name, content: result.data, source };
    problems.push(...result.error.issues.flatMap((issue) => describeIssue(issue, source, knownKeys)));
  } catch (error) {
    if (!isInputError(error)) throw error;
    problems.push(...error.problems);
  }
  return undefined;
}

function explainOldForm({ why, write, path, part }: OldForm, source: YamlDocument): Problem {
  const instead = write === '' ? '' : `; write ${write} (advise rules upgrade does)`;
  return { message: `${why}${instead}`, at: source.locate(path, part) };
}

/** The schema library drops this key without a word, and nothing is to be skipped. */
function findForbiddenKeys(source: YamlDocument, value: unknown, path: Path): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const own =
      key === '__proto__' ? [{ message: `unknown key ${key}`, at: source.locate(here, 'key') }] : [];
    return [...own, ...findForbiddenKeys(source, inner, here)];
  });
}

/** Words an issue of the schema library for the author of the file. */
function describeIssue(
  issue: z.core.$ZodIssue,
  source: YamlDocument,
  knownKeys: readonly string[],
): Problem[] {
  const path = issue.path as Path;
  const name = path.length === 0 ? 'the file' : String(path[path.length - 1]);
  const value = valueAt(source.data, path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      message: wordStrangeKey(key, knownKeys),
      at: source.locate([...path, key], 'key'),
    }));
  return [{ message: wordIssue(issue, name, value), at: source.locate(path) }];
}

function wordStrangeKey(key: string, knownKeys: readonly string[]): string {
  if (key === 'advise')
    return 'a workload or profile does not belong among the files of a rulebook; move it, or begin its name with _';
  return `unknown key ${key}${knownKeys.includes(key) ? ' here' : suggestName(key, knownKeys)}`;
}

function wordIssue(issue: z.core.$ZodIssue, name: string, value: unknown): string {
  if (value === undefined) return `${name} is missing`;
  if (issue.code === 'invalid_type')
    return `${name} must be ${article(issue.expected)}, got ${quoteValue(value)}${isBareText(issue.expected, value) ? '; quotes make it text' : wordForm(name)}`;
  if (issue.code === 'too_small' && issue.message.startsWith('Too small'))
    return `${name} must hold at least one`;
  if (issue.code === 'invalid_union') return `${name} cannot be ${quoteValue(value)}${wordForm(name)}`;
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return `${name} must be a date such as 2026-11-23, got ${quoteValue(value)}`;
  if (issue.code !== 'invalid_value') return `${name}: ${lowerFirst(issue.message)}`;
  return wordWrongValue(name, value, issue.values.map(String));
}

/** How the value of a key is written, where its kind alone does not say so. */
const forms: Readonly<Record<string, string>> = {
  values: '{ one: what it means, other: what that means }',
  when: '{ os.family: linux }',
  needs: '{ site.vms: yes }',
  'asked-if': '{ os.family: linux }',
  'contradicted-by': '{ os.family: linux }',
  'shown-by': '{ done: [read-only-root] }',
  favours: '{ vm: slight }',
  suits: '{ vm.single: slight }',
  examples: '{ fires: { os.family: linux }, quiet: { os.family: windows } }',
  fires: '{ os.family: linux }',
  quiet: '{ os.family: windows }',
  cites: '[judgement]',
  'placement-groups': '{ a-group: [vm.single] }',
  stack: '[{ layer: hardware, is: a server }]',
};

function wordForm(key: string): string {
  return Object.hasOwn(forms, key) ? `; write ${key}: ${forms[key] ?? ''}` : '';
}

/** Whether a word or number was written where text belongs: 1.0 is read as the number 1. */
function isBareText(expected: string, value: unknown): boolean {
  return expected === 'string' && ['number', 'boolean'].includes(typeof value);
}

/** Every key that any of the shapes knows, for suggestions. */
export function gatherKeys(shapes: readonly unknown[]): string[] {
  const keys = new Set<string>();
  const visit = (shape: unknown): void => {
    if (typeof shape !== 'object' || shape === null) return;
    const definition = (shape as { def?: Record<string, unknown> }).def ?? {};
    const properties = definition.shape as Record<string, unknown> | undefined;
    for (const [key, inner] of Object.entries(properties ?? {})) {
      keys.add(key);
      visit(inner);
    }
    for (const inner of [definition.element, definition.innerType]) visit(inner);
  };
  shapes.forEach(visit);
  return [...keys];
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    data,
  );
}

function article(type: string): string {
  const words: Readonly<Record<string, string>> = {
    array: 'a list',
    object: 'a map',
    record: 'a map',
    string: 'text',
    number: 'a number',
  };
  return words[type] ?? `a ${type}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A file of a rulebook as text. */
export interface RulebookFile {
  /** The name it is called by in messages, such as rules/isolation.yaml. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  readonly text: string;
}
