import { describe, expect, it } from 'vitest';
import { numberStatements } from '../../../src/fleet/fact-codes.ts';
import type { FleetRow } from '../../../src/fleet/fleet-row.ts';
import { openJsonRows } from '../../../src/fleet/json-rows.ts';
import { streamBlocks } from '../../../src/fleet/stream-lines.ts';
import { layProfiles } from '../../../src/fleet/profile-layers.ts';
import { columnOf } from '../../../src/import/table/plain-map.ts';
import { howMany } from '../../support/how-many.ts';
import { loadRules } from '../../support/load-rules.ts';
import { type Random, seedRandom } from '../../support/random-values.ts';
import { makeStatements } from '../../support/random-workload.ts';

// Most lines are read by their bytes, without JSON being parsed; what comes of them must be what parsing gives.

const ready = loadRules();
const profile = [...makeStatements(ready, seedRandom(1)).values()];
const codes = numberStatements(ready.model);
const profiles = layProfiles(ready, codes, [], new Map([['site', profile]]));
const carry = ['owner', 'os_family'];

async function readRows(text: string | Uint8Array, size = 64): Promise<FleetRow[]> {
  const bytes = Buffer.from(text);
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  };
  const source = openJsonRows(streamBlocks(chunks(), 'rows'), 'rows', ready.rulebook, profiles, {
    carry,
    by: 'location',
  });
  const rows: FleetRow[] = [];
  for await (const batch of source.batches) rows.push(...batch);
  return rows;
}

/** The same line with a map in it, which nobody asks for: such lines are parsed. */
function forceParsing(line: string): string {
  return line.replace(/\}(\s*)$/, ',"nested":{}}$1');
}

async function readBoth(lines: readonly string[], end = '\n') {
  const [flat, parsed] = [lines, lines.map(forceParsing)].map((each) => each.join(end));
  return { flat: await readRows(flat ?? '', 1000), parsed: await readRows(parsed ?? '', 1000) };
}

describe('a line that is read by its bytes comes out as one that is parsed', () => {
  it.each([
    ['a text with an escape', '{"name":"a\\u00e4b\\n","os_family":"linux"}'],
    ['a value with an escape', '{"name":"a","os_family":"\\u006cinux"}'],
    ['characters of two, three and four bytes', '{"name":"ä€😀","os_family":"linux","größe":"😀"}'],
    ['blanks wherever they may be', '{ "name" : "a" , "os_family" :\t"linux" } '],
    ['numbers', '{"name":7,"hardware_memory":4,"note":-1.5e3}'],
    [
      'a number that begins as another one',
      '{"name":"a","hardware_memory":4}\n{"name":"b","hardware_memory":40}',
    ],
    ['a number as a text, with a unit', '{"name":"a","hardware_memory":"4 GiB"}'],
    ['yes and true', '{"name":"a","package_self_updates":true}\n{"name":"b","package_self_updates":"yes"}'],
    ['null and an empty text', '{"name":"a","os_family":null,"os_release":""}'],
    ['a list', '{"name":"a","os_family":["linux","windows"],"tags":["]","x"]}'],
    ['several values in a text', '{"name":"a","os_family":"linux|windows"}'],
    ['what is only likely', '{"name":"a","likely:os_family":"linux"}'],
    [
      'a fact that is said for certain and as likely',
      '{"name":"a","os_family":"linux|windows","likely:os_family":"linux"}',
    ],
    ['a profile', '{"os_family":"linux","profile":"site","name":"a"}'],
    ['what is carried and counted by', '{"name":"a","location":"x","os_family":"linux","owner":["me",1]}'],
    ['names of objects', '{"name":"a","__proto__":"x","constructor":"y","toString":1}'],
    ['a tilde and a bar in a name', '{"name":"a~b|c","os_family":"linux"}'],
    ['a slash that is escaped', '{"name":"a\\/b","path":"C:\\\\x"}'],
  ])('%s', async (_, text) => {
    const lines = text.split('\n');
    // Twice: what was seen before is known.
    const { flat, parsed } = await readBoth([...lines, ...lines]);
    expect(flat).toEqual(parsed);
    expect(flat.map(({ is }) => is)).not.toContain('rejected');
  });

  it.each([
    ['no JSON', '{"name":"a",}', 'not valid JSON'],
    ['no JSON behind it', '{"name":"a"} x', 'not valid JSON'],
    ['two records', '{"name":"a"}{"name":"b"}', 'not valid JSON'],
    ['a text with a raw tab', '{"name":"a","note":"\t"}', 'not valid JSON'],
    ['NUL', '{"name":"a\u0000"}', 'not valid JSON'],
    ['an escape that is none', '{"name":"a","note":"\\x41"}', 'not valid JSON'],
    ['half an escape', '{"name":"a","note":"\\u00"}', 'not valid JSON'],
    ['a number that is none', '{"name":"a","note":01}', 'not valid JSON'],
    ['a word that is none', '{"name":"a","note":nil}', 'not valid JSON'],
    ['a list', '["a"]', 'not a JSON object'],
    ['a key twice', '{"name":"a","note":1,"note":2}', 'a key stands twice'],
    ['a key twice, spelled in two ways', '{"name":"a","note":1,"n\\u006fte":2}', 'a key stands twice'],
    ['a fact twice', '{"name":"a","os_family":"linux","os.family":"linux"}', 'os.family is said twice'],
    ['no name', '{"os_family":"linux"}', 'a record without a name'],
    ['a name of nothing', '{"name":null,"os_family":"linux"}', 'a record without a name'],
    ['no such profile', '{"name":"a","profile":"sit"}', 'no profile is called so; did you mean site?'],
  ])('%s is rejected', async (_, line, reason) => {
    const good = '{"name":"a","os_family":"linux"}';
    const rows = await readRows([good, line, good, line].join('\n'));
    expect(rows.map((row) => (row.is === 'rejected' ? `${row.line} ${row.reason}` : row.is))).toEqual([
      'plain',
      expect.stringContaining(reason),
      'plain',
      expect.stringContaining(reason),
    ]);
  });

  it('whatever stands in it', async () => {
    const random = seedRandom(20261129);
    const lines = Array.from({ length: howMany(300) }, (_, index) => drawLine(random, index));
    const { flat, parsed } = await readBoth(lines);
    expect(flat).toEqual(parsed);
  });
});

