import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { columnOf } from '../../src/import/table/plain-map.ts';
import { createTestWorld } from '../support/create-test-world.ts';
import { howMany } from '../support/how-many.ts';
import { loadSmallRulebook } from '../support/load-small-rulebook.ts';
import { type Random, seedRandom } from '../support/random-values.ts';
import { makeStatements } from '../support/random-workload.ts';

// How many threads judge the rows of a fleet changes no byte of what it says and writes.

const ready = loadSmallRulebook();
const rulebook = new URL('../support/small-rulebook', import.meta.url).pathname;

/** A row, wrong in one of seven ways now and then, or a document with waivers or parts. */
function makeLine(random: Random, row: number): string {
  const facts = [...makeStatements(ready, random).values()].map(({ fact, values }): [string, string] => [
    columnOf({ id: fact }),
    values === null ? 'unknown' : values.join('|'),
  ]);
  const label = {
    name: `w${row % 50}`,
    owner: random.pick(['a', 'b', 'c']),
    system: random.pick(['', 'shop', 'mail']),
  };
  const flat = { ...label, ...Object.fromEntries(facts) };
  if (random.chance(0.1)) return random.pick(['', ' ', '{', '[]', '{"name":"x","os_family":"linus"}']);
  if (random.chance(0.1))
    return JSON.stringify({ ...label, advise: 1, facts: { os: { family: 'windows' } }, waivers: [waiver] });
  return JSON.stringify(flat);
}

const waiver = { rule: 'needs-windows', because: 'it is tried', until: '2027-06-30' };

const runs = [
  { name: 'records', argv: ['-f', 'ndjson', '-q'] },
  {
    name: 'everything',
    argv: [
      ...[
        '-o',
        'records.csv',
        '-o',
        'records.ndjson',
        '--rejects',
        'rejects.csv',
        '--systems',
        'systems.ndjson',
      ],
      ...['--summary', 'fleet.json', '--by', 'owner', '--carry', 'owner', '--with', 'flips,hinges'],
      ...[
        '--waivers',
        'waivers.yaml',
        '--max-none',
        '0',
        '--ignore-columns',
        '--profile',
        'north=north.yaml',
      ],
    ],
  },
  { name: 'the first row that is wrong', argv: ['-f', 'ndjson', '--fail-fast'] },
];

async function run(argv: readonly string[], text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'advise-share-'));
  try {
    writeFileSync(join(folder, 'more.ndjson'), text.replaceAll('"w', '"v'));
    writeFileSync(join(folder, 'north.yaml'), 'advise: 1\nfacts: { os: { family: windows } }\n');
    writeFileSync(
      join(folder, 'waivers.yaml'),
      `advise: 1\nwaivers:\n  - ${JSON.stringify({ name: 'w7', ...waiver })}\n`,
    );
    // Standard input comes in pieces of a few bytes, so that every line goes to another thread.
    const { world, stdout, stderr } = createTestWorld({ folder, stdin: Buffer.from(text) });
    const command = ['fleet', 'assess', '-', 'more.ndjson', '--rules', rulebook, ...argv];
    const code = await main(command, world);
    const written = argv.filter((_, index) =>
      /^(-o|--rejects|--systems|--summary)$/.test(argv[index - 1] ?? ''),
    );
    const files = written.map((name) => readFileSync(join(folder, name), 'utf8'));
    return { code, stdout: stdout(), stderr: stderr(), files };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each(runs)('threads say the same: $name', ({ argv }) => {
  it.each(Array.from({ length: howMany(10) }, (_, seed) => seed))('rows drawn by %d', async (seed) => {
    const random = seedRandom(seed);
    const lines = Array.from({ length: 60 }, (_, row) => makeLine(random, row));
    const text = `${random.chance(0.3) ? '\ufeff' : ''}${lines.join(random.pick(['\n', '\r\n']))}`;
    const alone = await run(argv, text);
    expect(alone.stdout + alone.stderr + alone.files.join('')).not.toBe('');
    for (const threads of ['2', '5'].slice(seed % 2))
      expect(await run([...argv, '--threads', threads], text)).toEqual(alone);
  });
});

describe('rows that cannot be shared out', () => {
  it('are those of CSV', async () => {
    const { code, stderr } = await run(['--threads', '2'], 'name,os_family\nweb,linux\n');
    expect(stderr).toContain('(stdin): --threads shares out lines of NDJSON, and this is none');
    expect(code).toBe(2);
  });
  it.each(['0', '65', 'all', '1.5'])('are as many as %s says', async (threads) => {
    const { code, stderr } = await run(['--threads', threads], '{"name":"web"}\n');
    expect(stderr).toContain('It takes a number from 1 to 64.');
    expect(code).toBe(2);
  });
});
