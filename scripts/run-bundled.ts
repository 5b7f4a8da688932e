// Runs a script of many thousand calls of the program faster than tsx does: npx tsx scripts/run-bundled.ts FILE ...
//
// tsx has a worker resolve every import, also those that a command does when it is called, each time anew.
// Bundled first, they are functions. What a module says of its own place stays true.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const [entry = ''] = process.argv.splice(2, 1);
const outfile = join(root, `node_modules/.cache/${entry.replaceAll('/', '+')}.${process.pid}.mjs`);

const keepPlaces: Plugin = {
  name: 'keep-places',
  setup: (building) => {
    building.onLoad({ filter: /\.tsx?$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    }));
  },
};

await build({
  entryPoints: [join(root, entry)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'inline',
  loader: { '.css': 'text' },
  plugins: [keepPlaces],
  absWorkingDir: root,
});
await import(pathToFileURL(outfile).href);
