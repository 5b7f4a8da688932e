import type { Result } from '../advice/result.ts';
import { assembleResult, type UnusableFile } from '../assemble-result.ts';
import { assessEach } from '../assess-each.ts';
import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import type { summariseResults } from '../portfolio/summarise-results.ts';
import { type MatchedRecord, matchRecord } from '../record/match-record.ts';
import { type Format, formats, formatsByEnding, render } from '../render/render.ts';
import type { ReportInput } from '../render/renderer.ts';
import { stdinName, type Workload } from '../workload/workload.ts';
import { openFolders } from './open-folders.ts';
import { openRun, openWorkloads, type Run, type RunFlags } from './open-run.ts';
import { type OutputFile, planOutputs, writeFiles } from './output-files.ts';
import { sayAlways, sayMore, sayProblems } from './say.ts';
import { sayEndedWaivers, sayOfRecord, sayTripped } from './say-gates.ts';
import { sayUnclear } from './say-unclear.ts';
import { chooseFormat, readSettings, type Settings } from './settings.ts';
import { makeRejects, refuseRejects, type TableRows } from './table-rows.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise assess`. */
export interface AssessFlags extends RunFlags {
  readonly output: readonly string[];
  readonly all?: boolean;
  readonly expect: readonly string[];
  readonly require: readonly string[];
  /** A recorded result that the decisions are held to. */
  readonly against?: string;
  /** Whether all that is recorded there must be assessed. */
  readonly complete?: boolean;
  /** The file that rows of tables go to which cannot be used. */
  readonly rejects?: string;
  /** False for --no-waivers. */
  readonly waivers?: boolean;
  /** False for --no-rulings. */
  readonly rulings?: boolean;
}

/**
 * `advise assess`: reads workload files, prints the advice on them. A file that cannot be used is
 * named and left out; the others are still assessed.
 * @param places the files, and folders of them; `-` for standard input
 * @returns the exit code
 */
export async function runAssess(
  world: World,
  places: readonly string[],
  flags: AssessFlags,
): Promise<number> {
  const settings = readSettings(world.io, flags);
  const format = chooseFormat(settings, formats);
  refuseStdinTwice([...places, flags.against]);
  if (flags.complete === true && flags.against === undefined)
    throw new InputError('--complete asks for all that a record holds; name it with --against');
  saySettings(world, flags, settings);
  const paths = await openFolders(world, flags, settings, places);
  const inputs = listInputs(paths, flags, settings);
  const outputs = planOutputs(world.io, flags.output, inputs, formatsByEnding);
  if (flags.rejects !== undefined) refuseRejects(world.io, flags.rejects, inputs);

  const run = await openRun(world, flags, settings);
  const { workloads, unread } = await openAll(world, { ...flags, proven: wantsProven(flags) }, run, paths);
  const record = await openRecord(world, flags, workloads, run);
  const assessed = await assessAll(world, flags, run, { workloads, unread, record });
  const { result } = assessed;
  sayUnclear(world, flags, run, workloads);

  const allRead = unread.length === 0;
  const goesOn = allRead || (flags.keepGoing === true && workloads.length > 0);
  if (workloads.length > 0) await publish(world, flags, run, assessed, format, goesOn ? outputs : []);
  if (!goesOn) {
    if (outputs.length > 0) sayAlways(world.io, 'nothing was written, as not every file could be read');
    return exitCodes.noAdvice.code;
  }
  const tripped = sayTripped(world.io, result, run.ready.rulebook);
  sayEndedWaivers(world, flags, result);
  sayOfRecord(world, flags, result);
  if (!allRead) return exitCodes.noAdvice.code;
  return tripped ? exitCodes.gateTripped.code : exitCodes.advised.code;
}

/** A gate holds people to what is certain, unless they ask for more. */
function wantsProven({ proven, expect, require, against }: AssessFlags): boolean {
  return proven ?? (expect.length > 0 || require.length > 0 || against !== undefined);
}

function refuseStdinTwice(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === '-').length > 1)
    throw new InputError('standard input (-) can be read only once');
}

