import { exitCodes } from '../exit-code.ts';
import { render } from '../render/render.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { resolveRules } from './settings.ts';
import { type CommonOptions, openOutput, type World } from './world.ts';
import { writeOutput } from './write-output.ts';

/** The options of `advise rules docs`. */
export interface RulesDocsFlags extends CommonOptions {
  readonly rules?: readonly string[];
  /** False for --no-config. */
  readonly config?: boolean;
  /** A file to write instead of standard output. */
  readonly output?: string;
}

/**
 * `advise rules docs`: the whole rulebook as Markdown.
 * @returns the exit code
 */
export async function runRulesDocs(world: World, flags: RulesDocsFlags): Promise<number> {
  const { rulebook } = await loadReadyRulebook(world, resolveRules(flags, world.io), flags);
  const text = await render('docs', 'markdown', rulebook, openOutput(world, flags, rulebook));
  writeOutput(world.io, flags.output, text, flags.quiet === true);
  return exitCodes.advised.code;
}
