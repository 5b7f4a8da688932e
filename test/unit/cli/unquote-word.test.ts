import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { unquoteWord } from '../../../src/cli/unquote-word.ts';

const words = [
  'plain',
  "'single'",
  '"double"',
  'a\\ b\\$c\\\\',
  `'it'\\''s'`,
  `a"b c"d'e f'`,
  '"a\\"b\\\\c\\$d\\`e\\f"',
  `'a\\b'`,
  `""''`,
  `"it's"`,
  `'"'`,
  '\\"',
  'a\\(touch\\ x\\)',
];

test.skipIf(spawnSync('bash', ['--version']).status !== 0)('it takes quotes for what bash takes them', () => {
  const script = `printf '%s\\0' ${words.join(' ')}`;
  const bash = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
  expect(words.map(unquoteWord)).toEqual(bash);
});

test.each([
  { name: 'a single quote that is open', typed: "a'b c", means: 'ab c' },
  { name: 'a double quote that is open', typed: 'a"b \\"c', means: 'ab "c' },
  { name: 'a backslash at the end', typed: 'a\\', means: 'a' },
  { name: 'a backslash at the end of open quotes', typed: '"a\\', means: 'a' },
  { name: 'a command', typed: '$(touch x)`touch x`', means: '$(touch x)`touch x`' },
  { name: 'a command in quotes', typed: '"$(touch x)"', means: '$(touch x)' },
  { name: 'a variable and a home', typed: '~/$HOME', means: '~/$HOME' },
  { name: 'an empty word', typed: '', means: '' },
])('$name', ({ typed, means }) => expect(unquoteWord(typed)).toBe(means));
