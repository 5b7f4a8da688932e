import type { ReadyRulebook } from '../advice/case.ts';
import type { Io } from '../io.ts';
import { compileRulebook } from '../rulebook/compile-rulebook.ts';
import { readRulebooks } from '../rulebook/read-rulebooks.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { checkTouchedRules } from './check-touched-rules.ts';

/**
 * Reads rulebooks, lays them over each other and makes them ready for use.
 * @param paths files and folders, one at least
 * @param loadDefault loads the rulebook that comes with the program
 * @throws InputError with what is wrong, examples that no longer hold included
 */
export async function readReadyRulebook(
  io: Io,
  paths: readonly string[],
  loadDefault: () => Promise<Rulebook>,
): Promise<ReadyRulebook> {
  const rulebook = await readRulebooks(io, paths, loadDefault);
  const ready = { rulebook, model: compileRulebook(rulebook) };
  checkTouchedRules(ready);
  return ready;
}
