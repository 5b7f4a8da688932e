import { dirname } from 'node:path';
import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import type { CaseResult } from '../prove/test/run-case.ts';
import { listTestOldNames, readTestFiles } from '../prove/test/read-test-files.ts';
import { hasPassed, type TestReport } from '../prove/test/test-report.ts';
import { testRulebook } from '../prove/test/test-rulebook.ts';
import { freeFileName, writeReproduction } from '../prove/test/write-reproduction.ts';
import type { Place } from '../read/list-yaml-files.ts';
import { type FormatOf, render } from '../render/render.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { trimPath } from '../text/path.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { attempt, writeFiles } from './output-files.ts';
import { pickRules } from './pick-named.ts';
import { say, sayOldNames } from './say.ts';
import { readSettings, type Settings } from './settings.ts';
import { openOutput, type World } from './world.ts';

/** The options of `advise rules test`. */
export interface RulesTestFlags extends RulebookFlags {
  readonly format: FormatOf<'tests'>;
  readonly workloads: readonly string[];
  readonly coverage?: boolean;
  /** A folder for the workloads of failing tests. */
  readonly keep?: string;
}

/**
 * `advise rules test`: judges the examples of rules, shows for every change of every rule a whole
 * workload that would notice, and holds workloads to what their tests expect.
 * @param ids the rules; none for all
 * @returns the exit code: 1 where something fails, 2 where there is nothing to test
 */
export async function runRulesTest(
  world: World,
  ids: readonly string[],
  flags: RulesTestFlags,
): Promise<number> {
  const { io } = world;
  const settings = readSettings(io, flags);
  const ready = await openRulebook(world, flags, settings);
  const positions = pickRules(world, flags, ready.rulebook, ids);
  if (positions.length === 0) throw new InputError('there is no rule to test');
  const places = await listPlaces(world, ready, settings, flags.workloads);
  const documents = readTestFiles(io, places, ready.rulebook);
  if (documents.length === 0)
    throw new InputError(`no workload to try the rules on in ${places.map(({ shown }) => shown).join(', ')}`);
  sayOldNames(world, flags, listTestOldNames(documents));
  const own = ids.length > 0 ? positions : positions.filter(isOwn(ready));
  const report = testRulebook(ready, positions, own, documents);

  const failing = report.cases.filter(({ unmet }) => unmet.length > 0);
  const reproductions = new Map(
    failing.map((each) => [each, writeReproduction(ready.rulebook, each, settings.rules)] as const),
  );
  if (flags.keep !== undefined && failing.length > 0) keep(world, flags, flags.keep, reproductions);
  const coverage = flags.verbose === true || flags.coverage === true;
  const context = openOutput(world, flags, ready.rulebook);
  io.stdout.write(await render('tests', flags.format, { report, reproductions, coverage }, context));
  sayWhatNext(world, flags, report, places, settings);
  return hasPassed(report) ? exitCodes.advised.code : exitCodes.gateTripped.code;
}

/** Where the tests are: what was named, else tests/ of the rulebooks. */
async function listPlaces(
  world: World,
  { rulebook }: ReadyRulebook,
  { rules }: Settings,
  named: readonly string[],
): Promise<Place[]> {
  const toPlace = (path: string): Place => ({ path, shown: path });
  if (named.length > 0) return named.map(trimPath).map(toPlace);
  const comesWith = { path: `${world.rulesFolder}/tests`, shown: 'rules/tests' };
  if (rules === undefined) return [comesWith];
  const own = listTestFolders(world.io, rules);
  const there = own.filter((folder) => world.io.isFolder(folder));
  const message =
    'the rulebook has no tests; put workloads there, each with what has to come out under expected, or name some with --workloads';
  if (there.length === 0) throw new InputError([{ message, at: { file: own.join(', ') } }]);
  // What a team changes of the rulebook that comes with the program may be shown by a workload of that.
  const base = (await world.loadDefault()).rulebook.digest;
  const ofBase = rulebook.layers[0]?.digest === base && world.io.isFolder(comesWith.path);
  return [...there.map(toPlace), ...(ofBase ? [comesWith] : [])];
}

/** Where tests of rulebooks lie, whether they are there or not: in `tests/` inside a folder, beside a file. */
function listTestFolders(io: Io, rulebooks: readonly string[]): string[] {
  const folders = rulebooks.map((path) => (io.isFolder(path) ? trimPath(path) : dirname(path)));
  return [...new Set(folders.map((folder) => `${folder}/tests`))];
}

/** Whether a rulebook wrote or changed a rule itself, and did not take it over from one that it extends. */
function isOwn({ rulebook }: ReadyRulebook): (rule: number) => boolean {
  return (rule) => rulebook.layers.length === 1 || rulebook.rules[rule]?.marks !== undefined;
}

/** Writes the workloads of failing tests into a folder, which is made where it is missing. */
function keep(
  world: World,
  flags: RulesTestFlags,
  named: string,
  reproductions: ReadonlyMap<CaseResult, string>,
): void {
  const folder = trimPath(named);
  const refused = attempt(folder, () => {
    world.io.makeFolder(folder);
  });
  if (refused.length > 0) throw new InputError(refused);
  const taken = new Set<string>();
  const files = [...reproductions].map(([{ test }, text]) => ({
    path: `${folder}/${freeFileName(test.workload.name, taken)}`,
    text,
  }));
  writeFiles(world, flags, files);
}

/** What is no result: that a rulebook of one's own expects nothing, and what helps with what failed. */
function sayWhatNext(
  world: World,
  flags: RulesTestFlags,
  { cases, proofs }: TestReport,
  places: readonly Place[],
  { rules }: Settings,
): void {
  const where = places.map(({ shown }) => shown);
  if (cases.length === 0 && rules !== undefined)
    say(world, flags, `no test in ${where.join(', ')} says what has to come out; write it under expected`);
  if (proofs.some(({ changes }) => changes.some(({ witness }) => witness === null)))
    say(
      world,
      flags,
      `what no workload would notice wants a workload in ${where[0] ?? 'tests'} that comes out differently by it`,
    );
  if (flags.keep === undefined && cases.some(({ unmet }) => unmet.length > 0))
    say(world, flags, '--keep <folder> writes each failing workload as a file for advise assess');
}
