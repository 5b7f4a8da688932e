import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadyRulebook } from '../src/rulebook/ready.ts';
import { compileRulebook } from '../src/rulebook/compile-rulebook.ts';
import { loadRulebook } from '../src/rulebook/load/load-rulebook.ts';

/** Loads and compiles the default rulebook from rules/; files are named relative to the project. */
export function loadSourceRulebook(): ReadyRulebook {
  const folder = fileURLToPath(new URL('../rules/', import.meta.url));
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: `rules/${name}`, name, text: readFileSync(folder + name, 'utf8') }));
  const rulebook = loadRulebook(files, 'rules');
  return { rulebook, model: compileRulebook(rulebook) };
}
