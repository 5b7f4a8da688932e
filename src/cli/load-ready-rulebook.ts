import type { ReadyRulebook } from '../rulebook/ready.ts';
import { type CommonOptions, reportOldNames, type World } from './world.ts';

/**
 * The rulebook to judge by: the ones asked for, laid over each other, or the one that comes with the
 * program.
 * @param paths files and folders; undefined for the program's own
 * @throws InputError when one cannot be used
 */
export async function loadReadyRulebook(
  world: World,
  paths: readonly string[] | undefined,
  options: CommonOptions = {},
): Promise<ReadyRulebook> {
  if (paths === undefined) return world.loadDefault();
  const { readReadyRulebook } = await import('../rulebook/read-rulebooks.ts');
  const loadDefault = async () => (await world.loadDefault()).rulebook;
  const ready = await readReadyRulebook(world.io, paths, loadDefault);
  reportOldNames(world.io, options, ready.rulebook.oldNames ?? []);
  return ready;
}
