// Runs the program from source, with the rulebook read from rules/: npm run dev -- assess file
import { loadPrompter } from '../src/ask/load-prompter.ts';
import { fileURLToPath } from 'node:url';
import { connectProcess } from '../src/io.ts';
import { main } from '../src/main.ts';
import { buildPageAssets } from './build-page.ts';
import { loadSourceRulebook } from './load-source-rulebook.ts';
import manifest from '../package.json' with { type: 'json' };

process.exitCode = await main(process.argv.slice(2), {
  io: connectProcess(),
  version: manifest.version,
  rulesFolder: fileURLToPath(new URL('../rules', import.meta.url)),
  fixturesFolder: fileURLToPath(new URL('../fixtures', import.meta.url)),
  loadPrompter,
  loadStreams: async () =>
    (await import('../src/streams.ts')).connectStreams(
      fileURLToPath(new URL('../src/row-worker.ts', import.meta.url)),
    ),
  loadPageAssets: buildPageAssets,
  loadDefault: () => Promise.resolve(loadSourceRulebook()),
});
