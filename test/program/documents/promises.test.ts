import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listKept, namesTest } from './kept-by.ts';

// Every promise names the test that keeps it.

const promises = listKept(readFileSync('docs/promises.md', 'utf8'), 'promises');

describe('docs/promises.md', () => {
  it('has promises', () => expect(promises.length).toBeGreaterThan(20));

  it.each(promises)('names the test that keeps: $always', ({ keeper }) => {
    expect(namesTest(keeper)).toBe(true);
  });
});

describe('a promise is not kept', () => {
  it.each([
    '`test/program/documents/promises.test.ts` "no such test"',
    '`test/program/scenarios/old-names.scenario` "no such scenario"',
  ])('by %s', (keeper) => expect(namesTest(keeper)).toBe(false));
});
