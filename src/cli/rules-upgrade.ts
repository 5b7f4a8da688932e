import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { render } from '../render/render.ts';
import { upgradeRulebook } from '../rulebook/upgrade/upgrade-rulebook.ts';
import { writeFiles } from './output-files.ts';
import { type CommonOptions, openOutput, type World } from './world.ts';

/** The options of `advise rules upgrade`. */
export interface RulesUpgradeFlags extends CommonOptions {
  /** Whether to write nothing, and only to say what would be written. */
  readonly check?: boolean;
}

/**
 * `advise rules upgrade`: rewrites what rulebooks write as the format had it before, and nothing else
 * in their files.
 * @param paths files and folders of rulebooks
 * @returns the exit code: with --check 1 where something would be rewritten
 * @throws InputError with what only a person can rewrite; all else is rewritten then
 */
export async function runRulesUpgrade(
  world: World,
  paths: readonly string[],
  flags: RulesUpgradeFlags,
): Promise<number> {
  const { rulebook } = await world.loadDefault();
  const upgraded = paths.flatMap((path) => upgradeRulebook(world.io, path, rulebook));
  if (flags.check !== true)
    writeFiles(
      world,
      flags,
      upgraded.filter(({ rewrites }) => rewrites.length > 0),
    );
  world.io.stdout.write(await render('upgrade', 'text', upgraded, openOutput(world, flags, rulebook)));
  const problems = upgraded.flatMap((file) => file.problems);
  if (problems.length > 0) throw new InputError(problems);
  const changed = upgraded.some(({ rewrites }) => rewrites.length > 0);
  return flags.check === true && changed ? exitCodes.gateTripped.code : exitCodes.advised.code;
}
