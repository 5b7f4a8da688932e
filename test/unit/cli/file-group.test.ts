import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../src/main.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';

// Files that are written side by side: where a run cannot begin, or one of them cannot be written, nothing half
// written is left of the others, and what was there before stays.

const comesWith = { folder: 'rules', ready: loadSmallRulebook() };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advise-group-'));
  writeFileSync(join(folder, 'rows.csv'), 'name,system,os_family\nweb,shop,linux\nerp,shop,linus\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function advise(line: string, fails: ReadonlyMap<string, string>) {
  const { world, stderr } = createTestWorld({ folder, comesWith, fails });
  const code = await main(['--no-config', 'fleet', ...line.split(' ')], world);
  return { code, said: stderr() };
}

const lines = [
  { what: 'a second table of records', line: 'assess rows.csv -o a.ndjson -o no.csv' },
  { what: 'rejected rows', line: 'assess rows.csv -o a.ndjson --rejects no.csv' },
  { what: 'systems', line: 'assess rows.csv -o a.ndjson --rejects b.csv --systems no.csv' },
  { what: 'a second table of vectors', line: 'vectors rows.csv -o a.ndjson -o no.csv' },
  { what: 'places of rejected rows', line: 'vectors rows.csv -o a.ndjson --rejects no.csv' },
  { what: 'a second table of decisions', line: 'decide vectors.ndjson -o a.ndjson -o no.csv' },
  { what: 'rejected vectors', line: 'decide vectors.ndjson -o a.ndjson --rejects no.csv' },
];

describe.each(lines)('where $what cannot be written', ({ line }) => {
  it('nothing is left of the others', async () => {
    await advise('vectors rows.csv -o vectors.ndjson --rejects wrong.csv', new Map());
    const before = readdirSync(folder);
    const { code, said } = await advise(line, new Map([['no.csv', 'EACCES']]));
    expect(said).toContain('no.csv: cannot be written');
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(before);
  });
});

it.each([
  { what: 'waivers that are not there', line: 'assess rows.csv -o a.ndjson --waivers lost.yaml' },
  { what: 'a day that is none', line: 'assess rows.csv -o a.ndjson --today never' },
  { what: 'rows that are not there', line: 'assess lost.csv -o a.ndjson' },
  { what: 'columns that are called alike', line: 'assess rows.csv -o a.ndjson --carry system,System' },
  { what: 'a column that records have', line: 'assess rows.csv -o a.ndjson --carry Status' },
  { what: 'no DuckDB for the second file', line: 'assess rows.csv -o a.ndjson -o b.parquet' },
])('a run with $what begins no file', async ({ line }) => {
  const before = readdirSync(folder);
  const { code } = await advise(line, new Map());
  expect(code).toBe(2);
  expect(readdirSync(folder)).toEqual(before);
});
