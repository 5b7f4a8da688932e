import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import { loadSourceRulebook } from '../../scripts/load-source-rulebook.ts';

let loaded: ReadyRulebook | undefined;

/** The default rulebook, read from rules/ once a test file. Not to be changed. */
export function loadRules(): ReadyRulebook {
  loaded ??= loadSourceRulebook();
  return loaded;
}
