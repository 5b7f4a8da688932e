// Builds dist/: the program as one file for the hot path, what is rarely used as files beside it,
// and the default rulebook compiled.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';
import { buildPageAssets } from './build-page.ts';
import { loadSourceRulebook } from './load-source-rulebook.ts';

/** Modules that bring a library along which few runs need: each becomes a file that is loaded when used. */
const onDemand: Readonly<Record<string, string>> = {
  'src/ask/inquirer-prompter.ts': 'inquirer-prompter',
  'src/cli/rules-lint.ts': 'rules-lint',
  'src/cli/schema.ts': 'schema',
  'src/read/read-result.ts': 'read-result',
  'src/render/csv.ts': 'csv',
  'src/render/github.ts': 'github',
  'src/render/junit.ts': 'junit',
  'src/render/sarif.ts': 'sarif',
  'src/render/docs/rulebook-markdown.ts': 'rulebook-markdown',
  'src/render/rule-tests-junit.ts': 'rule-tests-junit',
  'src/prove/read-ready-rulebook.ts': 'read-ready-rulebook',
  'src/render/markdown.ts': 'markdown',
  'src/render/html.tsx': 'html',
};

/** Keeps imports of those modules as imports of their files. */
const splitOff: Plugin = {
  name: 'split-off',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\.?\// }, ({ path, kind }) => {
      const entry = Object.entries(onDemand).find(([file]) =>
        file.endsWith(path.replace(/^(\.\.?\/)+/, '/')),
      );
      return kind === 'dynamic-import' && entry !== undefined
        ? { path: `./${entry[1]}.cjs`, external: true }
        : undefined;
    });
  },
};

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
writeFileSync('dist/rulebook.json', JSON.stringify(loadSourceRulebook()));
const page = await buildPageAssets();
writeFileSync('dist/page.js', page.script);
writeFileSync('dist/page.css', page.style);
const { metafile } = await build({
  entryPoints: {
    advise: 'src/run.ts',
    ...Object.fromEntries(Object.entries(onDemand).map(([file, name]) => [name, file])),
  },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // jsonc-parser's main file loads its parts in a way that no bundler can follow; its module does not.
  mainFields: ['module', 'main'],
  plugins: [splitOff],
  metafile: true,
  logLevel: 'warning',
});

writeFileSync('dist/THIRD-PARTY-LICENCES.txt', collectLicences(Object.keys(metafile.inputs)));

/** The licences of everything that was bundled; they ask to be passed on with every copy. */
function collectLicences(inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []));
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Record<
        string,
        string
      >;
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      const text =
        file === undefined ? `Licence: ${license}` : readFileSync(`${folder}/${file}`, 'utf8').trim();
      return `${name} ${version}\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
