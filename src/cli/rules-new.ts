import { InputError, isInputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { readText } from '../read/read-text.ts';
import { appendEntry, writeList } from '../rulebook/new/append-entry.ts';
import { type SkeletonSort, writeNewRulebook, writeSkeleton } from '../rulebook/new/write-skeleton.ts';
import { id as idShape } from '../rulebook/shapes.ts';
import { quoteValue } from '../text/safe.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { writeFiles } from './output-files.ts';
import { say } from './say.ts';
import type { CommonOptions, World } from './world.ts';

/** The options of `advise rules init`. */
export interface RulesInitFlags extends CommonOptions {
  readonly force?: boolean;
}

/**
 * `advise rules init`: writes a rulebook that extends the default one; never over an existing file unasked.
 * @param path where; undefined or `-` for standard output
 * @returns the exit code
 */
export function runRulesInit(world: World, path: string | undefined, flags: RulesInitFlags): number {
  const { io } = world;
  const file = (path ?? '').split('/').pop() ?? '';
  const words = file
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['our', 'rules'];
  const text = writeNewRulebook(words.join('-'), io.today());
  if (path === undefined || path === '-') io.stdout.write(text);
  else {
    if (io.exists(path) && flags.force !== true)
      throw new InputError([{ message: 'exists already; --force overwrites it', at: { file: path } }]);
    writeFiles(world, flags, [{ path, text }]);
    say(world, flags, `next: advise rules new rule my-rule ${path}`);
  }
  return exitCodes.advised.code;
}

/**
 * `advise rules new`: writes an entry to fill in, which loads as it stands.
 * @param id what it is called
 * @param path the file of a rulebook that it is added to; undefined or `-` for standard output
 * @returns the exit code
 * @throws InputError where it is no name, or the rulebook would not load with it; then nothing is written
 */
export async function runRulesNew(
  world: World,
  sort: SkeletonSort,
  id: string,
  path: string | undefined,
  flags: RulebookFlags,
): Promise<number> {
  const { io } = world;
  refuseBadName(id);
  if (path === undefined || path === '-') {
    const { rulebook } = await openRulebook(world, flags);
    const { key, lines } = writeSkeleton(sort, id, rulebook);
    io.stdout.write(writeList(key, lines));
    return exitCodes.advised.code;
  }
  const { rulebook } = await openRulebook(world, flags, { rules: [path] });
  const text = appendEntry(readText(io, path, path), writeSkeleton(sort, id, rulebook));
  await refuseUnloadable({ ...world, io: readAs(io, path, text) }, path);
  writeFiles(world, flags, [{ path, text }]);
  say(world, flags, `fill in ${sort} ${id}, then: advise rules lint --rules ${path}`);
  return exitCodes.advised.code;
}

/** What is no name would only be told once the entry is in a file, and comes from the command line raw. */
function refuseBadName(name: string): void {
  const [issue] = idShape.safeParse(name).error?.issues ?? [];
  if (issue !== undefined) throw new InputError(`the name ${quoteValue(name)} ${issue.message}`);
}

/** Lines of what was not written help nobody, so only what is wrong is told. */
async function refuseUnloadable(world: World, path: string): Promise<void> {
  try {
    await openRulebook(world, { quiet: true }, { rules: [path] });
  } catch (error) {
    if (!isInputError(error)) throw error;
    throw new InputError(error.problems.map(({ message }) => ({ message, at: { file: path } })));
  }
}

/** The world in which a file holds another text. */
function readAs(io: Io, path: string, text: string): Io {
  const bytes = new TextEncoder().encode(text);
  return { ...io, readBytes: (asked, limit) => (asked === path ? bytes : io.readBytes(asked, limit)) };
}
