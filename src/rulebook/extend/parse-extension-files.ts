import type { z } from 'zod';
import { InputError, type Problem } from '../../errors.ts';
import { gatherKeys, type RulebookFile, type ShapedFile, shapeFile } from '../load/shape-file.ts';
import type { Rulebook } from '../rulebook.ts';
import { extensionPartShape, extensionShape } from './extension-shapes.ts';

/** What a file of a rulebook that extends another may hold beside its head. */
export type ExtensionPart = z.output<typeof extensionPartShape>;

/** A file of a rulebook that extends another, of the right shape. */
export interface ExtensionFile extends ShapedFile<ExtensionPart> {
  /** The concern of rules that name none; undefined for the file with the head. */
  readonly concern: string | undefined;
}

/** The files of a rulebook that extends another. */
export interface ExtensionFiles {
  readonly head: ShapedFile<z.output<typeof extensionShape>>;
  /** All files by name, that of the head among them. */
  readonly parts: readonly ExtensionFile[];
}

const knownKeys = gatherKeys([extensionShape, extensionPartShape]);

/**
 * Parses the files of a rulebook that extends another and checks their shapes.
 * @param files its files; one alone is the whole rulebook, among several rulebook.yaml has the head
 * @param base the rulebook that they extend
 * @throws InputError with everything that is wrong, each with file, line and column
 */
export function parseExtensionFiles(
  files: readonly RulebookFile[],
  base: Pick<Rulebook, 'rules'>,
): ExtensionFiles {
  const problems: Problem[] = [];
  const first = findHead(files);
  if (first === undefined) throw new Error('a rulebook without a head');
  const head = shapeFile(first, extensionShape, knownKeys, problems, base);
  const others = files
    .filter((file) => file !== first)
    .map((file) => shapeFile(file, extensionPartShape, knownKeys, problems, base))
    .filter((file) => file !== undefined);
  if (head === undefined || problems.length > 0) throw new InputError(problems.map(hintGroups));
  // What the head says it is about is the rulebook, not a concern.
  const content = omitKeys(head.content, 'about');
  const parts = [
    { ...head, content, concern: undefined },
    ...others.map((file) => ({ ...file, concern: file.name.replace(/\.ya?ml$/, '') })),
  ];
  return { head, parts: parts.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/**
 * The file that says what a rulebook is called.
 * @param files the files of a rulebook
 */
export function findHead(files: readonly RulebookFile[]): RulebookFile | undefined {
  return files.length === 1 ? files[0] : files.find((file) => file.name === 'rulebook.yaml');
}

/** The files of a rulebook that stands alone call two things so. */
function hintGroups(problem: Problem): Problem {
  return problem.message.startsWith('unknown key groups')
    ? { ...problem, message: 'unknown key groups; write fact-groups or placement-groups' }
    : problem;
}

/**
 * The same without some of its keys.
 * @param value any map
 * @param keys what to leave out
 */
export function omitKeys<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  const left: readonly PropertyKey[] = keys;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !left.includes(key))) as Omit<T, K>;
}
