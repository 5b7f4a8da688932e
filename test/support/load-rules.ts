import { loadSourceRulebook } from '../../scripts/load-source-rulebook.ts';
import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import { freeze } from './freeze.ts';

let loaded: ReadyRulebook | undefined;

/** The default rulebook, read from rules/ once a worker. Who wants another one makes a copy and changes that. */
export function loadRules(): ReadyRulebook {
  loaded ??= freeze(loadSourceRulebook());
  return loaded;
}
