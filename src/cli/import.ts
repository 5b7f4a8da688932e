import { gatherUnanswered } from '../ask/gather-unanswered.ts';
import { prepareInterviewer } from '../ask/plan-interview.ts';
import { InputError, isInputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { gatherSite, type ImportReport, isAboutSite, reportImport } from '../import/import-report.ts';
import { artefactKinds } from '../import/kinds.ts';
import { type ReadArtefact, readForeign } from '../import/read-foreign.ts';
import { openBytes } from '../import/open-artefact.ts';
import { largestForeign, readWhole } from '../read/read-text.ts';
import { type FormatOf, render } from '../render/render.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { wordUnknownChoice } from '../text/suggest.ts';
import { type FactStatement, stdinName, type Workload } from '../workload/workload.ts';
import { writeProfile, writeWorkload } from '../workload/write-workload.ts';
import { openFolders } from './open-folders.ts';
import { openRulebook } from './open-rulebook.ts';
import { writeFiles } from './output-files.ts';
import { sayProblems } from './say.ts';
import { readSettings, type SettingFlags } from './settings.ts';
import { type CommonOptions, openOutput, type World } from './world.ts';

/** The options of `advise import`. */
export interface ImportFlags extends CommonOptions, Pick<SettingFlags, 'config'> {
  readonly format: FormatOf<'import'> | FormatOf<'inferences'>;
  readonly all?: boolean;
  /** A file for the workloads, or for the rules. */
  readonly output?: string;
  /** A file for what is said of the site. */
  readonly site?: string;
  /** The rules of inference instead, of one kind or of all. */
  readonly rules?: string | true;
}

/**
 * `advise import`: tells what files of other programs say of workloads, and writes it as workload files.
 * @param places the files, and folders of them; `-` for standard input
 * @returns the exit code
 */
export async function runImport(
  world: World,
  places: readonly string[],
  flags: ImportFlags,
): Promise<number> {
  const settings = readSettings(world.io, { config: flags.config });
  const ready = await openRulebook(world, { ...flags, rules: undefined }, settings);
  const context = openOutput(world, flags, ready.rulebook);
  if (flags.rules !== undefined) {
    const tables = await openTables(flags.rules);
    const text = await render('inferences', flags.format, tables, context);
    if (flags.output === undefined) world.io.stdout.write(text);
    else writeFiles(world, flags, [{ path: flags.output, text }]);
    return exitCodes.advised.code;
  }
  if (flags.format === 'markdown') throw new InputError('only --rules has the format markdown');
  if (places.length === 0) throw new InputError('name a file to import, or ask for the --rules of inference');
  const read: ReadArtefact[] = [];
  let unread = 0;
  for (const path of await openFolders(world, flags, settings, places)) {
    try {
      read.push(await openForeign(world, path, ready));
    } catch (error) {
      if (!isInputError(error)) throw error;
      unread++;
      sayProblems(world.io, error);
    }
  }
  const reports = report(read, ready);
  if (reports.length > 0) world.io.stdout.write(await render('import', flags.format, reports, context));
  if (unread > 0) return exitCodes.noAdvice.code;
  writeFiles(world, flags, listFiles(read, ready, flags));
  return exitCodes.advised.code;
}

async function openForeign({ io }: World, path: string, { rulebook }: ReadyRulebook): Promise<ReadArtefact> {
  const bytes = readWhole(io, path, path === '-' ? stdinName : path, largestForeign);
  const read = await readForeign(io, path, bytes, rulebook);
  if (read !== null) return read;
  const { file, problems } = openBytes(io, path, bytes);
  const kinds = artefactKinds.map(({ title }) => title).join(', ');
  throw new InputError(
    problems.length > 0
      ? problems
      : [{ message: `of no kind that can be imported (${kinds})`, at: { file } }],
  );
}

function report(read: readonly ReadArtefact[], ready: ReadyRulebook): ImportReport[] {
  const interviewer = prepareInterviewer(ready);
  return read.map((each) =>
    reportImport(each, ready.rulebook, (known) => gatherUnanswered(interviewer, known).questions),
  );
}

/** What --output and --site ask for. What is said of the site stands in one of them. */
function listFiles(
  read: readonly ReadArtefact[],
  { rulebook }: ReadyRulebook,
  { output, site }: ImportFlags,
): { readonly path: string; readonly text: string }[] {
  const workloads = read.flatMap((each) => each.workloads);
  const own = (facts: readonly FactStatement[]) => facts.filter(({ fact }) => !isAboutSite(fact));
  const stripped =
    site === undefined ? workloads : workloads.map((each): Workload => ({ ...each, facts: own(each.facts) }));
  const statements = gatherSite(workloads.flatMap(({ facts }) => facts));
  return [
    ...(output === undefined
      ? []
      : [{ path: output, text: stripped.map((each) => writeWorkload(rulebook, each)).join('---\n') }]),
    ...(site === undefined ? [] : [{ path: site, text: writeProfile(rulebook, 'site', statements) }]),
  ];
}

/** The tables of rules, of one kind or of all. */
async function openTables(kind: string | true) {
  const asked = artefactKinds.filter(({ id }) => kind === true || id === kind);
  if (asked.length === 0) {
    const known = artefactKinds.map(({ id }) => id);
    throw new InputError(wordUnknownChoice('kind of file', String(kind), known));
  }
  return Promise.all(asked.map(async ({ title, load }) => ({ title, rules: (await load()).rules })));
}
