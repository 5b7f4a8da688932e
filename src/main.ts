import { CommanderError } from 'commander';
import { createProgram } from './cli/program.ts';
import { sayAlways, sayProblems, sayStack } from './cli/say.ts';
import type { World } from './cli/world.ts';
import { isInputError } from './errors.ts';
import { exitCodes } from './exit-code.ts';

/**
 * Runs the program.
 * @param argv the arguments, without node and script
 * @param world the outside world, and what comes with the program
 * @returns the exit code; the process is left to the caller
 */
export async function main(argv: readonly string[], world: World): Promise<number> {
  let code: number = exitCodes.advised.code;
  try {
    const program = createProgram(world, (ended) => (code = ended), argv[0] ?? 'start');
    await program.parseAsync(argv, { from: 'user' });
    return checkOutput(world) ? code : exitCodes.noAdvice.code;
  } catch (error) {
    return explainFailure(error, argv, world);
  }
}

/** Half an output is none: a full disk must not look like advice. */
function checkOutput({ io }: World): boolean {
  const failure = io.stdout.failure();
  if (failure !== undefined) sayAlways(io, `standard output cannot be written: ${failure}`);
  return failure === undefined && io.stderr.failure() === undefined;
}

/** Commander has already told of its own errors; a bad flag must not look like a tripped gate. */
function explainFailure(error: unknown, argv: readonly string[], world: World): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.advised.code : exitCodes.noAdvice.code;
  if (isInputError(error)) sayProblems(world.io, error);
  else {
    const message = error instanceof Error ? error.message : String(error);
    sayAlways(world.io, `this is a bug, not your fault: ${message}`);
    if (argv.includes('--debug') && error instanceof Error) sayStack(world.io, error.stack ?? '');
    else sayAlways(world.io, 'run it again with --debug and report what it prints');
  }
  return exitCodes.noAdvice.code;
}
