import type { ReadyRulebook } from '../rulebook/ready.ts';
import { InputError } from '../errors.ts';
import { exitCodes } from '../exit-code.ts';
import { listTestOldNames, readTestFiles } from '../prove/test/read-test-files.ts';
import { hasPassed, type TestReport } from '../prove/test/test-report.ts';
import { testRulebook } from '../prove/test/test-rulebook.ts';
import { writeReproduction } from '../prove/test/write-reproduction.ts';
import type { Place } from '../read/list-yaml-files.ts';
import { showText } from '../text/safe.ts';
import { render } from '../render/render.ts';
import { keepReproductions } from './keep-reproductions.ts';
import { listTestFolders } from './list-test-folders.ts';
import { loadReadyRulebook } from './load-ready-rulebook.ts';
import { pickRules } from './pick-named.ts';
import { resolveRules } from './settings.ts';
import { type CommonOptions, openOutput, reportOldNames, type World } from './world.ts';

/** The options of `advise rules test`. */
export interface RulesTestFlags extends CommonOptions {
  readonly rules?: readonly string[];
  /** False for --no-config. */
  readonly config?: boolean;
  readonly format: 'text' | 'json' | 'junit';
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
  const rules = resolveRules(flags, io);
  const ready = await loadReadyRulebook(world, rules, flags);
  const positions = pickRules(world, flags, ready.rulebook, ids);
  if (positions.length === 0) throw new InputError('there is no rule to test');
  const places = await listPlaces(world, ready, rules, flags.workloads);
  const documents = readTestFiles(io, places, ready.rulebook);
  if (documents.length === 0)
    throw new InputError(`no workload to try the rules on in ${places.map(({ shown }) => shown).join(', ')}`);
  reportOldNames(io, flags, listTestOldNames(documents));
  const own = ids.length > 0 ? positions : positions.filter(isOwn(ready));
  const report = testRulebook(ready, positions, own, documents);

  const failing = report.cases.filter(({ unmet }) => unmet.length > 0);
  const reproductions = new Map(
    failing.map((each) => [each, writeReproduction(ready.rulebook, each, rules)] as const),
  );
  const kept =
    flags.keep === undefined || failing.length === 0 ? [] : keepReproductions(io, flags.keep, reproductions);
  const coverage = flags.verbose === true || flags.coverage === true;
  const context = openOutput(world, flags, ready.rulebook);
  io.stdout.write(await render('tests', flags.format, { report, reproductions, coverage }, context));
  if (flags.quiet !== true) sayOnStderr(world, report, places, rules, kept);
  return hasPassed(report) ? exitCodes.advised.code : exitCodes.gateTripped.code;
}

/** Where the tests are: what was named, else tests/ of the rulebooks. */
async function listPlaces(
  world: World,
  { rulebook }: ReadyRulebook,
  rules: readonly string[] | undefined,
  named: readonly string[],
): Promise<Place[]> {
  const trim = (path: string) => path.replace(/(?<=.)\/+$/, '');
  if (named.length > 0) return named.map((path) => ({ path: trim(path), shown: showText(trim(path)) }));
  const comesWith = { path: `${world.rulesFolder}/tests`, shown: 'rules/tests' };
  if (rules === undefined) return [comesWith];
  const own = listTestFolders(world.io, rules);
  const there = own.filter((folder) => world.io.isFolder(folder));
  const message =
    'the rulebook has no tests; put workloads there, each with what has to come out under expected, or name some with --workloads';
  if (there.length === 0) throw new InputError([{ message, at: { file: showText(own.join(', ')) } }]);
  const places = there.map((path) => ({ path, shown: showText(path) }));
  // What a team changes of the rulebook that comes with the program may be shown by a workload of that.
  const base = (await world.loadDefault()).rulebook.digest;
  const ofBase = rulebook.layers[0]?.digest === base && world.io.isFolder(comesWith.path);
  return ofBase ? [...places, comesWith] : places;
}

/** Whether a rulebook wrote or changed a rule itself, and did not take it over from one that it extends. */
function isOwn({ rulebook }: ReadyRulebook): (rule: number) => boolean {
  return (rule) => rulebook.layers.length === 1 || rulebook.rules[rule]?.marks !== undefined;
}

/** What is no result: that a rulebook of one's own expects nothing, and where failing workloads are. */
function sayOnStderr(
  { io }: World,
  { cases, proofs }: TestReport,
  places: readonly Place[],
  rules: readonly string[] | undefined,
  kept: readonly string[],
): void {
  if (cases.length === 0 && rules !== undefined)
    io.stderr.write(
      `advise: no test in ${places.map(({ shown }) => shown).join(', ')} says what has to come out; write it under expected\n`,
    );
  for (const file of kept) io.stderr.write(`advise: wrote ${file}\n`);
  if (proofs.some(({ changes }) => changes.some(({ witness }) => witness === null)))
    io.stderr.write(
      `advise: what no workload would notice wants a workload in ${places[0]?.shown ?? 'tests'} that comes out differently by it\n`,
    );
  if (kept.length === 0 && cases.some(({ unmet }) => unmet.length > 0))
    io.stderr.write('advise: --keep <folder> writes each failing workload as a file for advise assess\n');
}
