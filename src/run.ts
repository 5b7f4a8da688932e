import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { loadPrompter } from './ask/load-prompter.ts';
import { connectProcess } from './io.ts';
import { main } from './main.ts';
import type { ReadyRulebook } from './rulebook/ready.ts';
import { parseBuiltRulebook } from './rulebook/built-rulebook.ts';
import { joinRulebook, type RulebookDetails } from './rulebook/split-rulebook.ts';

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
    fixturesFolder: join(__dirname, '../fixtures'),
    loadPrompter,
    loadPageAssets: () => Promise.resolve({ script: readBuilt('page.js'), style: readBuilt('page.css') }),
    loadStreams: async () => (await import('./streams.ts')).connectStreams(join(__dirname, 'row-worker.cjs')),
    loadDefault: () => Promise.resolve(readCompiledRulebook()),
  });
}

/** Written beside the bundle by scripts/build.ts: no YAML is read and nothing checked at run time. */
function readCompiledRulebook(): ReadyRulebook {
  const readDetails = () => JSON.parse(readBuilt('rulebook-details.json')) as RulebookDetails;
  return joinRulebook(parseBuiltRulebook(readBuilt('rulebook.json')), readDetails);
}

function readBuilt(name: string): string {
  return readFileSync(join(__dirname, name), 'utf8');
}
