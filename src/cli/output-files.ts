import { explainWriteError, InputError, type Problem } from '../errors.ts';
import type { Io } from '../io.ts';
import { showText } from '../text/safe.ts';
import { type Format, formatsByEnding } from '../render/render.ts';

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
    const say = (message: string) => {
      problems.push({ message: `--output ${showText(path)}: ${message}` });
      return [];
    };
    if (path === '-') return say('standard output is what --format says; name a file');
    const format = formatsByEnding[/\.[^./\\]*$/.exec(path)?.[0] ?? ''];
    if (format === undefined)
      return say(`the ending says the format (expected ${Object.keys(formatsByEnding).join(', ')})`);
    const refused = io.refuseToWrite(path);
    if (refused !== undefined) return say(explainWriteError(refused));
    const identity = io.identify(path) ?? path;
    const reason = taken.get(identity);
    if (reason !== undefined) return say(reason);
    taken.set(identity, 'it is given twice');
    return [{ path, format }];
  });
  if (problems.length > 0) throw new InputError(problems);
  return files;
}

/**
 * Writes files that were planned, each whole or not at all.
 * @param files with their texts
 * @throws InputError that names every file that could not be written
 */
export function writeOutputs(
  io: Io,
  files: readonly { readonly path: string; readonly text: string }[],
  wrote: (path: string) => void,
): void {
  const problems = files.flatMap(({ path, text }): Problem[] => {
    try {
      io.writeWhole(path, text);
      wrote(path);
      return [];
    } catch (error) {
      const message = `cannot be written: ${explainWriteError(error)}`;
      return [{ message, at: { file: showText(path) } }];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
}
