// Bundles tests with mutated modules: every mutant is in the bundle, behind a switch of Stryker's.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tools = join(root, 'node_modules/.cache/stryker/node_modules/');

/** A change of one place of a module. */
export interface Mutant {
  readonly id: string;
  readonly file: string;
  readonly sort: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/** A program that holds tests and mutants. */
interface Staged {
  readonly mutants: readonly Mutant[];
  /** For every file of tests how many imports lie between it and each module that it loads. */
  readonly distances: readonly ReadonlyMap<string, number>[];
}

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Instrumented {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly mutants: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly mutatorName: string;
    readonly replacement: string;
    readonly location: { readonly start: Place; readonly end: Place };
  }[];
}

interface Source {
  readonly name: string;
  readonly mutate: true;
  readonly content: string;
}

type Instrument = (files: readonly Source[], options: unknown) => Promise<Instrumented>;

/** The part of Stryker that writes mutants into modules, installed by `npm run mutation-tools`. */
async function loadInstrumenter(): Promise<Instrument> {
  const from = createRequire(tools);
  const load = async (name: string): Promise<unknown> => import(pathToFileURL(from.resolve(name)).href);
  const { createInstrumenter } = (await load('@stryker-mutator/instrumenter')) as {
    createInstrumenter: unknown;
  };
  const { createInjector } = (await load('typed-inject')) as {
    createInjector: () => {
      provideValue: (name: string, value: unknown) => ReturnType<typeof createInjector>;
      injectFunction: (make: unknown) => { instrument: Instrument };
    };
  };
  const nothing = (): undefined => undefined;
  const no = (): boolean => false;
  const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing, trace: nothing };
  const logger = { ...silent, isDebugEnabled: no, isTraceEnabled: no };
  const made = createInjector()
    .provideValue('logger', logger)
    .provideValue('options', {})
    .injectFunction(createInstrumenter);
  return (files, options) => made.instrument(files, options);
}

/**
 * Writes a program that holds tests and all mutants of some modules.
 * @param modules files from the root of the repository
 * @param tests likewise
 * @param outfile where the program is written
 */
export async function stageMutants(
  modules: readonly string[],
  tests: readonly string[],
  outfile: string,
): Promise<Staged> {
  const instrument = await loadInstrumenter();
  const sources = modules.map((name): Source => {
    const path = join(root, name);
    return { name: path, mutate: true, content: readFileSync(path, 'utf8') };
  });
  const { files, mutants } = await instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  const metafile = await bundle(
    modules,
    tests,
    new Map(files.map(({ name, content }) => [name, content])),
    outfile,
  );
  const lines = new Map(sources.map(({ name, content }) => [name, content.split('\n')]));
  return {
    mutants: mutants.map(({ id, fileName, mutatorName, replacement, location }) => ({
      id,
      file: relative(root, fileName),
      sort: mutatorName,
      line: location.start.line + 1,
      from: cutOut(lines.get(fileName) ?? [], location.start, location.end),
      to: replacement.replace(/\s+/g, ' '),
    })),
    distances: tests.map((test) => measureDistances(metafile, test)),
  };
}

function cutOut(lines: readonly string[], start: Place, end: Place): string {
  const [first = '', last = ''] = [lines[start.line], lines[end.line]];
  if (start.line === end.line) return first.slice(start.column, end.column);
  return `${first.slice(start.column)} … ${last.slice(0, end.column).trim()}`;
}

async function bundle(
  modules: readonly string[],
  tests: readonly string[],
  mutated: ReadonlyMap<string, string>,
  outfile: string,
): Promise<Metafile> {
  const standIn = join(root, 'test/mutation/stand-in.ts');
  const swapModules: Plugin = {
    name: 'swap-modules',
    setup: (building) => {
      building.onResolve({ filter: /^vitest$/ }, () => ({ path: standIn }));
      building.onLoad({ filter: /\.tsx?$/ }, ({ path }) => ({
        contents: (mutated.get(path) ?? readFileSync(path, 'utf8')).replaceAll(
          'import.meta.url',
          JSON.stringify(pathToFileURL(path).href),
        ),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      }));
    },
  };
  const writeLoads = (files: readonly string[]): string =>
    `[${files.map((file) => `() => import(${JSON.stringify(`./${file}`)})`).join(', ')}]`;
  const { metafile } = await build({
    stdin: {
      contents: `import { tryMutants } from './test/mutation/try-mutants.ts';
        await tryMutants(${writeLoads(tests)}, ${writeLoads(modules)});`,
      resolveDir: root,
      loader: 'ts',
    },
    metafile: true,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    plugins: [swapModules],
    absWorkingDir: root,
  });
  return metafile;
}

/** How many imports lie between a file of tests and every module that it loads. */
function measureDistances({ inputs }: Metafile, test: string): ReadonlyMap<string, number> {
  const distances = new Map([[test, 0]]);
  // A map is gone through in the order of insertion, what is added on the way too.
  for (const [file, distance] of distances)
    for (const { path, external } of inputs[file]?.imports ?? [])
      if (external !== true && !distances.has(path)) distances.set(path, distance + 1);
  return distances;
}