describe('lines', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `{"name":"w${index}ä😀","os_family":"linux"}`);

  it.each([1, 2, 3, 7, 64, 4096])('are whole, however they come: %d bytes at a time', async (size) => {
    const rows = await readRows(lines.join('\n'), size);
    expect(rows.map((row) => (row.is === 'rejected' ? row.reason : row.is === 'plain' && row.name))).toEqual(
      lines.map((_, index) => `w${index}ä😀`),
    );
  });

  it.each([
    ['a byte order mark', `\ufeff${lines.join('\n')}`],
    ['an end behind the last', `${lines.join('\n')}\n`],
    ['ends of two characters', lines.join('\r\n')],
    ['empty lines', lines.join('\n\n\r\n')],
  ])('may have %s', async (_, text) => {
    expect(await readRows(text)).toEqual(await readRows(lines.join('\n')));
  });
});

describe('a second file', () => {
  it('is read by its own columns, whatever the first one had in their places', async () => {
    const [one, other] = [
      '{"name":"a","package_self_updates":"yes","os_family":"linux"}',
      '{"name":"a","os_family":"linux","package_self_updates":"yes"}',
    ];
    const [first, second] = [await readRows(one), await readRows(other)];
    expect(second).toEqual(first);
  });
});

/** A record with keys in any order, blanks here and there, and values as texts, numbers or lists. */
function drawLine(random: Random, index: number): string {
  const facts = [...makeStatements(ready, random).values()].map(({ fact, values }) => {
    const single = values?.length === 1 ? values[0] : undefined;
    const value = values === null ? 'unknown' : (single ?? (random.chance(0.5) ? values : values.join('|')));
    return [columnOf({ id: fact }), value] as const;
  });
  const others = [
    ['name', `w${index}`],
    ['location', random.pick(['north', 'süd', 3])],
    ['profile', random.pick(['', 'site'])],
    ['owner', random.pick(['me', null, 'a "b"'])],
    ['serial', index],
  ] as const;
  const blank = () => (random.chance(0.1) ? ' ' : '');
  const pairs = [...facts, ...others]
    .map((pair) => ({ pair, place: random.below(1000) }))
    .sort((one, other) => one.place - other.place)
    .map(
      ({ pair: [key, value] }) => `${blank()}"${key}"${blank()}:${blank()}${JSON.stringify(value)}${blank()}`,
    );
  return `{${pairs.join(',')}}`;
}
