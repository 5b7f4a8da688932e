// Measures fleets: rows in, records out, beside what it takes to parse the same lines as JSON and nothing
// else, and how much memory is used at most. npm run bench:fleet -- [--rows 100000,1000000] [--runs 3] [--shuffled]
// Only figures: nothing is asserted. The estate is made up, with the structure of a real one: sites with a profile
// each, products in Zipf's proportions, applications of a product that differ from it here and there, and a row
// for every machine. It needs the built program. With --parquet, rows are also read from Parquet, and records written
// to it or to NDJSON, beside what DuckDB takes for the rules as SQL (npm run estate-tools).
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  createWriteStream,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSourceRulebook } from '../scripts/load-source-rulebook.ts';
import { columnOf } from '../src/import/table/plain-map.ts';
import { type Random, seedRandom } from '../test/support/random-values.ts';
import { listChoices } from '../test/support/random-workload.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
    known: { type: 'string', default: 'inventory,cmdb,all' },
    shuffled: { type: 'boolean', default: false },
    parquet: { type: 'boolean', default: false },
  },
});
const { model, rulebook } = loadSourceRulebook();
const folder = mkdtempSync(join(tmpdir(), 'advise-fleet-'));

/** Which facts are known, beside those of the site: what an inventory tells, what else is kept, or all. */
const known: Readonly<Record<string, number>> = { inventory: 7, cmdb: 17, all: rulebook.facts.length };

type Said = Readonly<Record<string, string | number>>;

const choices = rulebook.facts.map((fact, index) => {
  const compiled = model.facts[index];
  return compiled === undefined ? [] : listChoices(fact, compiled);
});

/** Every fourth fact with a value that is not what everybody presumes, the others as usual. */
function makeFacts(random: Random, facts: readonly number[]): Record<string, string | number> {
  return Object.fromEntries(
    facts.flatMap((index) => {
      const fact = rulebook.facts[index];
      if (fact === undefined) return [];
      const usual = typeof fact.presumed === 'string' && !random.chance(0.25) ? fact.presumed : undefined;
      return [[columnOf(fact), usual ?? random.pick(choices[index] ?? [])]];
    }),
  );
}

function shuffle<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((each) => ({ each, place: random.below(1_000_000) }))
    .sort((one, other) => one.place - other.place)
    .map(({ each }) => each);
}

async function writeEstate(path: string, rows: number, facts: readonly number[]): Promise<void> {
  const random = seedRandom(rows);
  const stream = createWriteStream(path);
  const site = rulebook.facts.flatMap(({ id }, index) => (id.startsWith('site.') ? [index] : []));
  const sites = Array.from({ length: 8 }, () => makeFacts(random, site));
  const products = Array.from({ length: 300 }, () => makeFacts(random, facts));
  let written = 0;
  while (written < rows) {
    const product = products[Math.floor(300 ** (random.below(10_000) / 10_000)) - 1] ?? {};
    const place = random.below(sites.length);
    const own = random.chance(0.5)
      ? makeFacts(
          random,
          facts.filter(() => random.chance(0.04)),
        )
      : {};
    const application: Said = { ...sites[place], ...product, ...own };
    const machines = Math.min(1 + random.below(24), rows - written);
    for (let machine = 0; machine < machines; machine++) {
      const pairs: [string, string | number][] = [
        ['name', `vm-${written + machine}`],
        ['location', `site-${place}`],
        ...Object.entries(application),
      ];
      const line = JSON.stringify(Object.fromEntries(values.shuffled ? shuffle(random, pairs) : pairs));
      if (!stream.write(`${line}\n`)) await once(stream, 'drain');
    }
    written += machines;
  }
  stream.end();
  await once(stream, 'finish');
}

const advise = resolve('bin/advise.js');

/** Says at the end what the process used. */
const meter = join(folder, 'meter.cjs');
writeFileSync(
  meter,
  `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
   require('fs').writeSync(2, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 }) + '\\n'); });`,
);
/** Parses every line, and does nothing else: as fast as a stream of JSON can be read. */
const floor = join(folder, 'floor.cjs');
writeFileSync(
  floor,
  `let rest = Buffer.alloc(0);
   require('fs').createReadStream(process.argv[2], { highWaterMark: 1 << 18 }).on('data', (chunk) => {
     const end = chunk.lastIndexOf(10);
     if (end < 0) { rest = Buffer.concat([rest, chunk]); return; }
     for (const line of Buffer.concat([rest, chunk.subarray(0, end)]).toString('utf8').split('\\n')) JSON.parse(line);
     rest = chunk.subarray(end + 1);
   });`,
);

interface Used {
  readonly cpu: number;
  readonly rss: number;
  readonly wall: number;
}

/** The folder of a project that has DuckDB. */
const duckDbProject = resolve('node_modules/.cache/duckdb');
/** Runs a statement in DuckDB. */
const duckDb = join(folder, 'duckdb.cjs');
writeFileSync(
  duckDb,
  `const { DuckDBInstance } = require('${duckDbProject}/node_modules/@duckdb/node-api');
   DuckDBInstance.create(':memory:').then((db) => db.connect())
     .then((connection) => connection.run(require('fs').readFileSync(process.argv[2], 'utf8')));`,
);

