import { posix } from 'node:path';
import type { Prompter } from '../../src/ask/prompter.ts';
import type { World } from '../../src/cli/world.ts';
import type { Io } from '../../src/io.ts';
import type { Output } from '../../src/output.ts';
import type { Streams } from '../../src/streams.ts';
import { startThreadHere } from '../support/start-thread-here.ts';
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

/**
 * Makes a world of files in memory, which costs nothing to set up and cannot spill.
 * @param prompter what answers, where somebody sits at a terminal
 */
export function createMemoryWorld(given: Files, prompter?: Prompter): MemoryWorld {
  const files = new Map(Object.entries(given));
  const clean = (path: string): string => posix.normalize(path).replace(/\/$/, '');
  const isFolder = (path: string): boolean =>
    clean(path) === '.' || [...files.keys()].some((file) => file.startsWith(`${clean(path)}/`));
  const fail = (code: string): never => {
    throw Object.assign(new Error(code), { code });
  };
  const [stdout, stderr] = [catchOutput(prompter), catchOutput(prompter)];
  const io: Io = {
    stdout: stdout.output,
    stderr: stderr.output,
    stdinIsTerminal: prompter !== undefined,
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
    realPath: (path) => (files.has(clean(path)) || isFolder(path) ? clean(path) : fail('ENOENT')),
    exists: (path) => files.has(clean(path)) || isFolder(path),
    remove: (path) => void files.delete(clean(path)),
    identify: clean,
    refuseToWrite: () => undefined,
    makeFolder: () => undefined,
    writeWhole: (path, text) => void files.set(clean(path), text),
  };
  const world: World = {
    ...outside,
    io,
    loadPrompter: () => (prompter === undefined ? outside.loadPrompter(false) : Promise.resolve(prompter)),
    loadStreams: () => Promise.resolve(streamMemory(io, files)),
  };
  return { world, stdout: stdout.text, stderr: stderr.text, files };
}

/** Files in memory as streams, in pieces that end within lines and characters. */
function streamMemory(io: Io, files: Map<string, string>): Streams {
  return {
    openChunks: async function* (path) {
      const bytes = io.readBytes(path, Infinity);
      await Promise.resolve();
      for (let from = 0; from < bytes.length; from += 97) yield bytes.subarray(from, from + 97);
    },
    openColumns: () => Promise.resolve(undefined),
    sizeOf: (path) => files.get(path)?.length,
    openSink: (path) => {
      let text = '';
      const keep = (name: string): Promise<string> => {
        files.set(name, text);
        return Promise.resolve(name);
      };
      return Promise.resolve({
        write: (piece) => void (text += piece),
        finish: async () => {
          await keep(path);
        },
        keep: () => keep(`${path}.part`),
        drop: () => undefined,
      });
    },
    onInterrupt: () => () => undefined,
    startThread: startThreadHere,
    elapsed: () => 0,
  };
}

function catchOutput(prompter: Prompter | undefined): {
  readonly output: Output;
  readonly text: () => string;
} {
  let caught = '';
  return {
    output: {
      write: (text) => {
        caught += text;
      },
      failure: () => undefined,
      isClosed: false,
      isTerminal: prompter !== undefined,
      columns: prompter === undefined ? undefined : 80,
    },
    text: () => caught,
  };
}
