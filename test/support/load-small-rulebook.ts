import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freeze } from './freeze.ts';
import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import { compileRulebook } from '../../src/rulebook/compile-rulebook.ts';
import { loadRulebook } from '../../src/rulebook/load/load-rulebook.ts';

/** Where the small rulebook lies: just large enough for every headline and strength. */
export const smallRulebook = fileURLToPath(new URL('./small-rulebook', import.meta.url));

let loaded: ReadyRulebook | undefined;

/** The small rulebook, its files called as those of the default one would be; read once a worker. */
export function loadSmallRulebook(): ReadyRulebook {
  loaded ??= freeze(readSmallRulebook());
  return loaded;
}

function readSmallRulebook(): ReadyRulebook {
  const files = readdirSync(smallRulebook)
    .sort()
    .map((name) => ({ path: `rules/${name}`, name, text: readFileSync(join(smallRulebook, name), 'utf8') }));
  const rulebook = loadRulebook(files, 'rules');
  return { rulebook, model: compileRulebook(rulebook) };
}
