import { wordWriteError, InputError, type Problem } from '../errors.ts';
import type { Io } from '../io.ts';
import { type Format, formatsByEnding } from '../render/render.ts';
import { say } from './say.ts';
import type { CommonOptions, World } from './world.ts';

/** A file to write beside standard output. */
export interface OutputFile {
  readonly path: string;
  readonly format: Format;
}

/**
 * Settles what the files of --output will hold, before anything is read or worked out: a wrong path
 * must not show only after the work.
 * @param paths the values of --output
 * @param inputs the files that the run reads; none of them may be written over
 * @throws InputError where a format cannot be told, a folder is missing, or a file would be lost
 */
export function planOutputs(io: Io, paths: readonly string[], inputs: readonly string[]): OutputFile[] {
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  for (const input of inputs.filter((path) => path !== '-')) {
    const identity = io.identify(input);
    if (identity !== undefined) taken.set(identity, 'it is read by this run, and would be lost');
  }
  const files = paths.flatMap((path) => {
    const refuse = (message: string) => {
      problems.push({ message: `--output ${path}: ${message}` });
      return [];
    };
    if (path === '-') return refuse('standard output is what --format says; name a file');
    const format = formatsByEnding[/\.[^./\\]*$/.exec(path)?.[0] ?? ''];
    if (format === undefined)
      return refuse(`the ending says the format (expected ${Object.keys(formatsByEnding).join(', ')})`);
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
