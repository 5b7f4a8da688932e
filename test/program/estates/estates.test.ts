import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streamParquet } from '../../../src/duckdb/parquet-lines.ts';
import type { SqlLanguage } from '../../../src/fleet/sql/sql-choices.ts';
import { sqlDialects } from '../../../src/fleet/sql/sql-dialects.ts';
import { buildBinary } from '../../support/build-binary.ts';
import { loadRules } from '../../support/load-rules.ts';
import { runBinary } from '../../support/run-binary.ts';
import { skipWithout } from '../../support/skip-without.ts';
import { copyToParquet, duckDbProject, duckdbRoute, installDuckDb } from './duckdb-route.ts';
import { type Estate, makeEstate } from './make-estate.ts';
import { orderVerdicts } from './point-record.ts';
import { postgresRoute } from './postgres-route.ts';
import type { Route, SqlTexts } from './route.ts';
import { sparkRoute } from './spark-route.ts';

// One inventory, judged by `fleet assess`, and where it lies: what databases join is to the byte what the stream
// writes. ESTATE_ROWS says how many rows; 120000 is what a release is tried with.

const size = Number(process.env.ESTATE_ROWS ?? 20_000);

const folder = mkdtempSync(join(tmpdir(), 'advise-estates-'));
// A server that runs as nobody reads its rows from there.
chmodSync(folder, 0o755);
const path = (name: string) => join(folder, name);

async function advise(...args: string[]): Promise<string> {
  const { stdout, stderr, code } = await runBinary([...args, '--no-config'], { cwd: folder });
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

let estate: Estate;
/** What `fleet assess` writes: headings, and a line a row that was judged. */
let expected: string[];

beforeAll(async () => {
  buildBinary();
  estate = makeEstate(loadRules(), size);
  writeFileSync(path('rows.csv'), estate.rows);
  await advise(
    'fleet',
    'assess',
    'rows.csv',
    '-q',
    '-f',
    'csv',
    '-o',
    'expected.csv',
    '--rejects',
    'rejects.csv',
  );
  expected = readFileSync(path('expected.csv'), 'utf8').trimEnd().split('\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nameOf = (line: string) => line.slice(0, line.indexOf(','));

describe('the rows', () => {
  it('are all there, but for those that nobody can understand', () => {
    expect(expected.slice(1).map(nameOf)).toEqual([...estate.points.keys()]);
    expect(estate.wrong.length).toBeGreaterThan(10);
  });

  it('have some whose headline only the proof finds', () => {
    const settled = expected
      .slice(1)
      .filter((line) => estate.points.get(nameOf(line)) !== line.split(',')[1]);
    expect(settled.length).toBeGreaterThan(5);
  });

  it('have some of which nothing is said', () => {
    expect(estate.silent.length).toBeGreaterThan(50);
  });
});

/** Decisions by the vectors that they are about: all routes make the same ones. */
const decided = new Map<string, string>();

async function decide(vectors: string): Promise<string> {
  const [heading = '', ...lines] = vectors.trimEnd().split('\n');
  const sorted = [heading, ...lines.sort()].join('\n');
  const digest = createHash('sha256').update(sorted).digest('hex').slice(0, 8);
  const known = decided.get(digest);
  if (known !== undefined) return known;
  writeFileSync(path(`${digest}.csv`), `${sorted}\n`);
  const decisions = path(`decisions-${digest}.csv`);
  await advise(
    'fleet',
    'decide',
    `${digest}.csv`,
    '-q',
    '-o',
    decisions,
    '--rejects',
    `${digest}-rejects.csv`,
  );
  decided.set(digest, decisions);
  return decisions;
}

/** The join in the order of names, with true and false as every database writes them. */
function orderJoin(joined: string, dialect: SqlLanguage): string {
  const { quote, types } = sqlDialects[dialect];
  const [heading = ''] = expected;
  const columns = heading.split(',').map((column) => {
    if (column === 'proven' || column === 'contested') return `CAST(${column} AS ${types.text}) AS ${column}`;
    return column === 'if' ? `${quote}if${quote}` : column;
  });
  return `SELECT ${columns.join(', ')} FROM (\n${joined}) r ORDER BY name`;
}

const routes: { readonly dialect: SqlLanguage; readonly route: Route }[] = [
  { dialect: 'duckdb', route: duckdbRoute },
  { dialect: 'postgres', route: postgresRoute },
  { dialect: 'spark', route: sparkRoute('3.5') },
  { dialect: 'spark', route: sparkRoute('4.0') },
];

describe.each(routes)('where $route.name has the rows', ({ dialect, route }) => {
  skipWithout(route.missing === undefined, `judging rows in ${route.name}`, route.missing ?? '');

  it.runIf(route.missing === undefined)(
    'they come out as fleet assess has them',
    { timeout: 900_000 },
    async () => {
      const sql = (...args: string[]) => advise('fleet', 'sql', ...args, '--dialect', dialect);
      const texts: SqlTexts = {
        vectors: await sql('vectors'),
        decisions: await sql('decisions'),
        join: orderJoin(await sql('join', '--key', 'name'), dialect),
        verdict: orderVerdicts(await sql('verdict'), loadRules().rulebook, dialect),
      };
      const records = await route.run(folder, texts, decide);
      const [joined, verdicts] = [records.joined, records.verdicts].map((text) => text.trimEnd().split('\n'));
      if (joined === undefined || verdicts === undefined) throw new Error('no records');
      const judged = joined.filter((line) => !/,{10}$/.test(line));
      expect(judged).toEqual(expected);
      expect(joined.filter((line) => /,{10}$/.test(line)).map(nameOf)).toEqual(estate.wrong);
      expect(verdicts.slice(1)).toEqual(estate.records);
    },
  );
});

describe.runIf(duckdbRoute.missing === undefined)('rows in a Parquet file', () => {
  it('are read by the DuckDB of the project, and only there', async () => {
    const assess = ['fleet', 'assess', 'rows.parquet', '-q', '-f', 'csv', '--rejects', 'parquet-rejects.csv'];
    await expect(advise(...assess)).rejects.toThrow('npm install @duckdb/node-api');
    installDuckDb(folder);
    expect((await advise(...assess)).trimEnd().split('\n')).toEqual(expected);
  });

  it('go into another as they go into NDJSON', async () => {
    installDuckDb(folder);
    await copyToParquet(folder, 'rows.csv', 'typed.parquet');
    const assess = (from: string, to: string) =>
      advise('fleet', 'assess', from, '-q', '-o', to, '--rejects', `${to}.csv`);
    await assess('rows.csv', 'expected.ndjson');
    await assess('typed.parquet', 'records.parquet');
    let records = '';
    const stop = new AbortController().signal;
    for await (const lines of streamParquet(path('records.parquet'), duckDbProject, stop))
      records += Buffer.from(lines).toString('utf8');
    expect(records).toBe(readFileSync(path('expected.ndjson'), 'utf8'));
  });
});
