import { explainWriteError, InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { showText } from '../text/safe.ts';
import { writeBlankWorkload } from '../workload/write-blank-workload.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { resolveRules } from './settings.ts';
import type { CommonOptions, World } from './world.ts';

/** The options of `advise init`. */
export interface InitFlags extends CommonOptions {
  readonly rules?: readonly string[];
  /** False for --no-config. */
  readonly config?: boolean;
  readonly force?: boolean;
}

/** Where the schema lies in a project that has the program installed, or in the program's own tree. */
const schemaPlaces = ['node_modules/advise/schemas/workload.schema.json', 'schemas/workload.schema.json'];

/**
 * `advise init`: writes a commented, blank workload file; never over an existing one unasked.
 * @param path where; undefined or `-` for standard output
 * @returns the exit code
 */
export async function runInit(world: World, path: string | undefined, flags: InitFlags): Promise<number> {
  const { io } = world;
  const { rulebook } = await loadReadyRulebook(world, resolveRules(flags, world.io), flags);
  const toFile = path !== undefined && path !== '-';
  const name = toFile ? (path.split('/').pop() ?? '').replace(/\.[^.]*$/, '') : 'my-workload';
  const depth =
    toFile && !path.startsWith('/') && !path.includes('..') ? path.split('/').length - 1 : undefined;
  const schema = depth === undefined ? undefined : schemaPlaces.find((place) => io.exists(place));
  const text = writeBlankWorkload(
    rulebook,
    name,
    schema === undefined ? undefined : `${'../'.repeat(depth ?? 0)}${schema}`,
  );
  if (!toFile) {
    io.stdout.write(text);
    return exitCodes.advised.code;
  }
  if (io.exists(path) && flags.force !== true)
    throw new InputError([
      { message: 'exists already; --force overwrites it', at: { file: showText(path) } },
    ]);
  try {
    io.writeWhole(path, text);
  } catch (error) {
    throw new InputError([
      {
        message: `cannot be written: ${explainWriteError(error)}`,
        at: { file: showText(path) },
      },
    ]);
  }
  if (flags.quiet !== true)
    io.stderr.write(`advise: wrote ${showText(path)}; fill it in, then: advise assess ${showText(path)}\n`);
  return exitCodes.advised.code;
}
