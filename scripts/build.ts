// Builds dist/: program.cjs, all that an assessment needs, in one file; library.cjs with its
// types, for programs; beside them what they load on demand, the default rulebook, compiled, and what was bundled: licences and
// a software bill of materials.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin, transform } from 'esbuild';
import manifest from '../package.json' with { type: 'json' };
import { writeBuiltRulebook } from '../src/rulebook/built-rulebook.ts';
import { splitRulebook } from '../src/rulebook/split-rulebook.ts';
import releases from '../src/import/knowledge/os-releases.json' with { type: 'json' };
import { buildPageAssets } from './build-page.ts';
import { deferChalk, deferChildProcess, deferWidthTables, skipColourDetection } from './defer-imports.ts';
import { listBundled, writeBillOfMaterials, writeLicences } from './list-bundled.ts';
import { writeTypes } from './write-types.ts';
import { loadSourceRulebook } from './load-source-rulebook.ts';

/**
 * What every assessment takes, though the source imports it on demand. Whatever else is imported on
 * demand, by import(), becomes a file of its own by itself.
 */
const hot = ['src/cli/assess.ts', 'src/render/advice/text/text.ts'];

/** What other threads run: files of their own, too. */
const threads = ['src/row-worker.ts'];

const common = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  // The build of the library for browsers has no other features and, being ES modules, leaves out
  // what is not used.
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  // jsonc-parser's main file loads its parts in a way that no bundler can follow; its module does not.
  mainFields: ['module', 'main'],
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');

const onDemand = await findOnDemand();
const program = await build({
  ...common,
  entryPoints: { program: 'src/run.ts' },
  format: 'cjs',
  supported: { 'dynamic-import': false },
  plugins: [keepApart(onDemand), deferChalk, deferChildProcess, deferWidthTables, skipColourDetection],
});
const library = await build({
  ...common,
  entryPoints: { library: 'src/library.ts' },
  format: 'cjs',
  supported: { 'dynamic-import': false },
  external: ['./rulebook.json', './rulebook-details.json'],
  plugins: [keepApart(onDemand)],
});
const others = await buildOnDemand(onDemand);
wrapProgram();
await writeTypes();

const page = await buildPageAssets();
writeFileSync('dist/page.js', page.script);
writeFileSync('dist/page.css', page.style);

const { built, details } = splitRulebook(loadSourceRulebook());
writeFileSync('dist/rulebook.json', writeBuiltRulebook(built));
writeFileSync('dist/rulebook-details.json', JSON.stringify(details));

const bundled = listBundled([
  ...[program, library, others].flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  ...page.inputs,
]);
const data = {
  name: 'endoflife.date (data)',
  version: releases.date,
  license: releases.licence,
  licenceText: releases.notice,
};
writeFileSync('dist/THIRD-PARTY-LICENCES.txt', writeLicences([...bundled, data]));
writeFileSync('dist/sbom.cdx.json', writeBillOfMaterials(manifest, bundled));

/** The modules that are imported on demand, the hot ones left out, by the names of their files. */
async function findOnDemand(): Promise<Readonly<Record<string, string>>> {
  const { metafile } = await build({
    ...common,
    entryPoints: ['src/run.ts', 'src/library.ts'],
    external: ['./rulebook.json', './rulebook-details.json'],
    format: 'esm',
    write: false,
  });
  const modules = listDynamicImports(metafile).filter((path) => !hot.includes(path));
  const files = Object.fromEntries(
    [...modules, ...threads].map((path) => [basename(path).replace(/\.tsx?$/, ''), path]),
  );
  if (Object.keys(files).length < modules.length + threads.length)
    throw new Error('two modules on demand have one name');
  return files;
}

function listDynamicImports({ inputs }: Metafile): string[] {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  return [
    ...new Set(
      imports
        .filter(({ kind, external }) => kind === 'dynamic-import' && external !== true)
        .map(({ path }) => path),
    ),
  ].sort();
}

/** Leaves imports on demand as imports of the files that the modules become. */
function keepApart(files: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'keep-apart',
    setup(bundler) {
      bundler.onResolve({ filter: /^\.\.?\// }, async ({ path, kind, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === 'resolved') return undefined;
        const resolved = await bundler.resolve(path, { kind, resolveDir, pluginData: 'resolved' });
        const file = Object.entries(files).find(([, module]) => resolved.path.endsWith(`/${module}`));
        return file === undefined ? resolved : { path: `./${file[0]}.cjs`, external: true };
      });
    },
  };
}

/**
 * Builds what is loaded on demand, what several of them use as files that they share. Only ES modules
 * can be split so; they are then turned into CommonJS, which starts faster.
 */
async function buildOnDemand(files: Readonly<Record<string, string>>): Promise<{ metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: files,
    format: 'esm',
    splitting: true,
    chunkNames: 'shared-[hash]',
    plugins: [keepApart(files)],
    write: false,
  });
  for (const { path, text } of outputFiles) {
    const { code } = await transform(holdImports(text), {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minify: true,
      supported: { 'dynamic-import': false },
    });
    writeFileSync(path, code);
  }
  return { metafile };
}

/**
 * Takes what a file shares into constants when it is loaded, and gives it as a plain object: asking for it by a
 * getter at every call took a tenth of a long run. The files are in no circle, so that all of it is there by then.
 */
function holdImports(text: string): string {
  const rename = (list: string, by: string): string =>
    list.replace(/([\w$]+) as ([\w$]+)/g, (_, from: string, to: string) =>
      by === 'import' ? `${from}:${to}` : `${to}:${from}`,
    );
  return text
    .replace(
      /import\{([^}]*)\}from"(\.\/shared-\w+\.cjs)";/g,
      (_, list: string, path: string) => `const{${rename(list, 'import')}}=require("${path}");`,
    )
    .replace(/export\{([^}]*)\};?\s*$/, (_, list: string) => `module.exports={${rename(list, 'export')}};`);
}

/**
 * Makes a function of the program that takes what a CommonJS module is given, for bin/advise.js, which
 * loads it by itself; the digest in front tells its compiled code from that of other builds.
 */
function wrapProgram(): void {
  const text = readFileSync('dist/program.cjs', 'utf8');
  // It is read byte by byte, which is fastest.
  if (/[^\0-\x7f]/.test(text)) throw new Error('program.cjs must be plain ASCII');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const parameters = 'exports, require, module, __filename, __dirname';
  writeFileSync('dist/program.cjs', `//${digest}\n(function (${parameters}) {\n${text}})\n`);
}
