import { loadPrompter } from './ask/load-prompter.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import type { ReadyRulebook } from './advice/case.ts';
import { connectProcess } from './io.ts';
import { main } from './main.ts';

/**
 * The built program: the real process, and the rulebook that was compiled when it was built.
 * @param argv the arguments, without node and script
 * @returns the exit code
 */
export function run(argv: readonly string[]): Promise<number> {
  return main(argv, {
    io: connectProcess(),
    version: manifest.version,
    rulesFolder: join(__dirname, '../rules'),
    loadPrompter,
    loadPageAssets: () => Promise.resolve({ script: readBuilt('page.js'), style: readBuilt('page.css') }),
    loadDefault: () => Promise.resolve(readCompiledRulebook()),
  });
}

/** Written beside the bundle by scripts/build.ts: no YAML is read and nothing checked at run time. */
function readCompiledRulebook(): ReadyRulebook {
  return JSON.parse(readBuilt('rulebook.json')) as ReadyRulebook;
}

function readBuilt(name: string): string {
  return readFileSync(join(__dirname, name), 'utf8');
}
