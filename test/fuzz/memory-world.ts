import { posix } from 'node:path';
import type { World } from '../../src/cli/world.ts';
import type { Io } from '../../src/io.ts';
import type { Output } from '../../src/output.ts';
import { createTestWorld } from '../support/create-test-world.ts';
import type { Files } from './targets.ts';

/** A world whose files are in memory, and what was written to it. */
export interface MemoryWorld {
  readonly world: World;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** All files as they are now. */
  readonly files: ReadonlyMap<string, string>;
}

const outside = createTestWorld({ folder: '/' }).world;

/** Makes a world of files in memory, which costs nothing to set up and cannot spill. */
export function createMemoryWorld(given: Files): MemoryWorld {
  const files = new Map(Object.entries(given));
  const clean = (path: string): string => posix.normalize(path).replace(/\/$/, '');
  const isFolder = (path: string): boolean =>
    clean(path) === '.' || [...files.keys()].some((file) => file.startsWith(`${clean(path)}/`));
  const fail = (code: string): never => {
    throw Object.assign(new Error(code), { code });
  };
  const [stdout, stderr] = [catchOutput(), catchOutput()];
  const io: Io = {
    stdout: stdout.output,
    stderr: stderr.output,
    stdinIsTerminal: false,
    env: {},
    today: () => '2027-01-15',
    readBytes: (path, limit) => {
      if (isFolder(path)) fail('EISDIR');
      const text = files.get(clean(path)) ?? fail('ENOENT');
      return Buffer.from(text).subarray(0, limit + 1);
    },
    listFolder: (path) => {
      if (!isFolder(path)) fail('ENOTDIR');
      const start = clean(path) === '.' ? '' : `${clean(path)}/`;
      const below = [...files.keys()].filter((file) => file.startsWith(start));
      return [...new Set(below.map((file) => file.slice(start.length).split('/')[0] ?? ''))].sort();
    },
    isFolder,
    realPath: clean,
    exists: (path) => files.has(clean(path)) || isFolder(path),
    remove: (path) => void files.delete(clean(path)),
    identify: clean,
    refuseToWrite: () => undefined,
    makeFolder: () => undefined,
    writeWhole: (path, text) => void files.set(clean(path), text),
  };
  return { world: { ...outside, io }, stdout: stdout.text, stderr: stderr.text, files };
}

function catchOutput(): { readonly output: Output; readonly text: () => string } {
  let caught = '';
  return {
    output: {
      write: (text) => {
        caught += text;
      },
      failure: () => undefined,
      isClosed: false,
      isTerminal: false,
      columns: undefined,
    },
    text: () => caught,
  };
}
