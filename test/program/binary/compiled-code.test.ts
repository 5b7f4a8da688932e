import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildBinary } from '../../support/build-binary.ts';

// The compiled code that a run keeps for the next one: it must never be seen in what comes out.

const project = fileURLToPath(new URL('../../../', import.meta.url));
const workload = join(project, 'fixtures/payments-api.yaml');
let copy = '';
let cache = '';

beforeAll(() => {
  buildBinary();
  copy = mkdtempSync(join(tmpdir(), 'advise-compiled-'));
  cache = join(copy, 'dist/cache');
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(project, part), join(copy, part), { recursive: true });
});

beforeEach(() => rmSync(cache, { recursive: true, force: true }));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(argv: readonly string[] = ['assess', workload], env: Record<string, string> = {}) {
  const inherited = { ...process.env };
  delete inherited.NODE_DISABLE_COMPILE_CACHE;
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(copy, 'bin/advise.js'), ...argv], {
    encoding: 'utf8',
    env: { ...inherited, ...env },
  });
  return { stdout, stderr, status };
}

const listKept = (): string[] => readdirSync(cache);
const pathOfKept = (): string => join(cache, listKept()[0] ?? '');

describe('compiled code', () => {
  test('is kept by the second assessment, one file for this Node, and used as it is by the next', () => {
    const first = run();
    expect(first).toMatchObject({ stderr: '', status: 0 });
    expect(listKept()).toEqual([]);
    expect(run()).toEqual(first);
    expect(listKept()).toHaveLength(1);
    expect(listKept()[0]).toMatch(new RegExp(`^[0-9a-f]{16}-${process.version}-${process.arch}$`));
    const kept = readFileSync(pathOfKept());
    expect(run()).toEqual(first);
    expect(readFileSync(pathOfKept()).equals(kept)).toBe(true);
  });

  test('is not kept by other commands, which would not have compiled what matters', () => {
    expect(run(['--version']).status).toBe(0);
    expect(() => listKept()).toThrow(/ENOENT/);
  });

  test('is neither read nor written where Node was told to do without', () => {
    expect(run(undefined, { NODE_DISABLE_COMPILE_CACHE: '1' }).status).toBe(0);
    expect(() => listKept()).toThrow(/ENOENT/);
  });

  test.each<[string, (kept: Buffer) => Buffer]>([
    ['a bit is wrong', (kept) => flip(kept, kept.length >> 2)],
    ['it ends early', (kept) => kept.subarray(0, kept.length >> 1)],
    ['it is empty', () => Buffer.alloc(0)],
    ['it is something else', () => Buffer.from('nothing of the sort')],
    ['it is nothing but zeros', (kept) => Buffer.alloc(kept.length)],
  ])('is thrown away and made anew where %s', (_, damage) => {
    const good = run();
    run();
    const { length } = readFileSync(pathOfKept());
    const damaged = damage(readFileSync(pathOfKept()));
    writeFileSync(pathOfKept(), damaged);
    expect(run()).toEqual(good);
    const mended = readFileSync(pathOfKept());
    expect(mended.equals(damaged)).toBe(false);
    expect(Math.abs(mended.length - length)).toBeLessThan(length / 10);
    expect(run()).toEqual(good);
  });

  test('is done without where it cannot be written, and nothing is said of it', () => {
    const good = run();
    rmSync(cache, { recursive: true, force: true });
    writeFileSync(cache, 'in the way');
    expect(run()).toEqual(good);
    expect(readFileSync(cache, 'utf8')).toBe('in the way');
  });
});

function flip(kept: Buffer, at: number): Buffer {
  const flipped = Buffer.from(kept);
  flipped[at] = (flipped[at] ?? 0) ^ 0x5a;
  return flipped;
}
