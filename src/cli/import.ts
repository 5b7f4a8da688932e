import { gatherAlike } from '../advice/gather-alike.ts';
import { weighClarifications } from '../advice/weigh-clarifications.ts';
import { listQuestions } from '../ask/gather-unanswered.ts';
import { prepareInterviewer } from '../ask/interviewer.ts';
import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import type { CollectorShell } from '../import/host/collector-script.ts';
import { type ImportReport, reportImport } from '../import/import-report.ts';
import { artefactKinds } from '../import/kinds.ts';
import { openBytes } from '../import/open-artefact.ts';
import type { ReadSource } from '../import/source.ts';
import { redactNames } from '../import/redact-names.ts';
import { type FormatOf, render } from '../render/render.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { wordUnknownChoice } from '../text/suggest.ts';
import { createSelection } from '../workload/select-workloads.ts';
import type { Workload } from '../workload/workload.ts';
import { runImportCheck } from './import-check.ts';
import { listImportFiles } from './import-files.ts';
import { openFolders } from './open-folders.ts';
import { openRulebook } from './open-rulebook.ts';
import { checkDay } from './open-run.ts';
import { openSources, type ReadingFlags } from './open-sources.ts';
import { writeFiles } from './output-files.ts';
import { sayProblems } from './say.ts';
import { readSettings, type SettingFlags } from './settings.ts';
import { countRows, listBadRows, makeRejects, refuseRejects, type TableRows } from './table-rows.ts';
import { type CommonOptions, openOutput, type World } from './world.ts';

/** The options of `advise import`. */
export interface ImportFlags extends ReadingFlags, Pick<SettingFlags, 'config'>, CommonOptions {
  readonly format: FormatOf<'import'> | FormatOf<'inferences'>;
  readonly all?: boolean;
  /** A file or folder for the workloads, or a file for the rules. */
  readonly output?: string;
  /** A file for what is said of the site. */
  readonly site?: string;
  /** The rules of inference instead, of one kind or of all. */
  readonly rules?: string | true;
  /** Whether written workloads are compared with what they were read from, instead. */
  readonly check?: boolean;
  /** Whether names become hashes. */
  readonly redact?: boolean;
  /** The script that collects facts of a host instead. */
  readonly collector?: CollectorShell;
  /** The file that rows of tables go to which cannot be used. */
  readonly rejects?: string;
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
  if (flags.collector !== undefined) {
    world.io.stdout.write((await import('../import/host/collector-script.ts')).collectors[flags.collector]);
    return exitCodes.advised.code;
  }
  if (flags.today !== undefined) checkDay(flags.today);
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
  const paths = await openFolders(world, flags, settings, places);
  if (flags.check === true) return runImportCheck(world, flags, ready, paths);
  if (flags.rejects !== undefined) refuseRejects(world.io, flags.rejects, paths);
  const { read, unread } = await openAll(world, flags, ready, paths);
  const redacted = flags.redact === true ? read.map(redactNames) : read;
  const reports = redacted.map((each) => report(each, ready));
  if (reports.length > 0) world.io.stdout.write(await render('import', flags.format, reports, context));
  const end = unread > 0 ? exitCodes.noAdvice.code : exitCodes.advised.code;
  if (unread > 0 && (flags.keepGoing !== true || read.length === 0)) return end;
  writeFiles(world, flags, listImportFiles(world.io, redacted, ready.rulebook, flags));
  return end;
}

/** A source with its workloads, and with one of each sort of them. */
export interface OpenedSource {
  readonly source: Omit<ReadSource, 'workloads'>;
  readonly workloads: readonly Workload[];
  readonly sorts: readonly Workload[];
}

async function openAll(
  world: World,
  flags: ImportFlags,
  ready: ReadyRulebook,
  paths: readonly string[],
): Promise<{ readonly read: readonly OpenedSource[]; readonly unread: number }> {
  let unread = 0;
  const leaveOut = (_: string, error: InputError): void => {
    unread++;
    sayProblems(world.io, error);
  };
  const refuse = (path: string, bytes: Uint8Array) => wordUnknownKind(world, path, bytes);
  const selection = createSelection(flags.select ?? []);
  const rows: TableRows[] = [];
  const read = (await openSources(world, flags, ready.rulebook, paths, leaveOut, refuse)).map(
    (source): OpenedSource => {
      const workloads = [...source.workloads].flatMap((each) => selection.pick(each) ?? []);
      const { table } = source.imported;
      const sorts = table === undefined ? workloads : gatherAlike(workloads, ready.model);
      if (table !== undefined) rows.push(countRows(world, flags, source, sorts, table));
      return { source, workloads, sorts };
    },
  );
  selection.checkMet();
  const bad = rows.flatMap(listBadRows);
  if (flags.rejects !== undefined)
    writeFiles(world, flags, [{ path: flags.rejects, text: await makeRejects(rows) }]);
  else if (bad.length > 0) leaveOut('', new InputError(bad));
  return { read, unread };
}

function wordUnknownKind({ io }: World, path: string, bytes: Uint8Array): InputError {
  const { file, problems } = openBytes(io, path, bytes);
  const kinds = artefactKinds.map(({ title }) => title).join(', ');
  return new InputError(
    problems.length > 0
      ? problems
      : [{ message: `of no kind that can be imported (${kinds})`, at: { file } }],
  );
}

function report({ source, sorts }: OpenedSource, ready: ReadyRulebook): ImportReport {
  const interviewer = prepareInterviewer(ready);
  return reportImport(
    source,
    sorts,
    ready.rulebook,
    (known) => listQuestions(interviewer, known),
    weighClarifications(sorts, ready, []),
  );
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
