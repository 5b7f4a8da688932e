import { exitCodes } from '../exit-code.ts';
import { lintRulebook } from '../prove/lint/lint-rulebook.ts';
import { reportFindings } from '../prove/lint/report.ts';
import { type FormatOf, render } from '../render/render.ts';
import { locateEntries } from '../rulebook/load/locate-entries.ts';
import { readRulebookFolder } from '../rulebook/load/read-rulebook-folder.ts';
import type { RulebookFile } from '../rulebook/load/shape-file.ts';
import { listSources } from '../rulebook/read-rulebooks.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { readSettings, type Settings } from './settings.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise rules lint`. */
export interface RulesLintFlags extends RulebookFlags {
  readonly format: FormatOf<'lint'>;
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
  const settings = readSettings(world.io, flags);
  const ready = await openRulebook(world, flags, settings);
  const { rulebook } = ready;
  const places = locateEntries(readFiles(world, settings));
  const findings = reportFindings(rulebook, lintRulebook(ready), places);
  const context = openOutput(world, flags, rulebook);
  world.io.stdout.write(await render('lint', flags.format, findings, context));
  const onlyNotes = findings.every(({ level }) => level === 'note');
  return onlyNotes ? exitCodes.advised.code : exitCodes.gateTripped.code;
}

/** The files of the rulebook, those of the one that has the last say first. */
function readFiles({ io, rulesFolder }: World, { rules }: Settings): RulebookFile[] {
  const comesWith = () => readRulebookFolder(io, rulesFolder, 'rules');
  if (rules === undefined) return comesWith();
  return listSources(io, rules)
    .reverse()
    .flatMap(({ files }) => files ?? comesWith());
}
