import { loadPrompter } from './ask/load-prompter.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import type { ReadyRulebook } from './advice/case.ts';
import type { Model } from './decide/model.ts';
import { connectProcess } from './io.ts';
import { main } from './main.ts';
import { joinRulebook, type RulebookCore } from './rulebook/split-rulebook.ts';

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
    loadDefault: () => Promise.resolve(readCompiledRulebook()),
  });
}

/** Written beside the bundle by scripts/build.ts: no YAML is read and nothing checked at run time. */
function readCompiledRulebook(): ReadyRulebook {
  const { core, model } = readJson<{ core: RulebookCore; model: Model }>('rulebook.json');
  return { rulebook: joinRulebook(core, () => readJson('rulebook-details.json')), model };
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as T;
}
