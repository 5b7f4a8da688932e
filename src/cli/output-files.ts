import { wordWriteError, InputError, type Problem } from '../errors.ts';
import type { Io } from '../io.ts';
import { say } from './say.ts';
import type { CommonOptions, World } from './world.ts';

/** A file to write beside standard output. */
export interface OutputFile<F extends string = string> {
  readonly path: string;
  readonly format: F;
}

/**
 * Settles what files that are to be written will hold, before anything is read or worked out: a wrong path
 * must not show only after the work.
 * @param paths the values of --output
 * @param inputs the files that the run reads; none of them may be written over
 * @param endings the formats, by the endings of names
 * @param option whose values they are
 * @throws InputError where a format cannot be told, a folder is missing, or a file would be lost
 */
export function planOutputs<F extends string>(
  io: Io,
  paths: readonly string[],
  inputs: readonly string[],
  endings: Readonly<Record<string, F>>,
  option = '--output',
): OutputFile<F>[] {
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  for (const input of inputs.filter((path) => path !== '-')) {
    const identity = io.identify(input);
    if (identity !== undefined) taken.set(identity, 'it is read by this run, and would be lost');
  }
  const files = paths.flatMap((path) => {
    const refuse = (message: string) => {
      problems.push({ message: `${option} ${path}: ${message}` });
      return [];
    };
    if (path === '-') return refuse('standard output is what --format says; name a file');
    const format = endings[/\.[^./\\]*$/.exec(path)?.[0] ?? ''];
    if (format === undefined)
      return refuse(`the ending says the format (expected ${Object.keys(endings).join(', ')})`);
    const refused = io.refuseToWrite(path);
    if (refused !== undefined) return refuse(wordWriteError(refused));
    const identity = io.identify(path) ?? path;
    const reason = taken.get(identity);
    if (reason !== undefined) return refuse(reason);
    taken.set(identity, 'it is given twice');
    return [{ path, format }];
  });
  if (problems.length > 0) throw new InputError(problems);
  return files;
}

/**
 * Writes files, each whole or not at all, and says which.
 * @param files with their texts
 * @throws InputError that names every file that could not be written
 */
export function writeFiles(
  world: World,
  options: CommonOptions,
  files: readonly { readonly path: string; readonly text: string }[],
): void {
  const problems = files.flatMap(({ path, text }) =>
    attempt(path, () => {
      world.io.writeWhole(path, text);
      say(world, options, `wrote ${path}`);
    }),
  );
  if (problems.length > 0) throw new InputError(problems);
}

/**
 * Tries something that the file system may refuse.
 * @param path the file or folder that is written
 * @returns the problem, or none
 */
export function attempt(path: string, write: () => void): Problem[] {
  try {
    write();
    return [];
  } catch (error) {
    const message = `cannot be written: ${wordWriteError(error)}`;
    return [{ message, at: { file: path } }];
  }
}
