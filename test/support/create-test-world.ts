import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import type { Prompter } from '../../src/ask/prompter.ts';
import type { World } from '../../src/cli/world.ts';
import { connectProcess, type Io } from '../../src/io.ts';
import type { Output } from '../../src/output.ts';
import { startThreadHere } from './start-thread-here.ts';
import { connectStreams, type Streams } from '../../src/streams.ts';
import { buildPageAssets } from '../../scripts/build-page.ts';
import { loadRules } from './load-rules.ts';

/** What a test decides about the outside world; everything else is quiet and the same on every machine. */
export interface TestWorldOptions {
  /** The working directory: every relative path is resolved against it. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: Uint8Array;
  /** Columns of the terminal behind all three streams; undefined where there is none. */
  readonly terminal?: number | undefined;
  /** Whether standard input is a terminal; left out, as `terminal` says, where no `stdin` is given. */
  readonly stdinIsTerminal?: boolean | undefined;
  /** What asks a person; without one, asking is an error. */
  readonly prompter?: Prompter | undefined;
  readonly today?: string | undefined;
  /** Paths that the file system refuses, or `stdout`, and the code it gives, such as EACCES or ENOSPC. */
  readonly fails?: ReadonlyMap<string, string>;
  /** The folder of a project that has DuckDB. */
  readonly duckDb?: string | undefined;
  /** The rulebook that comes with the program; left out, the default one. */
  readonly comesWith?: { readonly folder: string; readonly ready: ReadyRulebook } | undefined;
}

/** A world to hand to main(), and what was written to it. */
export interface TestWorld {
  readonly world: World;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** The version that the program has in tests. */
export const testVersion = '1.2.3';

const defaultFixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const defaultRules = fileURLToPath(new URL('../../rules', import.meta.url));

/**
 * Makes a world over a folder: the real file system below it, everything else caught or fixed.
 * @param options what the test decides
 */
export function createTestWorld(options: TestWorldOptions): TestWorld {
  const stdout = catchOutput(options.terminal, options.fails?.get('stdout'));
  const stderr = catchOutput(options.terminal);
  const io = {
    ...withinFolder(options.folder, options.fails ?? new Map(), options.stdin ?? new Uint8Array()),
    stdout: stdout.output,
    stderr: stderr.output,
    stdinIsTerminal:
      options.stdinIsTerminal ?? (options.terminal !== undefined && options.stdin === undefined),
    env: options.env ?? {},
    today: () => options.today ?? '2027-01-15',
  };
  return {
    world: {
      io,
      version: testVersion,
      rulesFolder: options.comesWith?.folder ?? defaultRules,
      fixturesFolder: defaultFixtures,
      loadPrompter: () =>
        options.prompter === undefined
          ? Promise.reject(new Error('this test has nobody to ask'))
          : Promise.resolve(options.prompter),
      loadPageAssets: buildPageAssets,
      loadStreams: () => Promise.resolve(streamsWithin(options)),
      loadDefault: () => Promise.resolve(options.comesWith?.ready ?? loadRules()),
    },
    stdout: stdout.text,
    stderr: stderr.text,
  };
}

function catchOutput(columns: number | undefined, failure?: string): { output: Output; text: () => string } {
  let caught = '';
  const write = (text: string): void => {
    if (failure === undefined) caught += text;
  };
  return {
    output: { write, failure: () => failure, isClosed: false, isTerminal: columns !== undefined, columns },
    text: () => caught,
  };
}

/** The program's own streams, moved into a folder; standard input comes in pieces of a few bytes. */
function streamsWithin({ folder, stdin = new Uint8Array(), fails, duckDb }: TestWorldOptions): Streams {
  const real = connectStreams('', duckDb ?? folder);
  const open = (path: string): string => {
    const code = fails?.get(path);
    if (code !== undefined) throw Object.assign(new Error(`${code}: refused by the test`), { code });
    return resolve(folder, path);
  };
  return {
    ...real,
    openChunks: (path, stop) => (path === '-' ? splitBytes(stdin) : real.openChunks(open(path), stop)),
    openColumns: async (path, stop) => real.openColumns(path === '-' ? path : open(path), stop),
    sizeOf: (path) => real.sizeOf(resolve(folder, path)),
    startThread: startThreadHere,
    openSink: async (path, table) => {
      const sink = await real.openSink(open(path), table);
      return { ...sink, keep: async () => relative(folder, await sink.keep()) };
    },
  };
}

async function* splitBytes(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let from = 0; from < bytes.length; from += 7) yield bytes.subarray(from, from + 7);
}

type FileSystem = Pick<
  Io,
  | 'readBytes'
  | 'listFolder'
  | 'isFolder'
  | 'realPath'
  | 'exists'
  | 'remove'
  | 'identify'
  | 'refuseToWrite'
  | 'makeFolder'
  | 'writeWhole'
>;

let connected: Io | undefined;

/** The program's own file access, moved into a folder, and refused where a test wants it refused. */
function withinFolder(folder: string, fails: ReadonlyMap<string, string>, stdin: Uint8Array): FileSystem {
  const real = (connected ??= connectProcess());
  const open = (path: string): string => {
    const code = fails.get(path);
    if (code !== undefined) throw Object.assign(new Error(`${code}: refused by the test`), { code });
    return path === '' ? '' : resolve(folder, path) + (path.endsWith('/') ? '/' : '');
  };
  return {
    readBytes: (path, limit) => (path === '-' ? stdin : real.readBytes(open(path), limit)),
    listFolder: (path) => real.listFolder(open(path)),
    isFolder: (path) => path !== '' && real.isFolder(resolve(folder, path)),
    realPath: (path) => real.realPath(open(path)),
    exists: (path) => real.exists(resolve(folder, path)),
    remove: (path) => {
      real.remove(open(path));
    },
    identify: (path) => real.identify(resolve(folder, path)),
    refuseToWrite: (path) => real.refuseToWrite(resolve(folder, path)),
    makeFolder: (path) => {
      real.makeFolder(open(path));
    },
    writeWhole: (path, text) => real.writeWhole(open(path), text),
  };
}
