import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { streamParquet } from '../../../src/duckdb/parquet-lines.ts';
import { main } from '../../../src/main.ts';
import { createTestWorld, type TestWorldOptions } from '../../support/create-test-world.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';
import { skipWithout } from '../../support/skip-without.ts';
import { duckDbProject, duckdbRoute } from './duckdb-route.ts';

// Tables as Parquet files: the same values as in NDJSON, in the same order, and all of them.

const comesWith = { folder: 'rules', ready: loadSmallRulebook() };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advise-parquet-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Runs the program; what it says is thrown where it does not end as it should. */
async function advise(line: string, code = 0, options: Partial<TestWorldOptions> = {}): Promise<string> {
  const { world, stderr } = createTestWorld({ folder, comesWith, duckDb: duckDbProject, ...options });
  const ended = await main(['--no-config', ...line.split(' ')], world);
  if (ended !== code) throw new Error(`${line} ended with ${ended}: ${stderr()}`);
  return stderr();
}

/** The rows of a Parquet file as they stand in NDJSON. */
async function readParquet(name: string): Promise<string> {
  let text = '';
  for await (const lines of streamParquet(join(folder, name), duckDbProject, new AbortController().signal))
    text += Buffer.from(lines).toString('utf8');
  return text.replace(/^\n/, '');
}

const rows = [
  'name,owner,location,system,os_family,os_desktop,state_kind',
  'web,"O\'Hara, ""Pat""",north,shop,linux,no,stateless',
  'erp,,south,shop,windows|linux,yes,',
  'wrong,x,north,shop,linus,no,',
  'Jürgen 😀,~|;,south,,unknown,,one-writer',
  'quiet,,,,,,',
].join('\n');

skipWithout(duckdbRoute.missing === undefined, 'tables as Parquet', duckdbRoute.missing ?? '');

describe.runIf(duckdbRoute.missing === undefined)('a Parquet file', () => {
  it.each([
    { what: 'records', options: '' },
    { what: 'what records can hold', options: ' --with should,hinges,flips' },
    { what: 'what rows carry', options: ' --carry owner,location' },
  ])('has $what as NDJSON has', async ({ options }) => {
    write('rows.csv', rows);
    await advise(
      `fleet assess rows.csv -o r.ndjson -o r.parquet --systems s.ndjson --rejects no.csv${options}`,
    );
    await advise(`fleet assess rows.csv --systems s.parquet --rejects no.csv${options}`);
    expect(await readParquet('r.parquet')).toBe(read('r.ndjson'));
    expect(await readParquet('s.parquet')).toBe(read('s.ndjson'));
    expect(readdirSync(folder).sort()).toEqual(
      ['no.csv', 'r.ndjson', 'r.parquet', 'rows.csv', 's.ndjson', 's.parquet'].sort(),
    );
  });

  it('has vectors and decisions, and is read again', async () => {
    write('rows.csv', rows);
    for (const format of ['ndjson', 'parquet']) {
      await advise(`fleet vectors rows.csv -o v.${format} --rejects no.csv`);
      await advise(`fleet decide v.${format} -o d.${format}`);
      await advise(`fleet decide v.${format} --known d.${format} -o new.${format}`);
    }
    for (const name of ['v', 'd', 'new'])
      expect(await readParquet(`${name}.parquet`)).toBe(read(`${name}.ndjson`));
    expect(read('d.ndjson').split('\n')).toHaveLength(5);
    expect(read('new.ndjson')).toBe('');
    await advise('fleet diff d.parquet d.ndjson');
  });

  it('carries what is no text as its JSON, and half a character as one that nobody knows', async () => {
    write(
      'rows.ndjson',
      String.raw`{"name":"a","owner":{"x":[1,"\\ud800"]}}` +
        '\n' +
        String.raw`{"name":"b\ud800","owner":7,"os_family":"linux"}` +
        '\n{"name":"c","owner":null}\n{"name":"d"}\n',
    );
    await advise('fleet assess rows.ndjson -o r.parquet --carry owner');
    const lines = (await readParquet('r.parquet')).trimEnd().split('\n');
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.map(({ name, owner }) => [name, owner])).toEqual([
      ['a', String.raw`{"x":[1,"\\ud800"]}`],
      ['b\ufffd', '7'],
      ['c', null],
      ['d', null],
    ]);
  });

  it.each([0, 1, 2047, 2048, 2049, 204_800, 204_801])(
    'has every row of %d',
    { timeout: 120_000 },
    async (count) => {
      const list = Array.from(
        { length: count },
        (_, row) => `w${row},${row % 7 === 3 ? 'linus' : 'linux'}\n`,
      );
      write('rows.csv', `name,os_family\n${list.join('')}`);
      await advise('fleet assess rows.csv -o r.parquet --rejects no.csv');
      const names = [...(await readParquet('r.parquet')).matchAll(/^\{"name":"w(\d+)"/gm)].map(([, row]) =>
        Number(row),
      );
      expect(names).toEqual(Array.from({ length: count }, (_, row) => row).filter((row) => row % 7 !== 3));
      expect(names.length + read('no.csv').trimEnd().split('\n').length - 1).toBe(count);
    },
  );

  it('says what made it', async () => {
    write('rows.csv', rows);
    await advise('fleet vectors rows.csv -o v.parquet --rejects no.csv');
    const { rulebook } = comesWith.ready;
    const text = readFileSync(join(folder, 'v.parquet'), 'latin1');
    for (const [key, value] of [
      ['advise_tool', 'advise 1.2.3'],
      ['advise_rulebook', `${rulebook.name} ${rulebook.version}`],
      ['advise_rulebook_digest', rulebook.digest],
    ] as const)
      expect(text).toMatch(new RegExp(`${key}[^a-z]{1,4}${value}`));
    expect(text).toContain('advise_vocabulary');
  });

  it('is not begun where another cannot be', async () => {
    write('rows.csv', rows);
    const fails = new Map([['b.parquet', 'EACCES']]);
    for (const line of ['assess rows.csv', 'vectors rows.csv', 'decide v.ndjson']) {
      if (line.startsWith('decide')) await advise('fleet vectors rows.csv -o v.ndjson --rejects no.csv');
      const before = readdirSync(folder);
      const said = await advise(`fleet ${line} -o a.parquet -o b.parquet`, 2, { fails });
      expect(said).toContain('b.parquet: cannot be written');
      expect(readdirSync(folder)).toEqual(before);
    }
  });

  it('takes no column that readers would see in the place of another', async () => {
    write('rows.csv', rows);
    expect(await advise('fleet assess rows.csv -o r.parquet --carry Status', 2)).toContain(
      '--carry Status: records have a column of that name',
    );
  });
});