/** What the same rows take in Parquet: by this program, and by the rules as SQL, which prove nothing. */
function measureParquet(path: string, columns: readonly string[]): string {
  const [rows, records, sql] = ['rows.parquet', 'records.parquet', 'statement.sql'].map((each) =>
    join(folder, each),
  );
  if (rows === undefined || records === undefined || sql === undefined) return '';
  const copy = (query: string, to: string): Used => {
    writeFileSync(sql, `COPY (${query}) TO '${to}' (FORMAT parquet, COMPRESSION zstd)`);
    return run(duckDb, sql);
  };
  copy(`FROM read_json('${path}', format = 'newline_delimited', sample_size = -1)`, rows);
  const ask = ['fleet', 'sql', 'verdict', '--dialect', 'duckdb', '--columns', columns.join(',')];
  const verdict = spawnSync(process.execPath, ['bin/advise.js', ...ask, '--from', 'workloads'], {
    encoding: 'utf8',
  });
  const [judged, written, selected]: [Used[], Used[], Used[]] = [[], [], []];
  for (let each = 0; each < Number(values.runs); each++) {
    judged.push(run(advise, 'fleet', 'assess', rows, '-q', '-o', records));
    written.push(run(advise, 'fleet', 'assess', rows, '-q', '-f', 'ndjson'));
    if (verdict.status === 0)
      selected.push(
        copy(verdict.stdout.replace(/\bworkloads\b/g, `'${rows}'`).replace(/;\s*$/, ''), records),
      );
  }
  const of = (list: readonly Used[], key: keyof Used) => median(list.map((each) => each[key]));
  const tell = (list: readonly Used[]) =>
    `${of(list, 'cpu').toFixed(1)} CPU s, at most ${of(list, 'rss').toFixed(0)} MB`;
  const ratio = (of(judged, 'cpu') / of(selected, 'cpu')).toFixed(2);
  const beside = selected.length === 0 ? '' : `; the rules as SQL: ${tell(selected)} (${ratio} of it)`;
  return `  Parquet to Parquet: ${tell(judged)}; to NDJSON: ${tell(written)}${beside}`;
}

function run(...argv: string[]): Used {
  const started = process.hrtime.bigint();
  const out = openSync(join(folder, 'out.ndjson'), 'w');
  const child = spawnSync(process.execPath, ['--require', meter, ...argv], {
    encoding: 'utf8',
    stdio: ['ignore', out, 'pipe'],
    // Whose DuckDB is used.
    cwd: existsSync(duckDbProject) ? duckDbProject : '.',
  });
  closeSync(out);
  if (child.status !== 0) throw new Error(child.stderr);
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  const last = child.stderr.trimEnd().split('\n').pop() ?? '';
  return { ...(JSON.parse(last) as Omit<Used, 'wall'>), wall };
}

function median(list: readonly number[]): number {
  return list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)] ?? Number.NaN;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

for (const rows of values.rows.split(',').map(Number))
  for (const [name, count] of Object.entries(known).filter(([each]) =>
    values.known.split(',').includes(each),
  )) {
    const path = join(folder, `${name}.ndjson`);
    const facts = rulebook.facts.flatMap(({ id }, index) => (id.startsWith('site.') ? [] : [index]));
    await writeEstate(path, rows, facts.slice(0, count));
    // The same rows three times: what is more than for once is a row's own, without start and proofs.
    const thrice = join(folder, `${name}-thrice.ndjson`);
    rmSync(thrice, { force: true });
    for (let each = 0; each < 3; each++) appendFileSync(thrice, readFileSync(path));
    const [parsed, assessed, parsedThrice, assessedThrice]: [Used[], Used[], Used[], Used[]] = [
      [],
      [],
      [],
      [],
    ];
    for (let each = 0; each < Number(values.runs); each++) {
      parsed.push(run(floor, path));
      assessed.push(run(advise, 'fleet', 'assess', path, '-f', 'ndjson', '-q'));
      parsedThrice.push(run(floor, thrice));
      assessedThrice.push(run(advise, 'fleet', 'assess', thrice, '-f', 'ndjson', '-q'));
    }
    const of = (list: readonly Used[], key: keyof Used) => median(list.map((each) => each[key]));
    const [least, took] = [of(parsed, 'cpu'), of(assessed, 'cpu')];
    const [more, moreTook] = [of(parsedThrice, 'cpu') - least, of(assessedThrice, 'cpu') - took];
    const perRow = (seconds: number) => ((seconds / rows / 2) * 1e6).toFixed(1);
    say(
      `${rows} rows, ${name}, ${Math.round(statSync(path).size / rows)} bytes a line: parse ${least.toFixed(1)} CPU s, ` +
        `assess ${took.toFixed(1)} CPU s (${Math.round(rows / took)} rows/s, ${(least / took).toFixed(2)} of the floor), ` +
        `a further row ${perRow(moreTook)} us beside ${perRow(more)} us (${(more / moreTook).toFixed(2)} of the floor), ` +
        `${of(assessed, 'wall').toFixed(1)} s wall, at most ${of(assessed, 'rss').toFixed(0)} MB`,
    );
    if (values.parquet) {
      const [first = ''] = readFileSync(path, 'utf8').split('\n', 1);
      const columns = Object.keys(JSON.parse(first) as object).filter(
        (each) => !/^(name|location)$/.test(each),
      );
      say(measureParquet(path, columns));
    }
  }
if (process.env.KEEP === undefined) rmSync(folder, { recursive: true, force: true });
