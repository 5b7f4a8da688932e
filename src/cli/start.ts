import { InputError } from '../errors.ts';
import { wordUnknownChoice } from '../text/suggest.ts';
import { runAsk } from './ask.ts';
import { type AssessFlags, runAssess } from './assess.ts';
import { openRun, openWorkloads } from './open-run.ts';
import type { World } from './world.ts';

/** The options of a call without a command. */
export interface StartFlags extends AssessFlags {
  /** False for --no-input: never ask. */
  readonly input?: boolean;
}

/**
 * `advise`, `advise workload.yaml`: what is done where no command was named. At a terminal one workload is
 * talked about: the interview asks what its file leaves open. Files, a folder, a pipe or an option of `assess`
 * ask for an assessment.
 * @param commands the commands there are, for what was meant as one
 * @returns the exit code
 * @throws InputError where the first word is neither a file nor a command
 */
export async function runStart(
  world: World,
  paths: readonly string[],
  flags: StartFlags & { readonly asksForJudging: boolean },
  commands: readonly string[],
): Promise<number> {
  const { io } = world;
  const [path, second] = paths;
  if (path === undefined) {
    if (!flags.asksForJudging) return runAsk(world, undefined, flags);
    throw new InputError('no workload file was named; write advise assess workload.yaml');
  }
  if (/^[A-Za-z-]+$/.test(path) && path !== '-' && !io.exists(path))
    throw new InputError(wordUnknownChoice('command or file', path, commands));
  const canAsk = io.stdinIsTerminal && io.stdout.isTerminal && io.stderr.isTerminal;
  const isAboutOne = second === undefined && path !== '-' && !io.isFolder(path);
  const asks = canAsk && isAboutOne && flags.input !== false && !flags.asksForJudging;
  return asks && (await holdsOne(world, path, flags))
    ? runAsk(world, path, flags)
    : runAssess(world, paths, flags);
}

/** Several workloads of one file are not talked about: the interview takes one. */
async function holdsOne(world: World, path: string, flags: StartFlags): Promise<boolean> {
  const quiet = { ...flags, quiet: true };
  return (await openWorkloads(world, quiet, await openRun(world, quiet), [path])).length === 1;
}
