import { isInputError } from '../../errors.ts';
import type { Path, YamlDocument } from '../../read/parse-yaml.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { combineFacts, type FactStatement, type Workload } from '../../workload/workload.ts';
import {
  checkVersion,
  parseShape,
  type ShapeReader,
  throwProblems,
  type YamlMap,
} from '../../read/shape-reader.ts';
import { parseWorkload, workloadKeys } from '../../workload/parse-workload.ts';
import type { Expected, TestDocument } from './expected.ts';
import { parseExpected } from './parse-expected.ts';

const inlineKeys = [...workloadKeys, 'profile', 'expected'];
const referringKeys = ['advise', 'name', 'workload', 'profile', 'expected'];

/** Reads the files that a test names, by their path from its folder; both throw InputError. */
export interface OpenFiles {
  /** The one workload of a file. */
  readonly workload: (path: string) => Workload;
  /** What a profile says. */
  readonly profile: (path: string) => readonly FactStatement[];
}

/**
 * Reads one document of a test file, strictly: a workload, or the file of one, with what has to come
 * out of it.
 * @param number its position in the file, from 1; undefined where the file holds one document
 * @param open reads the files named under `workload` and `profile`
 * @throws InputError with everything that is wrong
 */
export function parseTestDocument(
  document: YamlDocument,
  rulebook: Rulebook,
  number: number | undefined,
  open: OpenFiles,
): TestDocument {
  const reader = parseShape(document);
  const refers = isMap(document.data) && 'workload' in document.data;
  const top = reader.map(document.data, [], refers ? referringKeys : [...inlineKeys, 'workload'], 'a test');
  const workload =
    top === undefined
      ? undefined
      : refers
        ? openReferred(reader, top, open)
        : parseInline(reader, top, rulebook, number);
  const components = listComponents(workload, top, refers);
  const expected = [
    ...(top?.expected === undefined
      ? []
      : parseExpected(reader, top.expected, ['expected'], rulebook, {
          hasComponents: components.length > 0,
        })),
    ...components.flatMap(({ name, expected: own, path }) =>
      own === undefined
        ? []
        : parseExpected(reader, own, path, rulebook, { component: name, hasComponents: true }),
    ),
  ];
  const profile = top?.profile === undefined ? [] : openProfile(reader, top.profile, open);
  throwProblems(reader);
  if (workload === undefined) throw new Error('a document without a problem has a workload');
  const facts = [...combineFacts(profile, workload.facts).values()];
  return {
    workload: { ...workload, facts },
    expected: [...readExpect(workload), ...expected],
    at: document.locate([]),
  };
}

/** `expect`, which CI holds a workload to, holds in a test too. */
function readExpect({ expect }: Workload): Expected[] {
  return expect === undefined ? [] : [{ what: 'headline', value: expect.headline, at: expect.at }];
}

/** The workload that stands in the document itself; the reader of workloads sees nothing but its keys. */
function parseInline(
  reader: ShapeReader,
  top: YamlMap,
  rulebook: Rulebook,
  number: number | undefined,
): Workload | undefined {
  const own = Object.entries(top).filter(([key]) => workloadKeys.includes(key));
  const data = Object.fromEntries(
    own.map(([key, value]) => [key, key === 'components' ? withoutExpected(value) : value]),
  );
  return collect(reader, () => parseWorkload({ ...reader.document, data }, rulebook, number));
}

function openProfile(reader: ShapeReader, named: unknown, open: OpenFiles): readonly FactStatement[] {
  const path = reader.text(named, ['profile'], 'profile (the path of a profile)');
  return path === undefined ? [] : (collect(reader, () => open.profile(path), ['profile']) ?? []);
}

function openReferred(reader: ShapeReader, top: YamlMap, open: OpenFiles): Workload | undefined {
  checkVersion(reader, top.advise);
  const name = top.name === undefined ? undefined : reader.text(top.name, ['name'], 'name');
  const path = reader.text(top.workload, ['workload'], 'workload (the path of a workload file)');
  if (path === undefined) return undefined;
  const workload = collect(reader, () => open.workload(path), ['workload']);
  return workload === undefined || name === undefined ? workload : { ...workload, name };
}

/**
 * Keeps what is wrong and goes on, so that one run shows everything.
 * @param named where a file is named that is read; said of what has no line in that file
 */
function collect<T>(reader: ShapeReader, read: () => T, named?: Path): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!isInputError(error)) throw error;
    for (const problem of error.problems) {
      const { message, at } = problem;
      if (named === undefined || at === undefined || 'line' in at) reader.problems.push(problem);
      else reader.say(`${at.file}: ${message}${hint(message)}`, named);
    }
    return undefined;
  }
}

/** What is looked for in the wrong place is usually meant from where the command was typed. */
function hint(message: string): string {
  return message.startsWith('no such') ? '; paths begin at the folder of the test' : '';
}

interface ComponentEntry {
  readonly name: string;
  readonly expected: unknown;
  readonly path: Path;
}

/** The components with what is expected of each; those of another file are named, and nothing is said of them. */
function listComponents(
  workload: Workload | undefined,
  top: YamlMap | undefined,
  refers: boolean,
): ComponentEntry[] {
  const written: readonly unknown[] = Array.isArray(top?.components) ? top.components : [];
  return (workload?.components ?? []).map(({ name }, index) => {
    const entry = refers ? undefined : written[index];
    const path: Path = ['components', index, 'expected'];
    return { name, expected: isMap(entry) ? entry.expected : undefined, path };
  });
}

function withoutExpected(components: unknown): unknown {
  if (!Array.isArray(components)) return components;
  return components.map((each: unknown) =>
    isMap(each) ? Object.fromEntries(Object.entries(each).filter(([key]) => key !== 'expected')) : each,
  );
}

function isMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
