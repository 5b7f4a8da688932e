import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { wordUnknownName } from '../text/suggest.ts';
import { render } from '../render/render.ts';
import { listListeners } from '../rulebook/list-listeners.ts';
import { findNamed } from '../rulebook/look-up.ts';
import { runUnanswered, type UnansweredFlags } from './unanswered.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { sayRenamed } from './pick-named.ts';
import { resolveRules } from './settings.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise facts`. */
export interface FactsFlags extends UnansweredFlags {
  /** The rulebooks, none for a bare --rules: print who listens. */
  readonly rules?: readonly string[];
  /** A workload file: list what is still worth saying of it. */
  readonly unanswered?: string;
  /** False for --no-config. */
  readonly config?: boolean;
}

/**
 * `advise facts`: prints the vocabulary, or one group or fact of it.
 * @param id a fact or group; undefined for everything
 * @returns the exit code
 */
export async function runFacts(world: World, id: string | undefined, flags: FactsFlags): Promise<number> {
  const rules = flags.rules?.length === 0 ? undefined : flags.rules;
  const paths = resolveRules({ rules, config: flags.config }, world.io);
  const ready = await loadReadyRulebook(world, paths, flags);
  if (flags.unanswered !== undefined) return runUnanswered(world, flags.unanswered, ready, flags);
  const { facts, groups } = ready.rulebook;
  const named = id === undefined ? undefined : findNamed(facts, id);
  if (id !== undefined && named !== undefined) sayRenamed(world, flags, 'fact', named, id);
  const chosen =
    named !== undefined ? [named] : facts.filter((fact) => id === undefined || fact.id.startsWith(`${id}.`));
  if (id !== undefined && chosen.length === 0) {
    const known = [...facts.map((fact) => fact.id), ...groups.map((group) => group.id)];
    const own = facts.find((fact) => fact.id.endsWith(`.${id}`));
    throw new InputError(wordUnknownName('fact', id, known, own?.id));
  }
  const listeners = flags.rules === undefined ? undefined : listListeners(ready);
  const content = { facts: chosen, detailed: named !== undefined, listeners };
  const context = openOutput(world, flags, ready.rulebook);
  world.io.stdout.write(await render('facts', flags.format, content, context));
  return exitCodes.advised.code;
}
