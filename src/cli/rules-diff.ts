import type { ReadyRulebook } from '../rulebook/ready.ts';
import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { compareRulebooks } from '../prove/diff/compare-rulebooks.ts';
import { compareWorkloads } from '../prove/diff/compare-workloads.ts';
import { leaveOutFacts } from '../prove/diff/leave-out-facts.ts';
import { listYamlFiles, type Place } from '../read/list-yaml-files.ts';
import { showText } from '../text/safe.ts';
import { formats, render } from '../render/render.ts';
import { parseProfile } from '../workload/parse-workload.ts';
import { openProfile } from '../workload/read-workloads.ts';
import { checkDay } from './check-day.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { resolveSettings } from './settings.ts';
import { type CommonOptions, openOutput, type World } from './world.ts';

/** The options of `advise rules diff`. */
export interface RulesDiffFlags extends CommonOptions {
  /** False for --no-config. */
  readonly config?: boolean;
  readonly format: 'text' | 'json';
  readonly profile?: string;
  readonly today?: string;
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
  checkDay(flags.today);
  const settings = resolveSettings({ ...flags, format: 'text' }, io, formats);
  const [before, after] = [await load(world, names[0]), await load(world, names[1])];
  const changes = compareRulebooks(before.rulebook, after.rulebook);
  const files = listWorkloads(world, paths);
  const profile = settings.profile === undefined ? undefined : openProfile(io, settings.profile);
  const readFacts = ({ rulebook }: ReadyRulebook, other: ReadyRulebook) =>
    profile === undefined
      ? []
      : parseProfile(leaveOutFacts(profile, rulebook, other.rulebook), rulebook).facts;
  const workloads = compareWorkloads(
    io,
    files,
    { before, after, changes },
    {
      profile: { before: readFacts(before, after), after: readFacts(after, before) },
      today: flags.today ?? io.today(),
    },
  );
  const diff = { before: before.rulebook, after: after.rulebook, changes, workloads };
  const context = openOutput(world, flags, after.rulebook);
  io.stdout.write(await render('diff', flags.format, diff, context));
  return exitCodes.advised.code;
}

function load(world: World, name: string): Promise<ReadyRulebook> {
  return loadReadyRulebook(world, name === 'default' ? undefined : [name]);
}

/** What was named, folders with all that is in them; else the examples of the program, by short names. */
function listWorkloads({ io, fixturesFolder }: World, paths: readonly string[]): Place[] {
  if (paths.length === 0)
    return io
      .listFolder(fixturesFolder)
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => ({ path: `${fixturesFolder}/${name}`, shown: `fixtures/${name}` }));
  const files = paths
    .map((path) => path.replace(/(?<=.)\/+$/, ''))
    .flatMap((path) => listYamlFiles(io, { path, shown: showText(path) }));
  if (files.length === 0) throw new InputError(`no workload to compare in ${paths.map(showText).join(', ')}`);
  return files;
}
