import { gatherAlike } from '../advice/gather-alike.ts';
import { InputError, isInputError } from '../errors.ts';
import type { ReadSource } from '../import/source.ts';
import type { Io } from '../io.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { clarify, type GivenAnswer } from '../workload/clarify.ts';
import { splitAnswers } from '../workload/parse-clarify.ts';
import { isDate } from '../workload/parse-date.ts';
import { parseSet } from '../workload/parse-set.ts';
import { readProfile } from '../workload/read-workloads.ts';
import { createSelection, type Selection } from '../workload/select-workloads.ts';
import { type FactStatement, listOldNames, type Workload } from '../workload/workload.ts';
import { openFolders } from './open-folders.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { isOurs, openSources, type ReadingFlags } from './open-sources.ts';
import { say, sayOldNames } from './say.ts';
import { type SettingFlags, type Settings, readSettings } from './settings.ts';
import { countRows, listBadRows, type TableRows } from './table-rows.ts';
import type { World } from './world.ts';

/** The flags that say what workloads are judged by; a command takes some of them. */
export interface RunFlags extends RulebookFlags, SettingFlags, ReadingFlags {
  readonly set?: readonly string[] | undefined;
  readonly today?: string | undefined;
  /** Whether only what files of other programs prove counts, and not what they suggest. */
  readonly proven?: boolean | undefined;
}

/** What workloads are judged by, opened the same way for every command. */
export interface Run {
  readonly settings: Settings;
  readonly ready: ReadyRulebook;
  /** Facts that hold for every workload. */
  readonly profile: readonly FactStatement[];
  /** Answers to questions that files leave open, for whatever raises them. */
  readonly answers: readonly GivenAnswer[];
  /** What-ifs. */
  readonly set: readonly FactStatement[];
  /** The day waivers are judged by, YYYY-MM-DD. */
  readonly today: string;
}

/**
 * Opens what workloads are judged by.
 * @param settings what applies, where the command has settled that already
 * @throws InputError with what is wrong with the first of them that has something wrong
 */
export async function openRun(
  world: World,
  flags: RunFlags,
  settings: Settings = readSettings(world.io, flags),
): Promise<Run> {
  const { io } = world;
  const today = settleDay(flags, io);
  const ready = await openRulebook(world, flags, settings);
  const { facts, given: ofProfile } =
    settings.profile === undefined
      ? { facts: [], given: [] }
      : readProfile(io, settings.profile, ready.rulebook);
  const { given, rest, problems } = splitAnswers(flags.set ?? []);
  if (problems.length > 0) throw new InputError(problems.map((message) => ({ message })));
  return {
    settings,
    ready,
    profile: facts,
    answers: [...ofProfile, ...given],
    set: parseSet(rest, ready.rulebook),
    today,
  };
}

/** Profiles of a fleet: what holds for all rows, and what for those that name one. */
interface NamedProfiles {
  readonly common: readonly FactStatement[];
  readonly named: ReadonlyMap<string, readonly FactStatement[]>;
}

/**
 * Reads profiles of which some have names.
 * @param written each a file, or name=file; without any, what the settings say holds for all
 * @throws InputError with what is wrong with the first of them that has something wrong
 */
export function readNamedProfiles(
  io: Io,
  written: readonly string[],
  { profile }: Pick<Settings, 'profile'>,
  { rulebook }: ReadyRulebook,
): NamedProfiles {
  const common: FactStatement[] = [];
  const named = new Map<string, readonly FactStatement[]>();
  const all = written.length === 0 && profile !== undefined ? [profile] : written;
  for (const each of all) {
    const [, name, path] = /^([\w.-]+)=(.+)$/s.exec(each) ?? [];
    if (name === undefined || path === undefined) common.push(...readProfile(io, each, rulebook).facts);
    else if (named.has(name)) throw new InputError(`--profile ${name} is given twice`);
    else named.set(name, readProfile(io, path, rulebook).facts);
  }
  return { common, named };
}

