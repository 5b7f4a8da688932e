import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/main.ts';
import { formats } from '../../../src/render/render.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { hostileWord, writeHostileProject } from '../../support/hostile-project.ts';

// A rulebook, workloads and names of files by somebody who means ill: whatever is run on them, nothing
// that drives a terminal, turns text around or forges a line comes out raw, on either stream.

const folder = mkdtempSync(join(tmpdir(), 'advise-hostile-'));
const { system, alone } = writeHostileProject(folder);
// The ways of others: what a Compose file calls its services, and what stands in it.
writeFileSync(
  join(folder, 'compose\u202e.yaml'),
  JSON.stringify({
    services: {
      'db\u202e': { image: `evil${hostileWord}/x`, 'x-odd\u009b': hostileWord },
      web: { image: 'nginx' },
    },
  }),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything dangerous but the end of a line. */
// eslint-disable-next-line no-control-regex
const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

/** The program of a page is our own, and has tabs. */
const ownScript = /<script>[\s\S]*?<\/script>/;

async function run(argv: readonly string[]): Promise<{ stdout: string; stderr: string; code: number }> {
  const { world, stdout, stderr } = createTestWorld({ folder });
  const code = await main([...argv, '--no-config'], world);
  return { code, stdout: stdout().replace(ownScript, ''), stderr: stderr() };
}

const rules = ['-r', 'rules'];
const books = ['rules', 'team.yaml'];
const gates = ['--expect', 'container', '--require', 'firm'];

const cases: readonly (readonly [code: number, ...argv: string[]])[] = [
  ...books.flatMap((book) =>
    formats.map((format): [number, ...string[]] => [1, 'assess', system, '-f', format, '-r', book, ...gates]),
  ),
  ...formats.map((format): [number, ...string[]] => [
    0,
    'assess',
    system,
    alone,
    '--all',
    '-f',
    format,
    ...rules,
  ]),
  ...formats.map((format): [number, ...string[]] => [
    2,
    ...['assess', alone, 'no\u202e.yaml', '-f', format, '--set', `os.family=${hostileWord}`, ...rules],
  ]),
  [0, 'assess', alone, '--all', ...rules],
  ...['text', 'json'].flatMap((format): [number, ...string[]][] => [
    ...['people-at-the-desktop', 'many-instances', 'vm.single'].map((id): [number, ...string[]] => [
      0,
      ...['why', id, system, '-f', format, ...rules],
    ]),
    [0, 'facts', '--unanswered', system, '-f', format, ...rules],
    [0, 'facts', '-f', format, '-r', 'team.yaml'],
    [0, 'facts', 'os.family', '-f', format, ...rules],
    [0, 'rules', 'list', '-f', format, '-r', 'team.yaml'],
    [0, 'rules', 'show', 'people-at-the-desktop', '-f', format, '-r', 'team.yaml'],
    [0, 'rules', 'diff', 'default', 'rules', alone, '-f', format],
    [0, 'rules', 'diff', 'rules', 'team.yaml', system, '-f', format, '-v'],
  ]),
  ...['text', 'json', 'sarif'].map((format): [number, ...string[]] => [
    0,
    ...['rules', 'lint', '--all', '-f', format, '-r', 'team.yaml'],
  ]),
  ...['text', 'json', 'junit'].map((format): [number, ...string[]] => [
    1,
    ...['rules', 'test', '-w', alone, '-v', '-f', format, ...rules],
  ]),
  [0, 'rules', 'docs', '-r', 'team.yaml'],
  [0, 'lock', system, ...rules],
  ...['text', 'json'].map((format): [number, ...string[]] => [
    0,
    ...['facts', '--search', 'desktop', '-f', format, ...rules],
  ]),
  [0, 'import', 'compose\u202e.yaml'],
  [0, 'import', 'compose\u202e.yaml', '-f', 'json'],
  [0, 'why', 'compose\u202e.yaml#db\u202e', 'os.family'],
  [2, 'import', 'no\u202e.yaml'],
  [2, 'rules', 'new', 'rule', `evil${hostileWord}`],
  ...['workload', 'profile', 'test', 'rulebook'].map((of): [number, ...string[]] => [
    0,
    'schema',
    of,
    ...rules,
  ]),
  [0, 'init', ...rules],
  [2, 'rules', 'show', 'no\u202e\u001b[2J', ...rules],
  [2, 'assess', 'no\u202e\u001b[2J', ...rules],
  [2, 'assess', `--no\u202e\u001b[2J`],
  [2, 'ask', `no\u202e\u001b[2J`],
  [2, 'init', alone, ...rules],
  [2, 'assess', alone, '-r', 'rules/no\u202e'],
  [2, 'assess', alone, '-o', 'no\u202e/x.txt', ...rules],
  [2, 'assess', alone, '--rules-digest', 'no\u202e', ...rules],
  [2, 'assess', alone, '--today', 'no\u202e', ...rules],
  [2, 'assess', alone, '--set', `os.\u202e=\u009b`, ...rules],
];

describe('what is hostile comes out safe', () => {
  it.each(cases.map(([code, ...argv]) => ({ code, argv, line: JSON.stringify(argv.join(' ')) })))(
    '$line',
    async ({ code, argv }) => {
      const ran = await run(argv);
      expect(raw.exec(ran.stdout)).toBeNull();
      expect(raw.exec(ran.stderr)).toBeNull();
      expect(ran.code).toBe(code);
      expect(ran.stdout + ran.stderr).toMatch(/\\u(202e|001b)|%E2%80%AE/i);
    },
  );

  it('with colour too: nothing but our own marks', async () => {
    const { stdout } = await run(['assess', system, '--all', '--color', ...rules]);
    expect(stdout).toContain('\u001b[1m');
    expect(raw.exec(stripVTControlCharacters(stdout))).toBeNull();
    expect(stdout).not.toContain('\u001b[2J');
  });
});
