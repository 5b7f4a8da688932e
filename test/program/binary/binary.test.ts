import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import type { Result } from '../../../src/advice/result.ts';
import { formats } from '../../../src/render/render.ts';
import { binary, buildBinary } from '../../support/build-binary.ts';
import { runBinary, runShell } from '../../support/run-binary.ts';
import { smallRulebook } from '../../support/load-small-rulebook.ts';

// What only the real, built process can show: bundling, streams, exit codes and time.

let folder = '';

beforeAll(() => {
  buildBinary();
  folder = mkdtempSync(join(tmpdir(), 'advise-binary-'));
  writeFileSync(join(folder, 'web.yaml'), 'advise: 1\nname: web\nfacts: { state: { kind: stateless } }\n');
  writeFileSync(join(folder, 'many.yaml'), '---\nadvise: 1\n'.repeat(60));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runHere = (...argv: string[]) => runBinary(argv, { cwd: folder });

describe('a run', () => {
  test('prints text without colour into a pipe, and nothing else', async () => {
    const { stdout, stderr, code } = await runHere('assess', 'web.yaml');
    expect(stdout).toMatch(/^web → /);
    // eslint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/\u001b/);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('prints JSON', async () => {
    const { stdout, code } = await runHere('assess', 'web.yaml', '-f', 'json');
    const result = JSON.parse(stdout) as Result;
    expect(result.tool.version).toBe(manifest.version);
    expect(result.results[0]?.workload).toEqual({ name: 'web', file: 'web.yaml' });
    expect(code).toBe(0);
  });

  test('reads standard input, however slowly it comes', async () => {
    const input = ['advise: 1\n', 'na', 'me: piped\n'];
    const { stdout, code } = await runBinary(['assess', '-'], { cwd: folder, input });
    expect(stdout).toMatch(/^piped → /);
    expect(code).toBe(0);
  });

  test('works through a link from another folder, as package managers make it', async () => {
    symlinkSync(binary, join(folder, 'advise'));
    const { stdout, code } = await runShell('./advise --version', { cwd: folder });
    expect(stdout).toBe(`${manifest.version}\n`);
    expect(code).toBe(0);
  });

  test('loads what is rarely used, from whatever folder', async () => {
    const docs = await runHere('rules', 'docs');
    expect(docs.stdout).toMatch(/^# The rulebook default\n/);
    const junit = await runHere('rules', 'test', 'appliance', '-f', 'junit');
    expect(junit.stdout).toMatch(/^<\?xml .*\n<testsuites name="advise rules test" tests="1" failures="0"/);
    const diff = await runHere('rules', 'diff', 'default', 'default');
    expect(diff.stdout).toContain('Workloads: none of ');
    expect([docs, junit, diff].map(({ code, stderr }) => `${code} ${stderr}`)).toEqual(['0 ', '0 ', '0 ']);
  });

  test('writes a file whole, and leaves nothing beside it', async () => {
    const { code } = await runHere('init', 'new.yaml', '--quiet');
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'new.yaml'), 'utf8')).toMatch(/^name: new$/m);
    expect(readdirSync(folder).filter((name) => name.includes('new'))).toEqual(['new.yaml']);
  });

  test('knows every schema', async () => {
    for (const of of ['workload', 'profile', 'rulebook', 'result']) {
      const { stdout, code } = await runHere('schema', of);
      expect(JSON.parse(stdout)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
      expect(code).toBe(0);
    }
  });

  test('judges by a rulebook in a folder', async () => {
    const { stdout, code } = await runHere('assess', 'web.yaml', '--rules', smallRulebook, '-f', 'json');
    expect((JSON.parse(stdout) as Result).rulebooks[0]?.name).toBe('small');
    expect(code).toBe(0);
  });
});

describe.each(formats)('-f %s', (format) => {
  test.each([
    { gates: [], ends: 0 },
    { gates: ['--expect', 'none'], ends: 1 },
  ])('ends with $ends for the gates $gates, as every format', async ({ gates, ends }) => {
    const { stdout, code } = await runHere('assess', 'web.yaml', '-f', format, ...gates);
    expect(code).toBe(ends);
    expect(stdout).toMatch(/[^\n]\n$/);
    // eslint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/\u001b/);
  });

  test('uses no colour where colour was asked for, unless it is text', async () => {
    const { stdout } = await runHere('assess', 'web.yaml', '-f', format, '--color');
    expect(stdout.includes('\u001b')).toBe(format === 'text');
  });
});

describe('a refusal', () => {
  test.each([
    ['a flag', ['assess', 'web.yaml', '--frob'], /^advise: unknown option '--frob'/],
    ['a missing file', ['assess', 'missing.yaml'], /^missing\.yaml: no such file\n$/],
    ['a missing rulebook', ['assess', 'web.yaml', '--rules', 'missing'], /^missing: no such file\n$/],
    [
      'a rulebook in one file that extends nothing',
      ['assess', 'web.yaml', '--rules', 'web.yaml'],
      /^web\.yaml: a rulebook in one file must say what it extends/,
    ],
    ['a rulebook that is empty', ['facts', '--rules', '.'], /^\.: the rulebook has no rulebook\.yaml\n/],
  ])('of %s says so, and nothing of a bug', async (_, argv, message) => {
    const { stdout, stderr, code } = await runHere(...argv);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/bug|^ {4}at /m);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('reaches a shell as exit code 2 even when nobody can read why', async () => {
    const { stdout, stderr, code } = await runShell('$advise assess missing.yaml 2>&-', { cwd: folder });
    expect({ stdout, stderr, code }).toEqual({ stdout: '', stderr: '', code: 2 });
  });
});

describe('pipes', () => {
  test('a large output arrives whole at a slow reader', async () => {
    const line = '$advise assess many.yaml -f json | (sleep 0.3; cat)';
    const { stdout, stderr } = await runShell(line, { cwd: folder });
    expect(stdout.length).toBeGreaterThan(500_000);
    expect((JSON.parse(stdout) as Result).results).toHaveLength(60);
    expect(stderr).toBe('');
  });

  test('a reader that leaves early ends it quietly', async () => {
    const { stderr, code } = await runBinary(['assess', 'many.yaml', '-f', 'json'], {
      cwd: folder,
      closeStdout: true,
    });
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });

  test.each(formats)('-f %s | head -1', async (format) => {
    const line = `$advise assess many.yaml -f ${format} | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await runShell(line, { cwd: folder });
    expect(stdout.split('\n').slice(1)).toEqual(['0', '']);
    expect(stdout).toMatch(/^\S/);
    expect(stderr).toBe('');
  });

  test('a tripped gate is told though nobody reads on', async () => {
    const line = '$advise assess many.yaml --all --expect vm 2>/dev/null | head -1; echo "${PIPESTATUS[0]}"';
    const { stdout } = await runShell(line, { cwd: folder });
    expect(stdout).toMatch(/\n1\n$/);
  });

  test.runIf(existsSync('/dev/full'))('a full disk is no advice', async () => {
    const { stderr, code } = await runShell('$advise assess web.yaml > /dev/full', { cwd: folder });
    expect(stderr).toMatch(/^advise: standard output cannot be written: .+\n$/);
    expect(code).toBe(2);
  });

  test.runIf(existsSync('/dev/full'))('messages on a full disk are no advice either', async () => {
    const { stdout, code } = await runShell('$advise assess missing.yaml 2> /dev/full', { cwd: folder });
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  });
});

describe('hostile input is refused before it takes much time', () => {
  // What a start takes is a fifth of a second. Counted is the program's own time, not that of a busy machine.
  const seconds = 3;
  const bomb = Array.from({ length: 9 }, (_, level) => {
    const before = level === 0 ? 'x' : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array<string>(9).fill(before).join(', ')}]\n`;
  });
  const inputs: [string, string][] = [
    ['an alias bomb', `advise: 1\n${bomb.join('')}`],
    ['200,000 aliases', `advise: 1\na: &a [x]\nname: [${'*a,'.repeat(200_000)}]\n`],
    ['20,000 levels of flow lists', `advise: 1\nfacts: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`],
    ['20,000 levels of flow maps', `advise: 1\nfacts: ${'{a: '.repeat(20_000)}${'}'.repeat(20_000)}\n`],
    ['20,000 levels of block lists', `advise: 1\nfacts:\n  ${'- '.repeat(20_000)}x\n`],
    [
      '1,000 levels of indentation',
      `advise: 1\nfacts:${Array.from({ length: 1000 }, (_, at) => `\n${' '.repeat(at + 1)}a:`).join('')} x\n`,
    ],
    ['20,000 levels of JSON', `{"advise":1,"facts":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
    ['brackets that are never closed', '['.repeat(500_000)],
    ['50 MB', `advise: 1\n${' '.repeat(50_000_000)}`],
    ['80,000 keys', `advise: 1\n${Array.from({ length: 80_000 }, (_, at) => `k${at}: v\n`).join('')}`],
    ['400,000 equal keys', `{${'a,'.repeat(400_000)}}`],
    [
      '35,000 unknown groups',
      `advise: 1\nfacts:\n${Array.from({ length: 35_000 }, (_, at) => `  os${at}: {}\n`).join('')}`,
    ],
    [
      '40,000 anchors',
      `advise: 1\nx:\n${Array.from({ length: 40_000 }, (_, at) => ` - &a${at} y\n - *a${at}\n`).join('')}`,
    ],
    ['60,000 documents', '---\nadvise: 1\n'.repeat(60_000)],
    ['150,000 tabs', '\t- a\n'.repeat(150_000)],
    ['a megabyte of zeros', '\0'.repeat(1_000_000)],
  ];

  test.each(inputs)('%s', async (_, text) => {
    writeFileSync(join(folder, 'hostile.yaml'), text);
    const line = `ulimit -t ${seconds}; $advise assess hostile.yaml`;
    const { stdout, stderr, code } = await runShell(line, { cwd: folder });
    expect(stderr).toMatch(/^hostile\.yaml/);
    expect(stderr).not.toMatch(/bug|Warning/);
    expect(stderr.split('\n').length).toBeLessThan(30);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  });
});
