import type { Result, UnreadFile } from '../advice/result.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { describeRulebooks } from '../advice/describe-rulebooks.ts';
import { assess } from '../assess.ts';
import { InputError, isInputError, type Problem } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { type Format, formats } from '../render/render.ts';
import { explainRulebookChange } from '../report/drift.ts';
import { showText } from '../text/safe.ts';
import type { OldName } from '../rulebook/rulebook.ts';
import { readProfile, readWorkloads } from '../workload/read-workloads.ts';
import { parseSet } from '../workload/parse-set.ts';
import { listOldNames, type Workload } from '../workload/workload.ts';
import { readRecorded, type RecordedResult } from './against.ts';
import { checkDay } from './check-day.ts';
import { checkDigest, refuseOtherRulebook } from './check-digest.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { planOutputs, writeOutputs } from './output-files.ts';
import { renderResult } from './render-result.ts';
import { reportGates } from './report-gates.ts';
import { resolveSettings, type SettingFlags, type Settings } from './settings.ts';
import { type CommonOptions, mention, report, reportOldNames, reportProblems, type World } from './world.ts';

/** The options of `advise assess`. */
export interface AssessFlags extends CommonOptions, SettingFlags {
  readonly set: readonly string[];
  readonly output: readonly string[];
  readonly all?: boolean;
  readonly expect?: string;
  readonly require: readonly string[];
  /** A recorded result that the decisions are held to. */
  readonly against?: string;
  readonly rulesDigest?: string;
  /** False for --no-waivers. */
  readonly waivers?: boolean;
  readonly today?: string;
}

/**
 * `advise assess`: reads workload files, prints the advice on them.
 * @param paths the files; `-` for standard input
 * @returns the exit code
 */
export async function runAssess(world: World, paths: readonly string[], flags: AssessFlags): Promise<number> {
  const { io } = world;
  const settings = resolveSettings(flags, io, formats);
  if ([...paths, flags.against].filter((path) => path === '-').length > 1)
    throw new InputError('standard input (-) can be read only once');
  if (settings.config !== undefined)
    mention(world, flags, `${settings.config.file} sets ${settings.config.sets.join(', ')}`);
  checkDay(flags.today);
  const outputs = planOutputs(io, flags.output, listInputs(paths, flags, settings));
  checkDigest(flags.rulesDigest);
  const ready = await loadReadyRulebook(world, settings.rules, flags);
  refuseOtherRulebook(flags.rulesDigest, ready.rulebook);
  const profile =
    settings.profile === undefined ? undefined : readProfile(io, settings.profile, ready.rulebook);
  const set = parseSet(flags.set, ready.rulebook);
  const today = flags.today ?? io.today();
  const { workloads, unread } = readAll(world, paths, ready);
  const allRead = unread.length === 0;
  const oldNames = listOldNames(workloads, [...(profile?.facts ?? []), ...set]);
  reportOldNames(io, flags, oldNames);
  const recorded = await readRecorded(world, flags.against, workloads, ready.rulebook);
  const options = {
    profile: profile?.facts ?? [],
    set,
    today,
    gates: { expect: flags.expect, require: flags.require },
    ignoreWaivers: flags.waivers === false,
  };
  const results = workloads.map((workload) =>
    assess(workload, ready, { ...options, against: recorded?.decisions.get(workload) }),
  );
  const names = [...(ready.rulebook.oldNames ?? []), ...oldNames];
  const result = {
    ...assembleResult(world, ready, settings, workloads, today, recorded, names),
    ...(allRead ? {} : { unread }),
    results,
  };
  if (results.length > 0) {
    const input = { ...options, workloads };
    const render = (format: Format) => renderResult(world, format, result, ready, input, flags);
    const files = [];
    if (allRead) for (const { path, format } of outputs) files.push({ path, text: await render(format) });
    io.stdout.write(await render(settings.format as Format));
    writeOutputs(io, files, (path) => report(world, flags, `wrote ${showText(path)}`));
  }
  if (!allRead) {
    if (outputs.length > 0) io.stderr.write('advise: nothing was written, as not every file could be read\n');
    return exitCodes.noAdvice.code;
  }
  const tripped = reportGates(io, result);
  if (flags.quiet !== true) mentionRecord(io, recorded, result);
  return tripped ? exitCodes.gateTripped.code : exitCodes.advised.code;
}

/** What somebody who relies on a record should know though nothing drifted. */
function mentionRecord(io: Io, recorded: RecordedResult | undefined, result: Result): void {
  if (recorded === undefined) return;
  const { file, notAssessed } = recorded.against;
  const change = explainRulebookChange(result);
  const drifted = result.results.some((advice) => advice.drift?.drifted);
  if (change !== undefined && !drifted) io.stderr.write(`advise: ${file}: nothing drifted, but ${change}\n`);
  if (notAssessed.length > 0)
    io.stderr.write(
      `advise: ${file}: also holds ${notAssessed.map(showText).join(', ')}, not assessed now\n`,
    );
}

/** Every file that the run reads by name. */
function listInputs(paths: readonly string[], { against }: AssessFlags, settings: Settings): string[] {
  const others = [against, settings.profile, settings.config?.file];
  return [...paths, ...(settings.rules ?? []), ...others.filter((path) => path !== undefined)];
}

/** A file that cannot be used is named and left out; the others are still assessed. */
function readAll(
  world: World,
  paths: readonly string[],
  ready: ReadyRulebook,
): { workloads: Workload[]; unread: UnreadFile[] } {
  const unread: UnreadFile[] = [];
  const workloads = paths.flatMap((path) => {
    try {
      return readWorkloads(world.io, path, ready.rulebook);
    } catch (error) {
      if (!isInputError(error)) throw error;
      reportProblems(world.io, error);
      unread.push({ file: showText(path), problems: error.problems.map(describeProblem) });
      return [];
    }
  });
  return { workloads, unread };
}

function describeProblem({ message, at }: Problem): UnreadFile['problems'][number] {
  return { message, ...(at !== undefined && 'line' in at ? { at: { ...at } } : {}) };
}

function assembleResult(
  world: World,
  { rulebook }: ReadyRulebook,
  settings: Settings,
  workloads: readonly Workload[],
  today: string,
  recorded: RecordedResult | undefined,
  oldNames: readonly OldName[],
): Omit<Result, 'results' | 'unread'> {
  const dated = workloads.some((workload) => workload.waivers.some((waiver) => waiver.until !== undefined));
  return {
    schemaVersion: 1,
    tool: { name: 'advise', version: world.version },
    rulebooks: describeRulebooks(rulebook),
    ...(settings.config === undefined ? {} : { config: settings.config }),
    ...(settings.profile === undefined ? {} : { profile: settings.profile }),
    ...(dated ? { asOf: today } : {}),
    ...(oldNames.length === 0 ? {} : { oldNames: structuredClone(oldNames) as Result['oldNames'] & object }),
    ...(recorded === undefined ? {} : { against: recorded.against }),
  };
}
