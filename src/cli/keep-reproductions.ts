import { explainWriteError, InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { CaseResult } from '../prove/test/check-expected.ts';
import { nameReproduction } from '../prove/test/write-reproduction.ts';
import { showText } from '../text/safe.ts';

/**
 * Writes the workloads of failing tests into a folder, which is made where it is missing.
 * @param reproductions each failing test with its file's content
 * @returns the files, as they are called in messages
 * @throws InputError when one cannot be written
 */
export function keepReproductions(
  io: Io,
  folder: string,
  reproductions: ReadonlyMap<CaseResult, string>,
): string[] {
  const taken = new Set<string>();
  const place = folder.replace(/(?<=.)\/+$/, '');
  let path = place;
  try {
    io.makeFolder(place);
    return [...reproductions].map(([{ test }, text]) => {
      path = `${place}/${nameReproduction(test.workload.name, taken)}`;
      io.writeWhole(path, text);
      return showText(path);
    });
  } catch (error) {
    const message = `cannot be written: ${explainWriteError(error)}`;
    throw new InputError([{ message, at: { file: showText(path) } }]);
  }
}
