import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  linkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildBinary } from '../../support/build-binary.ts';
import { runBinary, runShell } from '../../support/run-binary.ts';

// Files of --output on a real file system.

const workload = 'advise: 1\nname: web\nfacts: { state: { kind: stateless } }\n';
let folder = '';

beforeAll(buildBinary);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advise-output-'));
  writeFileSync(join(folder, 'web.yaml'), workload);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (...outputs: string[]) =>
  runBinary(['assess', 'web.yaml', ...outputs.flatMap((output) => ['-o', output])], { cwd: folder });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('a file of --output', () => {
  test('is written in every format at once', async () => {
    const { stderr, code } = await write('a.json', 'a.md', 'a.html');
    expect(stderr).toBe('advise: wrote a.json\nadvise: wrote a.md\nadvise: wrote a.html\n');
    expect(code).toBe(0);
    expect(JSON.parse(read('a.json'))).toMatchObject({ schemaVersion: 1 });
    expect(read('a.md')).toMatch(/^---\nstatus: proposed\ndate:\ndecision-makers:\n---\n\n# /);
    expect(read('a.html')).toMatch(/^<!doctype html>\n<html lang="en">[\s\S]*<\/html>\n$/);
  });

  test('is the same to the byte when it is written again', async () => {
    await write('a.md', 'a.html');
    const before = [read('a.md'), read('a.html')];
    await write('a.md', 'a.html');
    expect([read('a.md'), read('a.html')]).toEqual(before);
  });

  test('stays as it was where there is no room for the new one', async () => {
    writeFileSync(join(folder, 'a.html'), 'old');
    const line = 'ulimit -f 8; $advise assess web.yaml -o a.html';
    const { stderr, code } = await runShell(line, { cwd: folder });
    expect(stderr).toMatch(/^a\.html: cannot be written: /m);
    expect(code).toBe(2);
    expect(read('a.html')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['a.html', 'web.yaml']);
  });

  test.each([
    ['a pipe', 'mkfifo a.md'],
    ['a link to a device', 'ln -s /dev/null a.md'],
  ])('cannot be %s, which would become a file', async (_, make) => {
    const { stderr, code } = await runShell(`${make}; $advise assess web.yaml -o a.md`, { cwd: folder });
    expect(stderr).toBe('advise: --output a.md: this is a pipe or a device, not a file\n');
    expect(code).toBe(2);
    expect(statSync(join(folder, 'a.md')).isFile()).toBe(false);
  });

  test('keeps its permissions', async () => {
    writeFileSync(join(folder, 'a.md'), 'old');
    chmodSync(join(folder, 'a.md'), 0o640);
    await write('a.md');
    expect(read('a.md')).toMatch(/^---\n/);
    expect(statSync(join(folder, 'a.md')).mode & 0o777).toBe(0o640);
  });

  test.each([
    ['to a file', 'old'],
    ['to nothing yet', undefined],
  ])('that is a link %s stays one', async (_, before) => {
    if (before !== undefined) writeFileSync(join(folder, 'target.md'), before);
    symlinkSync('target.md', join(folder, 'link.md'));
    expect((await write('link.md')).code).toBe(0);
    expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true);
    expect(read('target.md')).toMatch(/^---\n/);
  });

  test.each([
    ['a link to it', symlinkSync],
    ['another name of it', linkSync],
  ])('is never an input, not by %s either', async (_, link) => {
    link(join(folder, 'web.yaml'), join(folder, 'other.md'));
    const { stderr, code } = await write('other.md');
    expect(stderr).toBe('advise: --output other.md: it is read by this run, and would be lost\n');
    expect(code).toBe(2);
    expect(read('web.yaml')).toBe(workload);
  });
});
