import { exitCodes } from '../exit-code.ts';
import { render } from '../render/render.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { writeFiles } from './output-files.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise rules docs`. */
export interface RulesDocsFlags extends RulebookFlags {
  /** A file to write instead of standard output. */
  readonly output?: string;
}

/**
 * `advise rules docs`: the whole rulebook as Markdown.
 * @returns the exit code
 */
export async function runRulesDocs(world: World, flags: RulesDocsFlags): Promise<number> {
  const { rulebook } = await openRulebook(world, flags);
  const text = await render('docs', 'markdown', rulebook, openOutput(world, flags, rulebook));
  const path = flags.output ?? '-';
  if (path === '-') world.io.stdout.write(text);
  else writeFiles(world, flags, [{ path, text }]);
  return exitCodes.advised.code;
}
