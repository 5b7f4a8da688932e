import { exitCodes } from '../exit-code.ts';
import { type FormatOf, render } from '../render/render.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { pickNamed } from './pick-named.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise rules list` and `advise rules show`. */
export interface RulesFlags extends RulebookFlags {
  readonly format: FormatOf<'rules'> & FormatOf<'rule'>;
}

/**
 * `advise rules list`: the rules by concern, a line each.
 * @returns the exit code
 */
export async function runRulesList(world: World, flags: RulesFlags): Promise<number> {
  const { rulebook } = await openRulebook(world, flags);
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
  const { rulebook } = await openRulebook(world, flags);
  const rule = pickNamed(world, flags, 'rule', rulebook.rules, id, rulebook);
  const context = openOutput(world, flags, rulebook);
  world.io.stdout.write(await render('rule', flags.format, rule, context));
  return exitCodes.advised.code;
}

/**
 * `advise rules digest`: the SHA-256 of the rulebook that counts, alone on a line.
 * @returns the exit code
 */
export async function runRulesDigest(world: World, flags: RulebookFlags): Promise<number> {
  const { rulebook } = await openRulebook(world, flags);
  world.io.stdout.write(`${rulebook.digest}\n`);
  return exitCodes.advised.code;
}
