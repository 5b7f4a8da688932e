import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { parseLine } from '../../../src/cli/parse-line.ts';
import { createProgram } from '../../../src/cli/program.ts';
import { createTestWorld } from '../../support/create-test-world.ts';

const { world } = createTestWorld({ folder: tmpdir() });
const program = createProgram(world, () => undefined);

describe('what may stand at the cursor', () => {
  test.each<{ line: string[]; wanted: string; before?: string; begun?: string }>([
    {
      line: [''],
      wanted: 'ask assess lock why import fleet rules facts init schema completion help version',
    },
    { line: [], wanted: 'ask assess lock why import fleet rules facts init schema completion help version' },
    {
      line: ['-q', ''],
      wanted: 'ask assess lock why import fleet rules facts init schema completion help version',
    },
    { line: ['work'], wanted: 'file' },
    {
      line: ['as'],
      wanted: 'ask assess lock why import fleet rules facts init schema completion help version',
    },
    { line: ['rules', 'x'], wanted: 'list digest show test diff docs init new upgrade lint' },
    { line: ['rules', ''], wanted: 'list digest show test diff docs init new upgrade lint' },
    { line: ['rules', 'show', ''], wanted: 'rule' },
    { line: ['rules', 'show', 'x', ''], wanted: '' },
    { line: ['rules', 'list', ''], wanted: '' },
    { line: ['rules', 'test', 'x', 'y', ''], wanted: 'rule' },
    { line: ['rules', 'diff', ''], wanted: 'file' },
    { line: ['rules', 'diff', 'a', 'b', 'c', ''], wanted: 'file' },
    { line: ['rules', 'docs', '-o', ''], wanted: 'file' },
    { line: ['why', ''], wanted: 'rule or placement' },
    { line: ['why', 'x', ''], wanted: 'file' },
    { line: ['why', 'x', 'y', ''], wanted: '' },
    { line: ['why', '-q', ''], wanted: 'rule or placement' },
    { line: ['why', '--profile', 'x', ''], wanted: 'rule or placement' },
    { line: ['why', '-p', 'x', ''], wanted: 'rule or placement' },
    { line: ['why', '-px', ''], wanted: 'rule or placement' },
    { line: ['why', '-qp', 'x', ''], wanted: 'rule or placement' },
    { line: ['why', '-qp', ''], wanted: 'file' },
    { line: ['why', '--profile=x', ''], wanted: 'rule or placement' },
    { line: ['why', '--', ''], wanted: 'rule or placement' },
    { line: ['why', '--', '-x'], wanted: 'rule or placement', begun: '-x' },
    { line: ['why', '--', '-p', ''], wanted: 'file' },
    { line: ['why', '-', ''], wanted: 'file' },
    { line: ['facts', ''], wanted: 'fact or group' },
    { line: ['facts', '--rules', ''], wanted: 'file' },
    { line: ['facts', '--rules', '-q', ''], wanted: 'fact or group' },
    { line: ['facts', '--rules', '-p', ''], wanted: 'file' },
    { line: ['assess', 'x', 'y', 'z'], wanted: 'file', begun: 'z' },
    { line: ['assess', '--against', ''], wanted: 'file' },
    { line: ['assess', '--today', ''], wanted: '' },
    { line: ['assess', '--set', ''], wanted: 'setting' },
    { line: ['assess', '--set', '-x'], wanted: 'setting', begun: '-x' },
    { line: ['assess', '--set=a=b'], wanted: 'setting', before: '--set=', begun: 'a=b' },
    { line: ['facts', '--set=a=b'], wanted: '--format -f --rules -r', begun: '--set=a=b' },
    { line: ['rules', 'lint', '-f', ''], wanted: 'text json sarif' },
    { line: ['rules', 'lint', '--format='], wanted: 'text json sarif', before: '--format=' },
    { line: ['schema', ''], wanted: 'workload profile test rulebook result record portfolio' },
    { line: ['completion', ''], wanted: 'bash zsh fish' },
    { line: ['complete', ''], wanted: 'bash zsh fish' },
    { line: ['nonsense', ''], wanted: '' },
    { line: ['constructor', ''], wanted: '' },
  ])('$line', ({ line, wanted, before = '', begun }) => {
    const place = parseLine(program, line);
    const words = typeof place.wanted === 'string' ? place.wanted : place.wanted.map(({ word }) => word);
    expect({
      wanted: typeof words === 'string' ? words : words.join(' '),
      before: place.before,
      begun: place.begun,
    }).toEqual({
      wanted: wanted.startsWith('-') ? (expect.stringContaining('--') as string) : wanted,
      before,
      begun: begun ?? (line.at(-1) ?? '').slice(before.length),
    });
  });

  test('options are offered by both of their names, with what they do', () => {
    const { wanted } = parseLine(program, ['rules', 'list', '-']);
    expect(wanted).toContainEqual({ word: '--format', says: 'text or json' });
    expect(wanted).toContainEqual({ word: '-f', says: 'text or json' });
    expect(wanted).toContainEqual({ word: '--help', says: 'print this help' });
  });
});

test.each([
  { line: ['why', ''], rules: undefined, config: true },
  { line: ['why', '--rules', 'a', '-r', 'b', ''], rules: ['a', 'b'], config: true },
  { line: ['--no-config', 'why', ''], rules: undefined, config: false },
  { line: ['why', '--rules=a', '--no-config', ''], rules: ['a'], config: false },
  { line: ['why', '--', '--no-config', ''], rules: undefined, config: true },
  { line: ['why', '--profile', '--no-config', ''], rules: undefined, config: true },
])('what $line says of the rulebook', ({ line, rules, config }) =>
  expect(parseLine(program, line).rules).toEqual({ rules, config }),
);
