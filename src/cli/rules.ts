import { exitCodes } from '../exit-code.ts';
import { render } from '../render/render.ts';
import { pickNamed } from './pick-named.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { resolveRules } from './settings.ts';
import { type CommonOptions, openOutput, type World } from './world.ts';

/** The options of the commands below `advise rules`. */
export interface RulesFlags extends CommonOptions {
  readonly rules?: readonly string[];
  /** False for --no-config. */
  readonly config?: boolean;
  readonly format: 'text' | 'json';
}

/**
 * `advise rules list`: the rules by concern, a line each.
 * @returns the exit code
 */
export async function runRulesList(world: World, flags: RulesFlags): Promise<number> {
  const { rulebook } = await loadReadyRulebook(world, resolveRules(flags, world.io), flags);
  const context = openOutput(world, flags, rulebook);
  world.io.stdout.write(await render('rules', flags.format, rulebook, context));
  return exitCodes.advised.code;
}

/**
 * `advise rules show`: all there is to say about a rule.
 * @param id its id
 * @returns the exit code
 */
export async function runRulesShow(world: World, id: string, flags: RulesFlags): Promise<number> {
  const { rulebook } = await loadReadyRulebook(world, resolveRules(flags, world.io), flags);
  const rule = pickNamed(world, flags, 'rule', rulebook.rules, id, rulebook);
  const context = openOutput(world, flags, rulebook);
  world.io.stdout.write(await render('rule', flags.format, rule, context));
  return exitCodes.advised.code;
}
