import { assembleResult } from '../assemble-result.ts';
import { assessEach } from '../assess-each.ts';
import { exitCodes } from '../exit-code.ts';
import { writeLock } from '../record/write-lock.ts';
import { say } from './say.ts';
import { openFolders } from './open-folders.ts';
import { openRun, openWorkloads, type RunFlags } from './open-run.ts';
import { writeFiles } from './output-files.ts';
import { readSettings } from './settings.ts';
import type { World } from './world.ts';

/** The options of `advise lock`. */
export interface LockFlags extends Omit<RunFlags, 'set' | 'format'> {
  /** Where it is written; undefined for standard output. */
  readonly output?: string;
}

/**
 * `advise lock`: writes what is decided of workloads, a few lines each, for --against.
 * @param places the files, and folders of them
 * @returns the exit code
 * @throws InputError where one of them cannot be used: a lock is whole, or it is none
 */
export async function runLock(world: World, places: readonly string[], flags: LockFlags): Promise<number> {
  const settings = readSettings(world.io, flags);
  const run = await openRun(world, flags, settings);
  const paths = await openFolders(world, flags, settings, places);
  const workloads = await openWorkloads(world, flags, run, paths);
  const { rulebook } = run.ready;
  const results = assessEach(workloads, run.ready, run);
  const text = writeLock(assembleResult({ ...run, version: world.version, rulebook, workloads, results }));
  if (flags.output === undefined) {
    world.io.stdout.write(text);
    if (world.io.stdout.isTerminal)
      say(world, flags, 'nothing was kept; advise lock FILE -o advise.lock.yaml keeps it');
  } else writeFiles(world, flags, [{ path: flags.output, text }]);
  return exitCodes.advised.code;
}