function saySettings(world: World, flags: AssessFlags, { config }: Settings): void {
  if (config !== undefined) sayMore(world, flags, `${config.file} sets ${config.sets.join(', ')}`);
}

/** Every file that the run reads by name. */
function listInputs(paths: readonly string[], { against, map }: AssessFlags, settings: Settings): string[] {
  const others = [against, map, settings.profile, settings.config?.file];
  return [...paths, ...(settings.rules ?? []), ...others.filter((path) => path !== undefined)];
}

/** What was read: the workloads of all files that can be used, what is wrong with the others, and the record. */
interface Opened {
  readonly workloads: readonly Workload[];
  readonly unread: readonly UnusableFile[];
  readonly record?: MatchedRecord | undefined;
}

async function openAll(
  world: World,
  flags: AssessFlags,
  run: Run,
  paths: readonly string[],
): Promise<Opened> {
  const unread: UnusableFile[] = [];
  const leaveOut = (path: string, error: InputError): void => {
    sayProblems(world.io, error);
    unread.push({ file: path, problems: error.problems });
  };
  const { rejects } = flags;
  if (rejects === undefined)
    return { workloads: await openWorkloads(world, flags, run, paths, leaveOut), unread };
  const tables: TableRows[] = [];
  const takeRows = (table: TableRows): void => {
    tables.push(table);
  };
  const workloads = await openWorkloads(world, flags, run, paths, leaveOut, takeRows);
  writeFiles(world, flags, [{ path: rejects, text: await makeRejects(tables) }]);
  return { workloads, unread };
}

/** The recorded result that --against names, and the decision on each workload in it. */
async function openRecord(
  { io, version }: World,
  { against: path, complete }: AssessFlags,
  workloads: readonly Workload[],
  { ready }: Run,
): Promise<MatchedRecord | undefined> {
  if (path === undefined) return undefined;
  const { readRecord } = await import('../record/read-record.ts');
  const file = path === '-' ? stdinName : path;
  return matchRecord(readRecord(io, path, file, version), file, workloads, ready.rulebook.digest, complete);
}

/** The result, and what it was worked out from: a page in a browser can work it out anew. */
interface Assessed {
  readonly result: Result;
  readonly input: ReportInput;
}

async function assessAll(
  { version }: World,
  { expect, require, waivers, rulings }: AssessFlags,
  { ready, settings, profile, set, today }: Run,
  { workloads, unread, record }: Opened,
): Promise<Assessed> {
  const options = {
    profile,
    set,
    today,
    gates: { expect, require },
    ignoreWaivers: waivers === false,
    ignoreRulings: rulings === false,
  };
  const results = assessEach(workloads, ready, options, (workload) => record?.decisions.get(workload));
  const input = { ...options, workloads };
  const { rulebook } = ready;
  const against = record?.against;
  const overview = results.length < 2 ? undefined : await summarise(workloads, results, ready, options);
  return {
    result: assembleResult({ ...input, version, rulebook, settings, results, unread, against, overview }),
    input,
  };
}

/** What several workloads come to together: what one does not need is not loaded. */
async function summarise(...parts: Parameters<typeof summariseResults>): Promise<Result['overview']> {
  const { summariseResults: sum } = await import('../portfolio/summarise-results.ts');
  return sum(...parts);
}

/** Prints the result and writes it to files; every text is made before the first is let out. */
async function publish(
  world: World,
  flags: AssessFlags,
  { ready }: Run,
  { result, input }: Assessed,
  format: Format,
  outputs: readonly OutputFile<Format>[],
): Promise<void> {
  const context = openOutput(world, flags, ready.rulebook);
  const renderAs = async (each: Format) => {
    const page = each === 'html' ? { page: { ...(await world.loadPageAssets()), ready, input } } : {};
    return render('advice', each, result, { ...context, ...page });
  };
  const files = [];
  for (const output of outputs) files.push({ path: output.path, text: await renderAs(output.format) });
  world.io.stdout.write(await renderAs(format));
  writeFiles(world, flags, files);
}
