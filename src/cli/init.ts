import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { tidyPath } from '../text/path.ts';
import { writeBlankWorkload } from '../workload/write-blank-workload.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { attempt } from './output-files.ts';
import { say } from './say.ts';
import type { World } from './world.ts';

/** The options of `advise init`. */
export interface InitFlags extends RulebookFlags {
  readonly force?: boolean;
}

/** Where the schema lies in a project that has the program installed, or in the program's own tree. */
const schemaPlaces = ['node_modules/advise/schemas/workload.schema.json', 'schemas/workload.schema.json'];

/**
 * `advise init`: writes a commented, blank workload file; never over an existing one unasked.
 * @param named where; undefined or `-` for standard output
 * @returns the exit code
 */
export async function runInit(world: World, named: string | undefined, flags: InitFlags): Promise<number> {
  const { io } = world;
  const { rulebook } = await openRulebook(world, flags);
  const path = named ?? '-';
  if (path === '-') {
    io.stdout.write(writeBlankWorkload(rulebook, 'my-workload'));
    return exitCodes.advised.code;
  }
  const name = chooseName(io, path);
  const text = writeBlankWorkload(rulebook, name, findSchema(io, path));
  if (io.exists(path) && flags.force !== true)
    throw new InputError([{ message: 'exists already; --force overwrites it', at: { file: path } }]);
  const refused = attempt(path, () => {
    io.writeWhole(path, text);
  });
  if (refused.length > 0) throw new InputError(refused);
  say(
    world,
    flags,
    `wrote ${path}, which calls the workload ${name}; fill it in, then: advise assess ${path}`,
  );
  return exitCodes.advised.code;
}

/** A workload is called like its file; one in a file that is called like all of them, like its folder. */
function chooseName(io: Io, path: string): string {
  const [file = '', ...folders] = tidyPath(path).split('/').reverse();
  const name = file.replace(/\.[^.]*$/, '');
  if (!['workload', 'advise'].includes(name)) return name;
  const [given] = folders;
  const folder = given === undefined || given === '..' ? findFolder(io, path) : given;
  return folder === '' ? name : folder;
}

/** What the folder of a file is called; nothing where there is none yet, or it is the root. */
function findFolder(io: Io, path: string): string {
  const folder = path.includes('/') ? path.replace(/\/[^/]*$/, '') : '.';
  return io.exists(folder) ? (tidyPath(io.realPath(folder)).split('/').at(-1) ?? '') : '';
}

/** The way from a file to the schema of workloads; undefined where there is none below this folder. */
function findSchema(io: Io, path: string): string | undefined {
  if (path.startsWith('/') || path.includes('..')) return undefined;
  const place = schemaPlaces.find((each) => io.exists(each));
  return place === undefined ? undefined : '../'.repeat(tidyPath(path).split('/').length - 1) + place;
}
