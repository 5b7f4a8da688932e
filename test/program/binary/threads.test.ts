import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startThread } from '../../../src/start-thread.ts';
import { buildBinary } from '../../support/build-binary.ts';
import { runBinary, runShell } from '../../support/run-binary.ts';

// Threads as the built program starts them: of files that are several pieces long.

let folder = '';
const families = ['linux', 'windows', 'linus', 'linux|windows', ''];

beforeAll(() => {
  buildBinary();
  folder = mkdtempSync(join(tmpdir(), 'advise-threads-'));
  const lines = Array.from({ length: 40_000 }, (_, row) =>
    JSON.stringify({ name: `w${row}`, os_family: families[row % 5], hardware_memory: 1 + (row % 900) }),
  );
  writeFileSync(join(folder, 'estate.ndjson'), lines.join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('threads write the bytes that one writes', async () => {
  const assess = (threads: string, name: string) =>
    runBinary(
      [
        ...['fleet', 'assess', 'estate.ndjson', '-f', 'json', '--threads', threads],
        ...['-o', `${name}.ndjson`, '--rejects', `${name}.csv`],
      ],
      { cwd: folder },
    );
  const [alone, shared] = [await assess('1', 'alone'), await assess('3', 'shared')];
  expect(alone.stderr).toContain('40000 rows read, 32000 judged, 8000 rejected');
  expect(shared).toEqual({ ...alone, stderr: alone.stderr.replaceAll('alone', 'shared') });
  expect(read('shared.ndjson')).toBe(read('alone.ndjson'));
  expect(read('shared.csv')).toBe(read('alone.csv'));
});

test('Ctrl-C ends all of them, with whole lines and what became of them', async () => {
  const { stderr, stdout } = await runShell(
    `tail -n +1 -f estate.ndjson | timeout --preserve-status --foreground -s INT 3 $advise fleet assess - --threads 2 -o cut.ndjson; echo $?`,
    { cwd: folder },
  );
  expect(stdout.trim().split('\n').pop()).toBe('130');
  expect(stderr).toMatch(/^advise: stopped: \d+ rows read, \d+ judged, \d+ rejected; .* cut\.ndjson\.part$/m);
  expect(readdirSync(folder).filter((name) => name.startsWith('cut.'))).toEqual(['cut.ndjson.part']);
  const judged = /(\d+) judged/.exec(stderr)?.[1];
  const lines = read('cut.ndjson.part').split('\n');
  expect(lines.pop()).toBe('');
  expect(String(lines.length)).toBe(judged);
  for (const line of lines) JSON.parse(line);
});

describe('a thread that fails is told of, not waited for', () => {
  test.each([
    { how: 'throws', code: "throw new Error('out of luck')", says: 'out of luck' },
    { how: 'ends', code: 'process.exit(3)', says: 'a thread ended, with 3' },
  ])('where it $how', async ({ code, says }) => {
    const file = join(folder, 'thread.cjs');
    writeFileSync(file, code);
    const thread = startThread(file, undefined);
    await expect(thread.hear()).rejects.toThrow(says);
    await expect(thread.hear()).rejects.toThrow(says);
  });
});
