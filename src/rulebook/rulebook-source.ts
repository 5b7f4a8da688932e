import { dirname, isAbsolute, join, relative } from 'node:path';
import { wordFileError, InputError, type Position } from '../errors.ts';
import type { Io } from '../io.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import { trimPath } from '../text/path.ts';
import { suggestName } from '../text/suggest.ts';
import { findHead } from './extend/parse-extension-files.ts';
import { readRulebookFile, readRulebookFolder } from './load/read-rulebook-folder.ts';
import type { RulebookFile } from './load/shape-file.ts';

/** What a rulebook that extends another says about that. */
interface Extends {
  readonly target: string;
  readonly at: Position;
}

/** A rulebook as it lies on the disk. */
export interface RulebookSource {
  /** The file or folder, as it was asked for; `default` for the one that comes with the program. */
  readonly path: string;
  /** The same for the same files, however they were asked for. */
  readonly key: string;
  /** Undefined for the one that comes with the program. */
  readonly files: readonly RulebookFile[] | undefined;
  /** Undefined for one that stands alone. */
  readonly extends: Extends | undefined;
}

const comesWith: RulebookSource = { path: 'default', key: 'default', files: undefined, extends: undefined };

/**
 * A rulebook and all that it builds on, that which stands alone first. `extends` is followed to files
 * and folders below the folder asked for (that of the file, for a file), and nowhere else.
 * @param path the file or folder
 * @throws InputError where one cannot be read, lies outside, or extends itself
 */
export function listChain(io: Io, path: string): RulebookSource[] {
  if (path === '' || path === '-')
    throw new InputError(
      `--rules takes a file or a folder, got ${path === '' ? 'nothing' : 'standard input (-)'}`,
    );
  let source = readSource(io, path);
  const within = io.realPath(io.isFolder(path) ? path : dirname(path));
  const chain = [source];
  while (source.extends !== undefined) {
    const { target, at } = source.extends;
    source = target === 'default' ? comesWith : followExtends(io, source, target, within, at);
    const again = chain.findIndex((each) => each.key === source.key);
    if (again !== -1) {
      const circle = [...chain.slice(again), source].map((each) => each.path);
      throw new InputError([{ message: `extends itself: ${circle.join(' → ')}`, at }]);
    }
    chain.push(source);
  }
  return chain.reverse();
}

function readSource(io: Io, path: string): RulebookSource {
  const folder = trimPath(path);
  const isFolder = io.isFolder(folder);
  const files = isFolder ? readRulebookFolder(io, folder) : [readRulebookFile(io, path)];
  const extension = findExtends(files);
  if (!isFolder && extension === undefined)
    throw new InputError([
      {
        message:
          'a rulebook in one file must say what it extends (extends: default); one that stands alone is a folder',
        at: { file: path },
      },
    ]);
  return { path: folder, key: io.realPath(path), files, extends: extension };
}

/** Only looked at here: what else the file holds is checked when its turn comes. */
function findExtends(files: readonly RulebookFile[]): Extends | undefined {
  const head = findHead(files);
  if (head === undefined) return undefined;
  const [document] = parseYaml(head.text, head.path);
  const data = document?.data;
  if (typeof data !== 'object' || data === null || !('extends' in data)) return undefined;
  const target = typeof data.extends === 'string' ? data.extends.trim() : '';
  if (document === undefined) return undefined;
  const at = document.locate(['extends']);
  if (target === '')
    throw new InputError([{ message: 'extends takes default, or the path of a file or folder', at }]);
  return { target, at };
}

function followExtends(
  io: Io,
  from: RulebookSource,
  target: string,
  within: string,
  at: Position,
): RulebookSource {
  const say = (message: string) => new InputError([{ message, at }]);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(target))
    throw say(`extends follows files only, not addresses: ${target}`);
  if (isAbsolute(target)) throw say(`extends takes a path from this file on, not ${target}`);
  const folder = io.isFolder(from.path) ? from.path : dirname(from.path);
  const path = join(folder, target);
  const real = findReal(io, path);
  if (typeof real !== 'string')
    throw say(`${target} cannot be extended: ${real.problem}${suggestName(target, ['default'])}`);
  const way = relative(within, real);
  if (way.startsWith('..') || isAbsolute(way))
    throw say(
      `${target} lies outside the folder of the rulebook; give it as a --rules of its own before this one`,
    );
  return readSource(io, path);
}

function findReal(io: Io, path: string): string | { readonly problem: string } {
  try {
    return io.realPath(path);
  } catch (error) {
    return { problem: wordFileError(error) };
  }
}
