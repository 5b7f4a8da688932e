// Do tests notice a change? Tries a sample of the mutants of some rooms, many in one process:
//   npm run mutation:sample -- decide reason [--each 14] [--count 150] [--seed 1] [--file choose-form] [--early]
//
// `npm run mutation` asks the same of all mutants of a file with Stryker's own runner, which begins anew
// for each. Here the tests and all mutants are bundled once, and a mutant is switched on, tried, and switched
// off again. What a run remembers could hide it, and what acts only while modules are loaded is never on in
// time: so whatever was not noticed is tried once more by itself, in a process where it is on from the start
// and which loads a file of tests only when its turn comes.
//
// --each draws so many of every file, --count so many of all; --tests adds tests, --without leaves out those
// whose names fit a pattern; --early draws only what acts while modules are loaded; --patience is how many
// seconds of tests a mutant gets at most. Words that only readers see, and the examples of rules, which are
// tests themselves, are not mutated. Once before it: npm run mutation-tools.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { at } from '../../src/at.ts';
import { seedRandom } from '../support/random-values.ts';
import { type Mutant, stageMutants } from './stage.ts';
import { type Noticed, seeReach, superviseMutants, type Tried } from './supervise.ts';

const core = ['test/unit/decide', 'test/unit/reason', 'test/laws/kernel.test.ts'];
/** The tests that have to notice what changes in a room. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  decide: core,
  reason: core,
  advice: [
    'test/unit/advice',
    'test/unit/report',
    'test/unit/render',
    'test/unit/record',
    'test/unit/schema',
    'test/program/scenarios',
    'test/laws/assess-each.test.ts',
    'test/laws/overview.test.ts',
  ],
  import: ['test/unit/import', 'test/program/scenarios'],
};
const root = fileURLToPath(new URL('../..', import.meta.url));
const place = join(root, 'node_modules/.cache/mutation-sample');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    each: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string', default: '' },
    early: { type: 'boolean', default: false },
    without: { type: 'string' },
    patience: { type: 'string', default: '10' },
    tests: { type: 'string', multiple: true, default: [] },
  },
});
const rooms = positionals.length > 0 ? positionals : ['decide', 'reason'];
for (const room of rooms) if (testsOf[room] === undefined) throw new Error(`no room that is tried: ${room}`);

/** The files of a folder and below, or the file itself. */
function listFiles(path: string, ending: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .map((name) => `${path}/${name}`)
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** Mutants by chance, always the same for a seed: so many of every file, or of all. */
function drawMutants(mutants: readonly Mutant[]): Mutant[] {
  const random = seedRandom(Number(values.seed));
  const { each, count } = values;
  if (each === undefined) return random.shuffle(mutants).slice(0, Number(count ?? Infinity));
  const files = [...new Set(mutants.map(({ file }) => file))];
  return files.flatMap((file) =>
    random.shuffle(mutants.filter((mutant) => mutant.file === file)).slice(0, Number(each)),
  );
}

/** A test that imports whatever lies in a folder cannot be bundled. */
function isBundled(test: string): boolean {
  return !readFileSync(join(root, test), 'utf8').includes('import(`');
}

const texts = new Map<string, string[]>();

/** Whether it changes what only readers see, or an example, which is a test. */
function isOfWords({ file, line, sort, from }: Mutant): boolean {
  const lines = texts.get(file) ?? readFileSync(join(root, file), 'utf8').split('\n');
  texts.set(file, lines);
  const text = lines[line - 1] ?? '';
  const isExample = /^\s*(examples|fires|quiet):/.test(text) || /^\s*'\S.*',?$/.test(text);
  const isText =
    sort === 'StringLiteral' && /^\s*(because|not|reads|id|.*\.describe\(|throw new Error)/.test(text);
  const isDescribed =
    /src\/advice\/(result|overview)/.test(file) && sort === 'StringLiteral' && from.includes(' ');
  const isThrown = sort === 'StringLiteral' && text.includes('throw new Error');
  return isText || isDescribed || isThrown || (file.startsWith('src/import/') && isExample);
}

mkdirSync(place, { recursive: true });
const program = join(place, `${rooms.join('+')}.${process.pid}.mjs`);
const modules = rooms
  .flatMap((room) => listFiles(`src/${room}`, '.ts'))
  .filter((name) => name.includes(values.file));
const tests = [...new Set([...rooms.flatMap((room) => testsOf[room] ?? []), ...values.tests])];
const { mutants: all, distances } = await stageMutants(
  modules,
  tests.flatMap((name) => listFiles(name, '.test.ts')).filter(isBundled),
  program,
);
const reach = await seeReach(program, values.without);
const seconds = reach.all.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
process.stderr.write(`${reach.all.length} tests, ${Math.round(seconds)} s\n`);
const drawn = drawMutants(
  all.filter((mutant) => !isOfWords(mutant) && (!values.early || reach.early.has(mutant.id))),
);
process.stderr.write(`${drawn.length} of ${all.length} mutants of ${modules.length} files\n`);

const noticed = new Map<string, Noticed>();
const tell = (id: string, by: Noticed): void => {
  noticed.set(id, by);
  const { file, line, from, to } = drawn.find((mutant) => mutant.id === id) ?? at(drawn, 0);
  if (by === null) process.stderr.write(`survives: ${file}:${line} ${from} -> ${to}\n`);
};
await tryThem(drawn, ({ id }) => (reach.tests[id] ?? []).filter(({ isLong }) => !isLong), false);
const again = drawn.filter(({ id }) => (noticed.get(id) ?? null) === null);
const early = again.filter(({ id }) => reach.early.has(id));
process.stderr.write(`${again.length} once more, each by itself; ${early.length} of them act early\n`);
await tryThem(
  again.filter((mutant) => !early.includes(mutant)),
  ({ id }) => reach.tests[id] ?? [],
  true,
);
await tryThem(early, ({ file }) => listNear(file), true);
printFigures();

/** What acts while modules are loaded can be noticed by any test that loads its module: the nearest first. */
function listNear(module: string): Tried[] {
  const distanceOf = ({ spot: [file] }: Tried): number => distances[file]?.get(module) ?? Infinity;
  return reach.all
    .filter((tried) => distanceOf(tried) < Infinity)
    .sort((a, b) => distanceOf(a) - distanceOf(b) || a.milliseconds - b.milliseconds);
}

/** As many as take the time that a mutant is given. */
function cutOff(tests: readonly Tried[]): Tried[] {
  let milliseconds = 0;
  return tests.filter((tried) => (milliseconds += tried.milliseconds) <= Number(values.patience) * 1000);
}

/** Tries mutants, each by the tests that may notice it; those that have none are left. */
async function tryThem(
  tried: readonly Mutant[],
  testsOf: (mutant: Mutant) => readonly Tried[],
  apart: boolean,
): Promise<void> {
  const tests = Object.fromEntries(
    tried.map((mutant) => [mutant.id, cutOff(testsOf(mutant)).map(({ spot }) => spot)]),
  );
  const mutants = Object.keys(tests).filter((id) => tests[id]?.length !== 0);
  const hits = Object.fromEntries(mutants.map((id) => [id, reach.hits[id] ?? 0]));
  await superviseMutants(program, { mutants, tests, hits }, apart, tell);
}

function printFigures(): void {
  const isNoticed = ({ id }: Mutant): boolean => (noticed.get(id) ?? null) !== null;
  const files = [...new Set(drawn.map(({ file }) => file))];
  for (const file of files) {
    const own = drawn.filter((mutant) => mutant.file === file);
    process.stdout.write(`${file.slice('src/'.length)} ${own.filter(isNoticed).length} of ${own.length}\n`);
  }
  for (const mutant of drawn.filter((each) => !isNoticed(each))) {
    const { id, file, line, sort, from, to } = mutant;
    const early = reach.early.has(id);
    const why = early ? `${sort}, early` : reach.tests[id] === undefined ? 'reached by no test' : sort;
    process.stdout.write(`\n${file}:${line} (${why})\n  ${from}\n  ${to}\n`);
  }
  const count = drawn.filter(isNoticed).length;
  process.stdout.write(
    `\n${count} of ${drawn.length} noticed: ${((100 * count) / drawn.length).toFixed(1)} %\n`,
  );
  const results = drawn.map((mutant) => ({ ...mutant, by: noticed.get(mutant.id) ?? null }));
  writeFileSync(join(place, `${rooms.join('+')}.json`), JSON.stringify(results, null, 1));
}
