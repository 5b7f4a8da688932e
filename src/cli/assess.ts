import type { Result, UnreadFile } from '../advice/result.ts';
import { assembleResult } from '../assemble-result.ts';
import { assess, type AssessOptions } from '../assess.ts';
import { InputError, type Problem } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { type MatchedRecord, matchRecord } from '../record/match-record.ts';
import { type Format, formats, render } from '../render/render.ts';
import type { ReportInput } from '../render/renderer.ts';
import { explainRulebookChange, explainTripped } from '../report/drift.ts';
import { showText } from '../text/safe.ts';
import { stdinName, type Workload } from '../workload/workload.ts';
import { openRun, openWorkloads, type Run, type RunFlags } from './open-run.ts';
import { type OutputFile, planOutputs, writeFiles } from './output-files.ts';
import { say, sayAlways, sayMore, sayProblems } from './say.ts';
import { chooseFormat, settle, type Settings } from './settings.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise assess`. */
export interface AssessFlags extends RunFlags {
  readonly output: readonly string[];
  readonly all?: boolean;
  readonly expect?: string;
  readonly require: readonly string[];
  /** A recorded result that the decisions are held to. */
  readonly against?: string;
  /** False for --no-waivers. */
  readonly waivers?: boolean;
}

/**
 * `advise assess`: reads workload files, prints the advice on them. A file that cannot be used is
 * named and left out; the others are still assessed.
 * @param paths the files; `-` for standard input
 * @returns the exit code
 */
export async function runAssess(world: World, paths: readonly string[], flags: AssessFlags): Promise<number> {
  const settings = settle(flags, world.io);
  const format = chooseFormat(settings, formats);
  checkStdin([...paths, flags.against]);
  saySettings(world, flags, settings);
  const files = planOutputs(world.io, flags.output, listInputs(paths, flags, settings));

  const run = await openRun(world, flags, settings);
  const { workloads, unread } = openAll(world, flags, run, paths);
  const record = await openRecord(world, flags.against, workloads, run);
  const input = describeInput(run, workloads, flags);
  const result = assessAll(world, run, input, record, unread);

  if (workloads.length > 0)
    await print(world, flags, run, result, input, format, unread.length === 0 ? files : []);
  if (unread.length > 0) {
    if (files.length > 0) sayAlways(world.io, 'nothing was written, as not every file could be read');
    return exitCodes.noAdvice.code;
  }
  const tripped = sayTripped(world.io, result);
  sayOfRecord(world, flags, result);
  return tripped ? exitCodes.gateTripped.code : exitCodes.advised.code;
}

function checkStdin(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === '-').length > 1)
    throw new InputError('standard input (-) can be read only once');
}

function saySettings(world: World, flags: AssessFlags, { config }: Settings): void {
  if (config !== undefined) sayMore(world, flags, `${config.file} sets ${config.sets.join(', ')}`);
}

/** Every file that the run reads by name. */
function listInputs(paths: readonly string[], { against }: AssessFlags, settings: Settings): string[] {
  const others = [against, settings.profile, settings.config?.file];
  return [...paths, ...(settings.rules ?? []), ...others.filter((path) => path !== undefined)];
}

/** The workloads of all files that can be used, and what is wrong with the others. */
function openAll(
  world: World,
  flags: AssessFlags,
  run: Run,
  paths: readonly string[],
): { workloads: Workload[]; unread: UnreadFile[] } {
  const unread: UnreadFile[] = [];
  const workloads = openWorkloads(world, flags, run, paths, (path, error) => {
    sayProblems(world.io, error);
    unread.push({ file: showText(path), problems: error.problems.map(describeProblem) });
  });
  return { workloads, unread };
}

function describeProblem({ message, at }: Problem): UnreadFile['problems'][number] {
  return { message, ...(at !== undefined && 'line' in at ? { at: { ...at } } : {}) };
}

/** The recorded result that --against names, and the decision on each workload in it. */
async function openRecord(
  { io, version }: World,
  path: string | undefined,
  workloads: readonly Workload[],
  { ready }: Run,
): Promise<MatchedRecord | undefined> {
  if (path === undefined) return undefined;
  const { readResult } = await import('../record/read-result.ts');
  const file = path === '-' ? stdinName : showText(path);
  return matchRecord(readResult(io, path, file, version), file, workloads, ready.rulebook.digest);
}

/** All that the advice is worked out from. */
function describeInput(
  { profile, set, today }: Run,
  workloads: readonly Workload[],
  { expect, require, waivers }: AssessFlags,
): ReportInput & AssessOptions {
  return { workloads, profile, set, today, gates: { expect, require }, ignoreWaivers: waivers === false };
}

function assessAll(
  { version }: World,
  { ready, settings }: Run,
  input: ReportInput & AssessOptions,
  record: MatchedRecord | undefined,
  unread: readonly UnreadFile[],
): Result {
  const results = input.workloads.map((workload) =>
    assess(workload, ready, { ...input, against: record?.decisions.get(workload) }),
  );
  const { rulebook } = ready;
  return assembleResult({ ...input, version, rulebook, settings, results, unread, against: record?.against });
}

/** Prints the result, and writes it to the files: all texts are made before the first is let out. */
async function print(
  world: World,
  flags: AssessFlags,
  { ready }: Run,
  result: Result,
  input: ReportInput,
  format: Format,
  files: readonly OutputFile[],
): Promise<void> {
  const renderAs = async (each: Format) =>
    render('advice', each, result, {
      ...openOutput(world, flags, ready.rulebook),
      ...(each === 'html' ? { page: { ...(await world.loadPageAssets()), ready, input } } : {}),
    });
  const texts = [];
  for (const file of files) texts.push({ path: file.path, text: await renderAs(file.format) });
  world.io.stdout.write(await renderAs(format));
  writeFiles(world, flags, texts);
}

/**
 * Says of every gate that tripped, a line each, what it hangs on.
 * @returns whether one did
 */
function sayTripped(io: Io, result: Result): boolean {
  const lines = result.results.flatMap((advice) =>
    advice.gates
      .filter((gate) => !gate.passed)
      .map((gate) => {
        const why = explainTripped(gate, advice, result).join('; ');
        return `${showText(advice.workload.name)}: ${gate.gate} ${gate.wanted} tripped, ${why}`;
      }),
  );
  for (const line of lines) sayAlways(io, line);
  return lines.length > 0;
}

/** Says what somebody who relies on a record should know though nothing drifted. */
function sayOfRecord(world: World, flags: AssessFlags, result: Result): void {
  if (result.against === undefined) return;
  const { file, notAssessed } = result.against;
  const change = explainRulebookChange(result);
  const drifted = result.results.some((advice) => advice.drift?.drifted);
  if (change !== undefined && !drifted) say(world, flags, `${file}: nothing drifted, but ${change}`);
  if (notAssessed.length > 0)
    say(world, flags, `${file}: also holds ${notAssessed.map(showText).join(', ')}, not assessed now`);
}
