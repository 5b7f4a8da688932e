import type { Io } from '../io.ts';
import { showText } from '../text/safe.ts';
import { writeOutputs } from './output-files.ts';

/**
 * Writes a text to a file, whole or not at all, and says so; without a file to standard output.
 * @param path where; undefined or `-` for standard output
 * @param quiet whether to keep from saying so
 * @throws InputError when the file cannot be written
 */
export function writeOutput(io: Io, path: string | undefined, text: string, quiet: boolean): void {
  if (path === undefined || path === '-') {
    io.stdout.write(text);
    return;
  }
  writeOutputs(io, [{ path, text }], () => {
    if (!quiet) io.stderr.write(`advise: wrote ${showText(path)}\n`);
  });
}