/**
 * The day waivers are judged by, YYYY-MM-DD: that of --today, or of the clock.
 * @throws InputError when it is no day that exists
 */
export function settleDay({ today }: Pick<RunFlags, 'today'>, io: Io): string {
  if (today === undefined) return io.today();
  checkDay(today);
  return today;
}

/**
 * Makes sure that `--today` names a day.
 * @throws InputError when it is no day that exists
 */
export function checkDay(today: string): void {
  if (!isDate(today)) throw new InputError(`--today takes a date such as 2027-06-30, got ${today}`);
}

/**
 * Reads workload files, and files of other programs that describe workloads; says which old names they,
 * and the statements of the run, use.
 * @param paths files, and folders of them; `-` for standard input
 * @param leaveOut takes a file that cannot be used, and what is wrong with it; left out, that is thrown
 * @param takeRows takes what the rows of a table became; left out, rows that somebody should mend are an error
 * @throws InputError with everything that is wrong with a file
 */
export async function openWorkloads(
  world: World,
  flags: RunFlags,
  { settings, ready, profile, answers, set }: Run,
  paths: readonly string[],
  leaveOut?: (path: string, error: InputError) => void,
  takeRows?: (table: TableRows) => void,
): Promise<Workload[]> {
  const selection = createSelection(flags.select ?? []);
  const sources = await openSources(
    world,
    flags,
    ready.rulebook,
    await openFolders(world, flags, settings, paths),
    leaveOut,
  );
  const workloads: Workload[] = [];
  const raised = new Set<string>();
  for (const source of sources) {
    const { file } = source.artefact;
    const { table } = source.imported;
    const chosen = chooseWanted(source, flags.proven === true && !isOurs(source), selection);
    const wanted = clarifyAll(chosen, answers, ready.rulebook, raised);
    if (table === undefined) {
      workloads.push(...wanted);
      continue;
    }
    try {
      const sorts = gatherAlike(wanted, ready.model);
      workloads.push(...sorts);
      const rows = countRows(world, flags, source, sorts, table);
      takeRows?.(rows);
      const bad = takeRows === undefined ? listBadRows(table) : [];
      if (bad.length > 0) throw new InputError(bad);
    } catch (error) {
      if (leaveOut === undefined || !isInputError(error)) throw error;
      leaveOut(file, error);
    }
  }
  selection.checkMet();
  for (const { clarification, answer, origin } of answers)
    if (origin === 'set' && !raised.has(clarification))
      say(world, flags, `--set ${clarification}=${answer} says nothing: no file leaves that question open`);
  sayOldNames(world, flags, listOldNames(workloads, [...profile, ...set]));
  return workloads;
}

/** Workloads as far as they are asked for, one after the other. */
function* chooseWanted({ workloads }: ReadSource, proven: boolean, { pick }: Selection): Generator<Workload> {
  for (const workload of workloads) {
    const picked = pick(workload);
    if (picked !== undefined) yield proven ? leaveOutSuggested(picked) : picked;
  }
}

/** Workloads with the questions answered that they raise; takes note of these. */
function* clarifyAll(
  workloads: Iterable<Workload>,
  answers: readonly GivenAnswer[],
  { facts }: Pick<Rulebook, 'facts'>,
  raised: Set<string>,
): Generator<Workload> {
  for (const workload of workloads) {
    for (const { unclear = [] } of [workload, ...workload.components])
      for (const { clarification } of unclear) raised.add(clarification);
    yield clarify(workload, answers, facts);
  }
}

/** What a file only suggests was reviewed by nobody; what stands under `likely` in a file of ours was. */
function leaveOutSuggested(workload: Workload): Workload {
  const certain = (facts: readonly FactStatement[]) => facts.filter(({ origin }) => origin !== 'suggested');
  return {
    ...workload,
    facts: certain(workload.facts),
    components: workload.components.map((part) => ({ ...part, facts: certain(part.facts) })),
  };
}
