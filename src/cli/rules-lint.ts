import { exitCodes } from '../exit-code.ts';
import { lintRulebook } from '../prove/lint/lint-rulebook.ts';
import { reportFindings } from '../prove/lint/report.ts';
import { render } from '../render/render.ts';
import { locateEntries } from '../rulebook/load/locate-entries.ts';
import type { RulebookFile } from '../rulebook/load/shape-file.ts';
import { readRulebookFolder } from '../rulebook/load/read-rulebook-folder.ts';
import { listSources } from '../rulebook/read-rulebooks.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { resolveRules } from './settings.ts';
import { type CommonOptions, openOutput, type World } from './world.ts';

/** The options of `advise rules lint`. */
export interface RulesLintFlags extends CommonOptions {
  readonly rules?: readonly string[];
  /** False for --no-config. */
  readonly config?: boolean;
  readonly format: 'text' | 'json' | 'sarif';
  readonly all?: boolean;
}

/**
 * `advise rules lint`: proves over all possible workloads what a rulebook says in vain, twice, or
 * against itself. Its files are always read, also those of the rulebook that comes with the program:
 * only they know their lines.
 * @returns the exit code: 1 where there is an error or a warning
 * @throws InputError where the rulebook is not valid
 */
export async function runRulesLint(world: World, flags: RulesLintFlags): Promise<number> {
  const paths = resolveRules(flags, world.io);
  const ready = await loadReadyRulebook(world, paths, flags);
  const { rulebook } = ready;
  const findings = reportFindings(rulebook, lintRulebook(ready), locateEntries(readFiles(world, paths)));
  const context = openOutput(world, flags, rulebook);
  world.io.stdout.write(await render('lint', flags.format, findings, context));
  return findings.every(({ level }) => level === 'note')
    ? exitCodes.advised.code
    : exitCodes.gateTripped.code;
}

/** The files of the rulebook, those of the one that has the last say first. */
function readFiles({ io, rulesFolder }: World, paths: readonly string[] | undefined): RulebookFile[] {
  const comesWith = () => readRulebookFolder(io, rulesFolder, 'rules');
  if (paths === undefined) return comesWith();
  return listSources(io, paths)
    .reverse()
    .flatMap(({ files }) => files ?? comesWith());
}
