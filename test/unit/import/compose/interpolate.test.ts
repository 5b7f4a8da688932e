import { describe, expect, it } from 'vitest';
import { interpolate, isUnresolved, parseEnvFile } from '../../../../src/import/compose/interpolate.ts';

const variables = new Map([
  ['SET', 'value'],
  ['EMPTY', ''],
]);

describe('a variable in a text of Compose', () => {
  it.each([
    { written: 'no variable', read: 'no variable' },
    { written: '$SET', read: 'value' },
    { written: 'a-${SET}-b', read: 'a-value-b' },
    { written: '$$SET', read: '$SET' },
    { written: '${EMPTY}', read: '' },
    { written: '${NEVER}', read: '${NEVER}' },
    { written: '${SET-other}', read: 'value' },
    { written: '${SET:-other}', read: 'value' },
    { written: '${EMPTY-other}', read: '' },
    { written: '${EMPTY:-other}', read: 'other' },
    { written: '${NEVER-other}', read: 'other' },
    { written: '${NEVER:-other}', read: 'other' },
    { written: '${SET+other}', read: 'other' },
    { written: '${SET:+other}', read: 'other' },
    { written: '${EMPTY+other}', read: 'other' },
    { written: '${EMPTY:+other}', read: '' },
    { written: '${NEVER+other}', read: '' },
    { written: '${NEVER:-${SET}}', read: 'value' },
  ])('$written is $read', ({ written, read }) => {
    expect(interpolate(written, variables)).toBe(read);
  });

  it.each([
    { text: undefined, unresolved: false },
    { text: 'plain', unresolved: false },
    { text: '5 $', unresolved: false },
    { text: '$NEVER', unresolved: true },
    { text: 'a-${NEVER}', unresolved: true },
  ])('left in $text: $unresolved', ({ text, unresolved }) => {
    expect(isUnresolved(text)).toBe(unresolved);
  });
});

describe('a file of variables', () => {
  it.each([
    { line: 'A=1', says: '1' },
    { line: '  A = 1  ', says: '1' },
    { line: 'export A=1', says: '1' },
    { line: 'A=1 # one', says: '1' },
    { line: 'A=a#b', says: 'a#b' },
    { line: 'A="1 # one"', says: '1 # one' },
    { line: "A='1'", says: '1' },
    { line: `A="1'`, says: `"1'` },
    { line: 'A=', says: '' },
    { line: '# A=1', says: undefined },
    { line: '1A=1', says: undefined },
  ])('$line says $says', ({ line, says }) => {
    expect(parseEnvFile(`B=0\r\n${line}\n`).get('A')).toBe(says);
  });
});
