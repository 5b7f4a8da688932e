import { dirname } from 'node:path';
import type { World } from './world.ts';

/**
 * Where the tests of rulebooks lie: in `tests/` inside a folder, beside a file. The tests of the
 * rulebook that comes with the program belong to every rulebook that extends it.
 * @param paths the rulebooks asked for; undefined for the program's own
 * @param layers how many rulebooks the one that is used is made of
 */
export function listTestFolders(
  { io, rulesFolder }: World,
  paths: readonly string[] | undefined,
  layers: number,
): string[] {
  const comesWith = `${rulesFolder}/tests`;
  if (paths === undefined) return [comesWith];
  const own = paths.map((path) => `${io.isFolder(path) ? path.replace(/\/+$/, '') : dirname(path)}/tests`);
  const all = layers > paths.length ? [comesWith, ...own] : own;
  const there = [...new Set(all)].filter((folder) => io.isFolder(folder));
  return there.length > 0 ? there : own;
}
