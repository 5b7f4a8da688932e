import type { ReadyRulebook } from './ready.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { compileRulebook } from './compile-rulebook.ts';
import { extendRulebook } from './extend/extend-rulebook.ts';
import { checkTouchedRules } from './load/check-examples.ts';
import { loadRulebook } from './load/load-rulebook.ts';
import { listChain, type RulebookSource } from './rulebook-source.ts';
import type { Rulebook } from './rulebook.ts';

/**
 * Reads rulebooks and lays them over each other in order, each over those that it extends.
 * @param paths files and folders, one at least
 * @param loadDefault loads the rulebook that comes with the program
 * @throws InputError with everything that is wrong with the first of them that has something wrong
 */
export async function readRulebooks(
  io: Io,
  paths: readonly string[],
  loadDefault: () => Promise<Rulebook>,
): Promise<Rulebook> {
  const sources = listSources(io, paths);
  let rulebook: Rulebook | undefined;
  for (const source of sources) {
    if (source.files === undefined) rulebook = await loadDefault();
    else if (source.extends === undefined) rulebook = loadRulebook(source.files, source.path);
    else if (rulebook !== undefined) rulebook = extendRulebook(rulebook, source.files);
  }
  if (rulebook === undefined) throw new Error('no rulebook was asked for');
  return rulebook;
}

/**
 * The rulebooks asked for and all that they build on, in the order in which they are laid over each
 * other.
 * @param paths files and folders, one at least
 * @throws InputError where one cannot be read, or they do not fit together
 */
export function listSources(io: Io, paths: readonly string[]): RulebookSource[] {
  const sources: RulebookSource[] = [];
  for (const path of paths) {
    const chain = listChain(io, path);
    checkOrder(path, chain, sources);
    sources.push(...chain.filter((source) => sources.every((each) => each.key !== source.key)));
  }
  return sources;
}

/** Another rulebook goes on top of those before it, so all must begin with the same one. */
function checkOrder(path: string, chain: readonly RulebookSource[], before: readonly RulebookSource[]): void {
  const [root] = chain;
  const [first] = before;
  const own = chain[chain.length - 1];
  if (first === undefined || root === undefined || own === undefined) return;
  if (before.some((source) => source.key === own.key))
    throw new InputError([{ message: 'is among the rulebooks before it already', at: { file: path } }]);
  if (root.key === first.key) return;
  const at = own.extends?.at ?? { file: path };
  const message =
    own.extends === undefined
      ? `stands alone, so it cannot come after ${first.path}; only a rulebook that extends another can`
      : `builds on ${root.path}, and the rulebooks before it on ${first.path}`;
  throw new InputError([{ message, at }]);
}

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
