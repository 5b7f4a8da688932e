import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { type FormatOf, render } from '../render/render.ts';
import { indexListeners } from '../rulebook/index-listeners.ts';
import { listMatches } from '../rulebook/list-matches.ts';
import { findNamed } from '../rulebook/look-up.ts';
import type { Fact, Rulebook } from '../rulebook/rulebook.ts';
import { wordUnknownName } from '../text/suggest.ts';
import { openRulebook } from './open-rulebook.ts';
import { sayRenamed } from './pick-named.ts';
import { runUnanswered, type UnansweredFlags } from './unanswered.ts';
import { openOutput, type World } from './world.ts';

/** How many facts a hint names. */
const mostFound = 3;

/** The options of `advise facts`. */
export interface FactsFlags extends UnansweredFlags {
  readonly format: FormatOf<'facts'> & FormatOf<'matches'> & FormatOf<'unanswered'>;
  /** The rulebooks, none for a bare --rules: print who listens. */
  readonly rules?: readonly string[];
  /** Words to look for in the vocabulary. */
  readonly search?: string;
  /** A workload file: list what is still worth saying of it. */
  readonly unanswered?: string;
}

/**
 * `advise facts`: prints the vocabulary, or one group or fact of it.
 * @param id a fact or group; undefined for everything
 * @returns the exit code
 */
export async function runFacts(world: World, id: string | undefined, flags: FactsFlags): Promise<number> {
  const judgedBy = { ...flags, rules: flags.rules?.length === 0 ? undefined : flags.rules };
  if (flags.unanswered !== undefined) return runUnanswered(world, flags.unanswered, judgedBy);
  const ready = await openRulebook(world, judgedBy);
  const { rulebook } = ready;
  if (flags.search !== undefined) return runSearch(world, rulebook, flags.search, flags);
  const named = id === undefined ? undefined : findNamed(rulebook.facts, id);
  if (id !== undefined && named !== undefined) sayRenamed(world, flags, 'fact', named, id);
  const facts = named !== undefined ? [named] : id === undefined ? rulebook.facts : pickGroup(rulebook, id);
  const listeners = flags.rules === undefined ? undefined : indexListeners(ready);
  const content = { facts, detailed: named !== undefined, listeners };
  const context = openOutput(world, flags, rulebook);
  world.io.stdout.write(await render('facts', flags.format, content, context));
  return exitCodes.advised.code;
}

async function runSearch(world: World, rulebook: Rulebook, text: string, flags: FactsFlags): Promise<number> {
  const matches = listMatches(rulebook.facts, text);
  if (matches.length === 0)
    throw new InputError(`nothing in the vocabulary holds ${text}; advise facts prints all of it`);
  const context = openOutput(world, flags, rulebook);
  world.io.stdout.write(await render('matches', flags.format, matches, context));
  return exitCodes.advised.code;
}

/** The facts of a group; of what is no group, the nearest fact or group there is. */
function pickGroup({ facts, groups }: Rulebook, id: string): Fact[] {
  const chosen = facts.filter((fact) => fact.id.startsWith(`${id}.`));
  if (chosen.length > 0) return chosen;
  const known = [...facts, ...groups].map((each) => each.id);
  const own = facts.find((fact) => fact.id.endsWith(`.${id}`));
  const message = wordUnknownName('fact', id, known, own?.id);
  const found = listMatches(facts, id)
    .slice(0, mostFound)
    .map(({ fact }) => fact.id);
  const isSuggested = own !== undefined || message.endsWith('?');
  throw new InputError(
    isSuggested || found.length === 0 ? message : `${message}; --search finds it in ${found.join(', ')}`,
  );
}
