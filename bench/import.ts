// Measures the reading of other people's files: `advise assess` of large ones, beside what it takes to parse the
// same bytes and nothing else. npx tsx bench/import.ts [--runs 3] [--only manifests,compose,csv,xlsx] [--keep FOLDER]
// Only figures: nothing is asserted. The files are made up, the same each time. It needs the built program.
import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seedRandom } from '../test/support/random-values.ts';
import { makeCompose, makeInventory, makeManifests } from './import-inputs.ts';
import { createMeter, median, type Used } from './measure-process.ts';
import { writeWorkbook } from './write-workbook.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: 'manifests,compose,csv,xlsx' },
    keep: { type: 'string' },
  },
});
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'advise-import-'));
mkdirSync(folder, { recursive: true });
const run = createMeter(folder);
const { resolve } = createRequire(import.meta.url);

/** Parses a file as the library does by itself. */
function writeFloor(name: string, text: string): string {
  const path = join(folder, `${name}.cjs`);
  writeFileSync(path, `const read = () => require('fs').readFileSync(process.argv[2], 'utf8');\n${text}\n`);
  return path;
}
const parseYaml = writeFloor(
  'yaml',
  `const { LineCounter, parseAllDocuments } = require(${JSON.stringify(resolve('yaml'))});
   parseAllDocuments(read(), { lineCounter: new LineCounter(), prettyErrors: false, uniqueKeys: false });`,
);
const parseCsv = writeFloor(
  'csv',
  `const { parse } = require(${JSON.stringify(resolve('csv-parse/sync'))}); parse(read(), { relax_column_count: true });`,
);

const rows = makeInventory(seedRandom(20_000), 20_000);
const csv = rows.map((cells) => `${cells.join(',')}\n`).join('');
const inputs = [
  {
    name: 'manifests',
    file: 'manifests.yaml',
    bytes: makeManifests(seedRandom(5), 5_000_000),
    floor: parseYaml,
  },
  { name: 'compose', file: 'compose.yaml', bytes: makeCompose(seedRandom(300), 300), floor: parseYaml },
  { name: 'csv', file: 'RVTools_tabvInfo.csv', bytes: csv, floor: parseCsv },
  { name: 'xlsx', file: 'RVTools_export.xlsx', bytes: writeWorkbook('vInfo', rows), floor: parseCsv },
].filter(({ name }) => values.only.split(',').includes(name));

const csvPath = join(folder, 'floor.csv');
writeFileSync(csvPath, csv);
for (const { name, file, bytes, floor } of inputs) {
  const path = join(folder, file);
  writeFileSync(path, bytes);
  const [parsed, assessed]: [Used[], Used[]] = [[], []];
  for (let each = 0; each < Number(values.runs); each++) {
    parsed.push(run([floor, name === 'xlsx' ? csvPath : path]));
    assessed.push(run(['bin/advise.js', 'assess', path, '-q', '--no-config']));
  }
  const of = (list: readonly Used[], key: keyof Used) => median(list.map((each) => each[key]));
  const [least, took] = [of(parsed, 'cpu'), of(assessed, 'cpu')];
  process.stdout.write(
    `${name}, ${(statSync(path).size / 1e6).toFixed(1)} MB: ${of(assessed, 'wall').toFixed(1)} s wall, ${took.toFixed(1)} CPU s, ` +
      `at most ${of(assessed, 'rss').toFixed(0)} MB; parsing alone ${least.toFixed(1)} CPU s (${(took / least).toFixed(1)} times that); ` +
      `load ${(loadavg()[0] ?? 0).toFixed(1)}\n`,
  );
}
if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
