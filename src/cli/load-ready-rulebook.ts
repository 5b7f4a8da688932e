import type { ReadyRulebook } from '../advice/case.ts';
import type { World } from './world.ts';

/**
 * The rulebook to judge by: the one in a folder, or the one that comes with the program.
 * @param path the folder; undefined for the program's own
 * @throws InputError when it cannot be used
 */
export async function loadReadyRulebook(world: World, path: string | undefined): Promise<ReadyRulebook> {
  if (path === undefined) return world.loadDefault();
  const { readRulebookFolder } = await import('../rulebook/read-rulebook-folder.ts');
  const { compileRulebook } = await import('../rulebook/compile-rulebook.ts');
  const rulebook = readRulebookFolder(world.io, path);
  return { rulebook, model: compileRulebook(rulebook) };
}
