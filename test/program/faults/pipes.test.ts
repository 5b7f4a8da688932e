import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binary, buildBinary } from '../../support/build-binary.ts';
import { howMany } from '../../support/how-many.ts';
import { skipWithout } from '../../support/skip-without.ts';

// Who reads the output may have had enough, or be slow; and places may be such that nothing can be written.
// Nothing is half written, nothing is said that helps nobody, and the exit code is that of the advice.

let folder = '';
beforeAll(() => {
  buildBinary();
  folder = mkdtempSync(join(tmpdir(), 'advise-pipes-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'web.yaml'), 'advise: 1\nname: web\nfacts: { state: { kind: stateless } }\n');
  const rows = Array.from({ length: 20_000 }, (_, row) => `{"name":"web-${row}","state.kind":"stateless"}\n`);
  writeFileSync(join(folder, 'rows.ndjson'), rows.join(''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes standard output one that does not wait, as programs that share a pipe may have left it. */
const unready = `perl -MFcntl -e 'fcntl(STDOUT, F_SETFL, O_NONBLOCK) or die; exec @ARGV'`;
const hasPerl = spawnSync('perl', ['-MFcntl', '-e', '1']).status === 0;

/**
 * Runs a line of bash in which `advise` is the program; the exit codes of its pipeline are the last line.
 * @param through what starts the program
 */
function runLine(line: string, through = '') {
  const script = `advise() { ${through} "${process.execPath}" "${binary}" "$@"; }\n${line}\necho; echo "\${PIPESTATUS[@]}"`;
  const child = spawnSync('bash', ['--norc', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
    maxBuffer: 2 ** 28,
  });
  return { said: child.stderr, wrote: child.stdout };
}

const commands = [
  { what: 'advice', line: 'advise assess web.yaml --all' },
  { what: 'a page', line: 'advise assess web.yaml -f html' },
  { what: 'the rulebook', line: 'advise rules docs' },
  { what: 'records of a fleet', line: 'advise fleet assess rows.ndjson -f ndjson --quiet' },
];

describe.each(commands)('of $what', ({ line }) => {
  test('a reader that has had enough ends the run without a word', () => {
    for (let number = 0; number < howMany(20); number++) {
      const { said, wrote } = runLine(
        `${line} | head -c ${1 + number * 50} > part.txt; code=\${PIPESTATUS[0]}; echo "code $code"`,
      );
      expect(wrote).toContain('code 0\n');
      expect(said).toBe('');
      expect(readFileSync(join(folder, 'part.txt'))).toHaveLength(1 + number * 50);
    }
  });

  test('a reader that is slow gets all of it', () => {
    runLine(`${line} > whole.txt`);
    runLine(`${line} | (sleep 1; head -c 100; sleep 1; cat) > slow.txt`);
    expect(readFileSync(join(folder, 'slow.txt'), 'utf8')).toBe(
      readFileSync(join(folder, 'whole.txt'), 'utf8'),
    );
  });

  test.runIf(hasPerl)('a pipe that does not wait gets all of it', () => {
    runLine(`${line} > whole.txt`);
    runLine(`${line} | (sleep 1; head -c 100; sleep 1; cat) > slow.txt`, unready);
    expect(readFileSync(join(folder, 'slow.txt'), 'utf8')).toBe(
      readFileSync(join(folder, 'whole.txt'), 'utf8'),
    );
  });
});

skipWithout(hasPerl, 'pipes that do not wait', 'perl is not there, with its Fcntl');

test('a file that is asked for is whole, though nobody reads what is printed', () => {
  runLine('advise assess web.yaml -f json -o whole.json > /dev/null');
  rmSync(join(folder, 'whole.json'), { force: true });
  runLine('advise assess web.yaml --all -o whole.json --quiet | true');
  expect(() => JSON.parse(readFileSync(join(folder, 'whole.json'), 'utf8')) as unknown).not.toThrow();
});

// Whoever may do anything may write anywhere: as that, the program is run as nobody in particular.
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

describe('in a folder that cannot be written', () => {
  beforeAll(() => {
    mkdirSync(join(folder, 'shut'));
    writeFileSync(join(folder, 'shut/old.json'), 'old');
    chmodSync(join(folder, 'shut'), 0o555);
    chmodSync(join(folder, 'shut/old.json'), 0o444);
  });

  const run = (...argv: string[]) =>
    spawnSync(process.execPath, [binary, ...argv], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
      ...(isRoot ? { uid: nobody, gid: nobody } : {}),
    });

  test.each([
    { what: 'a report', argv: ['assess', 'web.yaml', '-o', 'shut/out.json'] },
    { what: 'a report over another', argv: ['assess', 'web.yaml', '-o', 'shut/old.json'] },
    { what: 'a record', argv: ['lock', 'web.yaml', '-o', 'shut/out.lock.yaml'] },
    { what: 'a blank workload', argv: ['init', 'shut/out.yaml'] },
    { what: 'records of a fleet', argv: ['fleet', 'assess', 'rows.ndjson', '-o', 'shut/out.ndjson'] },
  ])('$what is refused with the file and why, exit code 2', ({ argv }) => {
    const { status, stderr } = run(...argv);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^.*shut\/(out|old)\.[a-z.]+.*no permission/m);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(join(folder, 'shut'))).toEqual(['old.json']);
    expect(readFileSync(join(folder, 'shut/old.json'), 'utf8')).toBe('old');
  });

  test('advice is given all the same, also where compiled code cannot be kept', () => {
    const { status, stdout, stderr } = run('assess', 'web.yaml');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^web → /);
    expect(existsSync(join(folder, 'shut/out.json'))).toBe(false);
  });
});
