import { dirname } from 'node:path';
import type { Io } from '../io.ts';

/**
 * Where the tests of rulebooks lie, whether they are there or not: in `tests/` inside a folder, beside
 * a file.
 * @param paths the rulebooks asked for
 */
export function listTestFolders(io: Io, paths: readonly string[]): string[] {
  const folders = paths.map((path) => (io.isFolder(path) ? path.replace(/(?<=.)\/+$/, '') : dirname(path)));
  return [...new Set(folders.map((folder) => `${folder}/tests`))];
}
