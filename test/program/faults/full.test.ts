import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { binary, buildBinary } from '../../support/build-binary.ts';

// Places on which there is no room: the limit of a process on the size of files (ulimit -f) stands for a full
// disk, since it fails in the same place, a write that was begun. What was there stays as it was, nothing half
// written lies beside it, and the exit code is that of no advice.

const writeRows = (good: boolean): string =>
  `name,os\n${Array.from({ length: 400 }, (_, row) => `web-${row},${row % 2 || good ? 'linux' : 'odd'}\n`).join('')}`;
let folder = '';
let work = '';

beforeAll(() => {
  buildBinary();
  folder = mkdtempSync(join(tmpdir(), 'advise-full-'));
});
beforeEach(() => {
  work = mkdtempSync(join(folder, 'work-'));
  writeFileSync(join(work, 'web.yaml'), 'advise: 1\nname: web\nfacts: { state: { kind: stateless } }\n');
  writeFileSync(join(work, 'rows.csv'), writeRows(false));
  writeFileSync(join(work, 'good.csv'), writeRows(true));
  writeFileSync(
    join(work, 'map.yaml'),
    'advise-map: 1\nname: name\nfacts:\n  os.family: { column: os, when: { linux: [linux] } }\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program, no file that it writes being longer than some blocks of a kilobyte. */
function run(argv: readonly string[], blocks: number) {
  const line = `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`;
  const child = spawnSync('bash', ['--norc', '-c', line, 'bash', process.execPath, binary, ...argv], {
    cwd: work,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NODE_DISABLE_COMPILE_CACHE: '1' },
  });
  return { code: child.status, said: child.stderr };
}

const writers = [
  { what: 'a report', argv: ['assess', 'web.yaml', '-o', 'out.html'], blocks: [0, 1, 20] },
  {
    what: 'the second of two',
    argv: ['assess', 'web.yaml', '-o', 'out.csv', '-o', 'out.html'],
    blocks: [0, 8],
  },
  { what: 'a record', argv: ['lock', 'web.yaml', '-o', 'out.lock.yaml'], blocks: [0] },
  {
    what: 'a workload',
    argv: ['import', 'good.csv', '--map', 'map.yaml', '-o', 'out.ndjson'],
    blocks: [0, 4],
  },
  {
    what: 'rows of a fleet',
    argv: ['fleet', 'assess', 'rows.csv', '--map', 'map.yaml', '-o', 'out.ndjson'],
    blocks: [0, 4],
  },
  {
    what: 'rejected rows',
    argv: ['fleet', 'assess', 'rows.csv', '--map', 'map.yaml', '-f', 'ndjson', '--rejects', 'out.csv'],
    blocks: [0, 2],
  },
];

describe.runIf(process.platform !== 'win32').each(writers)(
  'where there is no room for $what',
  ({ argv, blocks }) => {
    const outputs = argv.filter((word) => word.startsWith('out.'));

    test.each(blocks)('but %d kilobytes, what was there stays, and it is said', (room) => {
      for (const name of outputs) writeFileSync(join(work, name), 'old');
      const before = readdirSync(work);
      const { code, said } = run(argv, room);
      expect(code, said).toBe(2);
      expect(said).toMatch(/out\.[a-z.]+: |out\.[a-z.]+ cannot/);
      expect(said).not.toContain('this is a bug');
      expect(readdirSync(work)).toEqual(before);
      const last = outputs.at(-1) ?? '';
      expect(readFileSync(join(work, last), 'utf8')).toBe('old');
    });
  },
);
