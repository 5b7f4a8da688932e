import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildBinary } from '../../support/build-binary.ts';
import { howMany } from '../../support/how-many.ts';

// Runs that are killed at some moment, each a little later than the one before: what they were writing is
// there whole, or is as it was.

const project = fileURLToPath(new URL('../../../', import.meta.url));
const workload = 'advise: 1\nname: web\nfacts: { state: { kind: stateless } }\n';
const rows = 'name,os\nweb,linux\nerp,no-such-system\n';
const map = 'advise-map: 1\nname: name\nfacts:\n  os.family: os\n';
const runs = howMany(60);
let folder = '';
let work = '';

beforeAll(() => {
  buildBinary();
  folder = mkdtempSync(join(tmpdir(), 'advise-killed-'));
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'dist/cache'), { recursive: true });
});
beforeEach(() => {
  work = mkdtempSync(join(folder, 'work-'));
  writeFileSync(join(work, 'web.yaml'), workload);
  writeFileSync(join(work, 'rows.csv'), rows);
  writeFileSync(join(work, 'map.yaml'), map);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program, and kills it where a signal is given. */
function run(argv: readonly string[], kill?: { readonly signal: NodeJS.Signals; readonly after: number }) {
  const child = spawn(process.execPath, [join(folder, 'bin/advise.js'), ...argv], {
    cwd: work,
    stdio: 'ignore',
    env: { PATH: process.env.PATH },
  });
  const timer = kill && setTimeout(() => child.kill(kill.signal), kill.after);
  return new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

const writers = [
  { what: 'reports', argv: ['assess', 'web.yaml', '-o', 'out.json', '-o', 'out.md', '-o', 'out.html'] },
  { what: 'a record', argv: ['lock', 'web.yaml', '-o', 'out.lock.yaml'] },
  {
    what: 'a workload',
    argv: ['import', 'rows.csv', '--map', 'map.yaml', '--rejects', 'out.csv', '-o', 'out.yaml'],
  },
  {
    what: 'records of a fleet',
    argv: ['fleet', 'assess', 'rows.csv', '--map', 'map.yaml', '--rejects', 'out.csv', '-o', 'out.ndjson'],
  },
];

const listOutputs = (): string[] => readdirSync(work).filter((name) => name.startsWith('out.'));
const listLeftovers = (): string[] => listOutputs().filter((name) => name.endsWith('.tmp'));
const readOutputs = (): Record<string, string> =>
  Object.fromEntries(
    listOutputs()
      // A fleet that Ctrl-C ends keeps its whole lines as a part, and says so.
      .filter((name) => !/\.(tmp|part)$/.test(name))
      .map((name) => [name, readFileSync(join(work, name), 'utf8')]),
  );

describe.each(writers)('$what, of which the writer is killed', ({ argv }) => {
  test.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)('by %s, are old or new, and whole', async (signal) => {
    const began = performance.now();
    await run(argv);
    const whole = performance.now() - began;
    const expected = readOutputs();
    expect(Object.keys(expected)).not.toEqual([]);
    let undisturbed = 0;
    for (let number = 0; number < runs; number++) {
      for (const name of Object.keys(expected)) writeFileSync(join(work, name), 'old');
      const after = (whole * 1.1 * number) / runs;
      if ((await run(argv, { signal, after })) !== null) undisturbed++;
      for (const [name, text] of Object.entries(readOutputs()))
        expect(['old', expected[name]]).toContain(text);
    }
    expect(undisturbed).toBeLessThan(runs);
    expect(listLeftovers().length).toBeLessThan(runs);
    await run(argv);
    expect(readOutputs()).toEqual(expected);
  });
});

describe('what a killed run leaves beside its file', () => {
  const argv = ['lock', 'web.yaml', '-o', 'out.lock.yaml'];
  const anHourAgo = new Date(Date.now() - 3_600_000);
  /** No process has this number: it is above what Linux gives. */
  const gone = 4_194_305;

  test('is removed by the next that writes it', async () => {
    const leftover = join(work, `out.lock.yaml.${gone}.tmp`);
    writeFileSync(leftover, 'half');
    utimesSync(leftover, anHourAgo, anHourAgo);
    expect(await run(argv)).toBe(0);
    expect(listOutputs()).toEqual(['out.lock.yaml']);
  });

  test.each([
    { what: 'of a process that runs', name: `out.lock.yaml.${process.pid}.tmp`, old: true },
    { what: 'that is new', name: `out.lock.yaml.${gone}.tmp`, old: false },
    { what: 'of another file', name: `out.json.${gone}.tmp`, old: true },
    { what: 'that only looks like it', name: 'out.lock.yaml.tmp', old: true },
  ])('stays where it is one $what', async ({ name, old }) => {
    writeFileSync(join(work, name), 'half');
    if (old) utimesSync(join(work, name), anHourAgo, anHourAgo);
    expect(await run(argv)).toBe(0);
    expect(listOutputs().sort()).toEqual(['out.lock.yaml', name].sort());
  });
});

test.each(writers)('of two that write $what at once, either is there whole', async ({ argv }) => {
  await run(argv);
  const expected = readOutputs();
  for (let number = 0; number < Math.ceil(runs / 12); number++) {
    for (const name of Object.keys(expected)) rmSync(join(work, name));
    const [one, other] = await Promise.all([0, 1].map(() => run(argv)));
    expect(one).toBe(other);
    expect(readOutputs()).toEqual(expected);
    expect(listLeftovers()).toEqual([]);
  }
});

test('compiled code of a killed run is of no use to nobody, and gone when some is kept', async () => {
  const cache = join(folder, 'dist/cache');
  for (let number = 0; number < runs; number++) {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache);
    await run(['assess', 'web.yaml', '-o', 'out.json'], {
      signal: 'SIGKILL',
      after: 40 + (200 * number) / runs,
    });
    expect(await run(['assess', 'web.yaml', '-o', 'out.json'])).toBe(0);
  }
  const [kept = ''] = readdirSync(cache);
  writeFileSync(join(cache, `${kept}.4194305`), 'half');
  rmSync(join(cache, kept));
  expect(await run(['assess', 'web.yaml'])).toBe(0);
  expect(readdirSync(cache)).toEqual([kept]);
  expect(statSync(join(cache, kept)).size).toBeGreaterThan(1000);
});
