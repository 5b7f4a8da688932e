import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { compareRulebooks } from '../prove/diff/compare-rulebooks.ts';
import { compareWorkloads } from '../prove/diff/compare-workloads.ts';
import { leaveOutFacts } from '../prove/diff/leave-out-facts.ts';
import { listYamlFiles, type Place } from '../read/list-yaml-files.ts';
import { type FormatOf, render } from '../render/render.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { trimPath } from '../text/path.ts';
import { parseProfile } from '../workload/parse-profile.ts';
import { openProfile } from '../workload/read-workloads.ts';
import type { FactStatement } from '../workload/workload.ts';
import { openRulebook } from './open-rulebook.ts';
import { type RunFlags, settleDay } from './open-run.ts';
import { readSettings, type Settings } from './settings.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise rules diff`. */
export interface RulesDiffFlags extends Omit<RunFlags, 'rules' | 'set'> {
  readonly format: FormatOf<'diff'>;
}

/**
 * `advise rules diff`: what differs between two rulebooks, which workloads come out differently, and
 * which differences are to blame.
 * @param names the two rulebooks: folders, or `default`
 * @param paths workload files and folders; none for the examples that come with the program
 * @returns the exit code: 0 whatever differs
 */
export async function runRulesDiff(
  world: World,
  names: readonly [string, string],
  paths: readonly string[],
  flags: RulesDiffFlags,
): Promise<number> {
  const { io } = world;
  const settings = readSettings(io, flags);
  const today = settleDay(flags, io);
  const open = (name: string) =>
    openRulebook(world, flags, { rules: name === 'default' ? undefined : [name] });
  const [before, after] = [await open(names[0]), await open(names[1])];
  const changes = compareRulebooks(before.rulebook, after.rulebook);
  const files = listWorkloads(world, paths);
  const profile = openProfiles(io, settings, before.rulebook, after.rulebook);
  const workloads = compareWorkloads(io, files, { before, after, changes }, { profile, today });
  const diff = { before: before.rulebook, after: after.rulebook, changes, workloads };
  const context = openOutput(world, flags, after.rulebook);
  io.stdout.write(await render('diff', flags.format, diff, context));
  return exitCodes.advised.code;
}

/** What the profile says in the words of each rulebook: a fact that only one of them knows counts for that one. */
function openProfiles(
  io: Io,
  settings: Settings,
  before: Rulebook,
  after: Rulebook,
): { before: readonly FactStatement[]; after: readonly FactStatement[] } {
  if (settings.profile === undefined) return { before: [], after: [] };
  const profile = openProfile(io, settings.profile);
  const parse = (rulebook: Rulebook, other: Rulebook) =>
    parseProfile(leaveOutFacts(profile, rulebook, other), rulebook).facts;
  return { before: parse(before, after), after: parse(after, before) };
}

/** What was named, folders with all that is in them; else the examples of the program, by short names. */
function listWorkloads({ io, fixturesFolder }: World, paths: readonly string[]): Place[] {
  if (paths.length === 0)
    return io
      .listFolder(fixturesFolder)
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => ({ path: `${fixturesFolder}/${name}`, shown: `fixtures/${name}` }));
  const files = paths.map(trimPath).flatMap((path) => listYamlFiles(io, { path, shown: path }));
  if (files.length === 0) throw new InputError(`no workload to compare in ${paths.join(', ')}`);
  return files;
}
