// Runs the program from source, with the rulebook read from rules/: npm run dev -- assess file
import { fileURLToPath } from 'node:url';
import { connectProcess } from '../src/io.ts';
import { main } from '../src/main.ts';
import { loadSourceRulebook } from './load-source-rulebook.ts';
import manifest from '../package.json' with { type: 'json' };

process.exitCode = await main(process.argv.slice(2), {
  io: connectProcess(),
  version: manifest.version,
  rulesFolder: fileURLToPath(new URL('../rules', import.meta.url)),
  loadPrompter: async () =>
    (await import('../src/ask/inquirer-prompter.ts')).createPrompter({
      input: process.stdin,
      output: process.stderr,
      columns: () => process.stderr.columns,
    }),
  loadDefault: () => Promise.resolve(loadSourceRulebook()),
});
