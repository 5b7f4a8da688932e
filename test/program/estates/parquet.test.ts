import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveRows } from '../../../src/duckdb/left-rows.ts';
import { streamParquet } from '../../../src/duckdb/parquet-lines.ts';
import { beginParquet } from '../../../src/duckdb/write-parquet.ts';
import { main } from '../../../src/main.ts';
import { createTestWorld, type TestWorldOptions } from '../../support/create-test-world.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';
import { skipWithout } from '../../support/skip-without.ts';
import { makeEstate } from './make-estate.ts';
import { copyToParquet, duckDbProject, duckdbRoute } from './duckdb-route.ts';

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

/** The lines of rejected rows, whose reasons have no digits. */
const placesIn = (name: string): number[] =>
  [...read(name).matchAll(/,(\d+),\D*$/gm)].map(([, line]) => Number(line));

/** Rows with columns that are none of facts. */
function besideEstate(text: string): string {
  const [headings = '', ...lines] = text.trimEnd().split('\n');
  const beside = lines.map((line, row) =>
    [
      row % 50 === 7 ? line.replace(/^w\d+/, '') : line,
      row % 3 === 0 ? '' : `"o~|"";${row % 5}ü"`,
      `p${row % 2}`,
      row % 40 === 5 ? '' : row,
      row / 4,
      `2026-11-${String(1 + (row % 28)).padStart(2, '0')}`,
      row % 4 === 0 ? 'n' : '',
      row % 6 === 0 ? '' : `s${row % 11}`,
    ].join(','),
  );
  return [`${headings},owner,part,number,share,day,profile,system`, ...beside, ''].join('\n');
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
      await copyToParquet(folder, 'rows.csv', 'rows.parquet');
      await advise('fleet assess rows.parquet -o s.parquet --rejects not.csv');
      expect(await readParquet('s.parquet')).toBe(await readParquet('r.parquet'));
      expect(placesIn('not.csv')).toEqual(placesIn('no.csv').map((line) => line - 1));
    },
  );

  it.each([
    { what: 'each called by its name', options: '' },
    { what: 'each called by a number', options: ' --key number' },
    { what: 'with what they carry', options: ' --carry owner,part,number,lost --with flips' },
    { what: 'with what they carry that is no text', options: ' --carry share,day' },
    { what: 'each called by two columns', options: ' --key part,number' },
    { what: 'some with a profile', options: ' --profile n=north.yaml --by part' },
    { what: 'some with waivers', options: ' --waivers waivers.yaml' },
    { what: 'some as parts of systems', options: ' --systems KIND-systems.ndjson' },
  ])('goes into another as into NDJSON, its rows $what', async ({ options }) => {
    write('rows.csv', besideEstate(makeEstate(comesWith.ready, 1500).rows));
    write('north.yaml', 'advise: 1\nfacts: { state: { kind: one-writer } }\n');
    const [rule] = comesWith.ready.rulebook.rules;
    write(
      'waivers.yaml',
      `advise: 1\nwaivers: [{ name: w0000003, rule: ${rule?.id}, because: it is tried }]\n`,
    );
    await copyToParquet(folder, 'rows.csv', 'rows.parquet');
    const run = async (kind: string, more = ''): Promise<string> => {
      const files = `--summary ${kind}-s.json --rejects ${kind}-no.csv -o ${kind}-r.parquet`;
      const said = await advise(`fleet assess rows.parquet ${files}${more}${options.replace('KIND', kind)}`);
      return said.replaceAll(`${kind}-`, '').replace('advise: wrote r.ndjson\n', '');
    };
    expect(await run('alone')).toBe(await run('beside', ' -o beside-r.ndjson'));
    for (const name of ['s.json', 'no.csv']) expect(read(`alone-${name}`)).toBe(read(`beside-${name}`));
    expect(await readParquet('alone-r.parquet')).toBe(await readParquet('beside-r.parquet'));
    expect(read('beside-r.ndjson').split('\n').length).toBeGreaterThan(1200);
    if (!options.includes('--carry'))
      expect(await readParquet('alone-r.parquet')).toBe(read('beside-r.ndjson'));
  });

  const numbered = {
    columns: [['name', 'VARCHAR']],
    shared: [['n', 'BIGINT']],
    metadata: { made: 'x' },
  } as const;

  /** A table whose names are those of rows.parquet. */
  async function beginBeside(): Promise<ReturnType<typeof beginParquet>> {
    write('rows.csv', rows);
    await copyToParquet(folder, 'rows.csv', 'rows.parquet');
    const file = beginParquet(join(folder, 'r.parquet'), duckDbProject, numbered);
    file.rows.leaveRows(leaveRows(join(folder, 'rows.parquet'), new Map([['name', 'name']])));
    return file;
  }

  it('has the rows that were told of, where others follow in the file that they stay in', async () => {
    const file = await beginBeside();
    file.rows.takeRow('', '"n":1}');
    file.rows.skipRow();
    file.rows.takeRow('', '"n":3}');
    expect(await file.keep()).toBe(join(folder, 'r.parquet.part'));
    expect(await readParquet('r.parquet.part')).toBe('{"name":"web","n":1}\n{"name":"wrong","n":3}\n');
  });

  it('is not made of one that somebody changes meanwhile', async () => {
    const file = await beginBeside();
    file.rows.takeRow('', '"n":1}');
    write('rows.csv', rows.replace('web', 'web2'));
    await copyToParquet(folder, 'rows.csv', 'rows.parquet');
    await expect(file.finish()).rejects.toThrow('rows.parquet was changed while it was read');
    file.drop();
  });

  it.each([0, 1, 40])('tells what rows have alike, for the first %d characters once', async (most) => {
    const table = {
      columns: [['name', 'VARCHAR']] as const,
      shared: [['list', 'VARCHAR[]']] as const,
      metadata: { advise_tool: 'advise' },
    };
    const file = beginParquet(join(folder, 'r.parquet'), duckDbProject, table, most);
    const parts = ['["a"]', '["b","c"]', '[]', '["a"]', '["b","c"]', 'null'];
    for (const [row, part] of parts.entries()) file.write(`{"name":"w${row}"\t"list":${part}}\n`);
    await file.finish();
    const lines = parts.map((part, row) => `{"name":"w${row}","list":${part}}\n`);
    expect(await readParquet('r.parquet')).toBe(lines.join(''));
    expect(readdirSync(folder)).toEqual(['r.parquet']);
  });

  it('has its rows in their order, however many', { timeout: 120_000 }, async () => {
    const file = beginParquet(join(folder, 'r.parquet'), duckDbProject, numbered);
    // More text than DuckDB reads as one piece.
    const [count, rest] = [150_000, 'x'.repeat(1000)];
    for (let row = 0; row < count; row++) file.rows.takeRow(`{"name":"${row}${rest}"`, `"n":${row % 9}}`);
    await file.finish();
    const names = (await readParquet('r.parquet')).matchAll(/^\{"name":"(\d+)/gm);
    expect([...names].findIndex(([, name], row) => name !== String(row))).toBe(-1);
  });

  it('takes lines of any length', async () => {
    const long = 'ü'.repeat(3_000_000);
    write('rows.ndjson', `{"name":"a","owner":"${long}"}\n{"name":"b","owner":"x"}\n`);
    await advise('fleet assess rows.ndjson -o r.parquet -o r.ndjson --carry owner');
    expect(await readParquet('r.parquet')).toBe(read('r.ndjson'));
  });

  it('is read as the same rows in NDJSON are, whatever the types of its columns', async () => {
    const lines = [
      '{"name":"a","owner":{"x":[1]},"location":"north","profile":"n","os_family":"linux","os_memory":4.5,"os.desktop":true,"site_instances":2}',
      '{"name":"b","owner":null,"location":"south","profile":null,"os_family":"linux|windows","os_memory":0.5,"os.desktop":false,"site_instances":null}',
      '{"name":"c","owner":{"x":[]},"location":"","profile":"none","os_family":"linux","os_memory":4.5,"os.desktop":null,"site_instances":3}',
      '{"name":"","owner":null,"location":"north","profile":"n","os_family":"linus","os_memory":-1.5,"os.desktop":null,"site_instances":3}',
      '{"name":null,"owner":null,"location":null,"profile":null,"os_family":null,"os_memory":null,"os.desktop":null,"site_instances":null}',
      '{"name":"f","owner":null,"location":"north","profile":"","os_family":" unknown ","os_memory":2000.5,"os.desktop":true,"site_instances":7}',
      '{"name":"g","owner":null,"location":"north","profile":"","os_family":"","os_memory":16.5,"os.desktop":true,"site_instances":7}',
    ];
    write('rows.ndjson', `${lines.join('\n')}\n`);
    write('north.yaml', 'advise: 1\nfacts: { state: { kind: one-writer } }\n');
    await copyToParquet(folder, 'rows.ndjson', 'rows.parquet');
    const compare = async (line: string, files: readonly string[], code = 0) => {
      const said = [];
      for (const kind of ['ndjson', 'parquet']) {
        const text = await advise(`fleet ${line}`.replaceAll('KIND', kind), code);
        said.push(text.replaceAll(`${kind}-`, '').replaceAll(`rows.${kind}`, 'rows'));
      }
      expect(said[1]).toBe(said[0]);
      for (const name of files)
        expect(read(`parquet-${name}`).replaceAll('rows.parquet', 'rows.ndjson')).toBe(
          read(`ndjson-${name}`),
        );
    };
    await compare('assess rows.KIND -o KIND-r.csv', ['r.csv'], 2);
    const kept = '--rejects KIND-no.csv -o KIND-r.ndjson';
    const files = ['no.csv', 'r.ndjson'];
    await compare(`assess rows.KIND ${kept} --carry owner,lost,location --with flips`, files);
    const named = '--profile n=north.yaml --key location,name --by location --summary KIND-s.json';
    await compare(`assess rows.KIND ${kept} ${named}`, [...files, 's.json']);
    await compare(`assess rows.KIND ${kept} --threads 2`, files);
    await compare(`assess rows.KIND ${kept} --fail-fast`, [], 2);
    await compare(`vectors rows.KIND ${kept}`, files);
  });

  it('may hold whole workloads', async () => {
    const facts = '"facts":{"os":{"family":"windows"}}';
    write('rows.ndjson', `{"advise":1,"name":"a",${facts}}\n{"advise":1,"name":"b",${facts}}\n`);
    await copyToParquet(folder, 'rows.ndjson', 'rows.parquet');
    await advise('fleet assess rows.ndjson -o r.ndjson');
    await advise('fleet assess rows.parquet -o s.ndjson');
    expect(read('s.ndjson')).toBe(read('r.ndjson'));
    expect(read('s.ndjson').split('\n')).toHaveLength(3);
  });

  it('has rows that are rejected where a value holds what stands between values', async () => {
    const lines = [
      '{"name":"a","os_family":"linux\\u001f","os_memory":2}',
      '{"name":"b","os_family":"linux","os_memory":2}',
    ];
    write('rows.ndjson', `${lines.join('\n')}\n`);
    await copyToParquet(folder, 'rows.ndjson', 'rows.parquet');
    expect(await advise('fleet assess rows.parquet -o r.ndjson --rejects no.csv')).toContain(
      '2 rows read, 1 judged, 1 rejected',
    );
    expect(read('r.ndjson')).toMatch(/^\{"name":"b",.*\}\n$/);
    expect(read('no.csv')).toContain(',1,a value holds the character U+001F\n');
  });

  it('is kept as far as it came where somebody stops the run', async () => {
    const { world, stderr } = createTestWorld({ folder, comesWith, duckDb: duckDbProject });
    const streams = await world.loadStreams();
    let stop: () => void = () => undefined;
    const stopped: typeof streams = {
      ...streams,
      onInterrupt: (act) => {
        stop = act;
        return () => undefined;
      },
      openChunks: async function* (_, signal) {
        await Promise.resolve();
        yield Buffer.from('{"name":"a","os_family":"linux"}\n{"name":"b","os_family":"linus"}\n');
        stop();
        signal.throwIfAborted();
      },
    };
    const argv =
      '--no-config fleet assess rows.ndjson -o r.parquet --rejects no.csv --systems s.parquet'.split(' ');
    expect(await main(argv, { ...world, loadStreams: () => Promise.resolve(stopped) })).toBe(130);
    expect(stderr()).toContain(
      'stopped: 2 rows read, 1 judged, 1 rejected; what was written so far is in r.parquet.part',
    );
    expect(readdirSync(folder).sort()).toEqual(['no.csv.part', 'r.parquet.part']);
    expect(await readParquet('r.parquet.part')).toMatch(/^\{"name":"a",.*\}\n$/);
  });

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
