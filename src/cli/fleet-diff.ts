import { exitCodes } from '../exit-code.ts';
import { compareDecisions } from '../fleet/compare-decisions.ts';
import { render } from '../render/render.ts';
import { fileNamed, openFleetChunks } from './fleet-source.ts';
import { type CommonOptions, openOutput, type World } from './world.ts';

/** The options of `advise fleet diff`. */
export interface FleetDiffFlags extends CommonOptions {
  readonly all?: boolean;
}

/**
 * `advise fleet diff`: what two tables of decisions do not say alike, and which rules made the difference.
 * @returns the exit code
 */
export async function runFleetDiff(
  world: World,
  before: string,
  after: string,
  flags: FleetDiffFlags,
): Promise<number> {
  const streams = await world.loadStreams();
  const stop = new AbortController();
  const release = streams.onInterrupt(() => stop.abort());
  const open = async (path: string) => ({
    chunks: await openFleetChunks(world, path, stop.signal, () => undefined),
    file: fileNamed(path),
  });
  try {
    const moves = await compareDecisions(await open(before), await open(after));
    const { rulebook } = await world.loadDefault();
    world.io.stdout.write(await render('moves', 'text', moves, openOutput(world, flags, rulebook)));
    return exitCodes.advised.code;
  } catch (error) {
    if (stop.signal.aborted) return exitCodes.interrupted.code;
    throw error;
  } finally {
    release();
  }
}
