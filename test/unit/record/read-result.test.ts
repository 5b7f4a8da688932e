import { describe, expect, test } from 'vitest';
import type { Io } from '../../../src/io.ts';
import { readResult } from '../../../src/record/read-result.ts';
import { renderAdviceJson } from '../../../src/render/json.ts';
import { complaintsOf } from '../../support/build-workload.ts';
import { assessFixtures, makeContext, nameResult } from '../../support/format-results.ts';
import { loadRules } from '../../support/load-rules.ts';

/** Reads a text as if it stood in r.json. */
function read(text: string) {
  const io = { readBytes: () => Buffer.from(text) } as unknown as Io;
  return readResult(io, 'r.json', 'r.json', '1.2.3');
}

const context = makeContext(loadRules());
const small = nameResult({ workload: 'shop', component: 'front', file: 'a\u001b"b.yaml' });

describe('what -f json wrote', () => {
  test.each([
    ['every fixture', assessFixtures()],
    ['odd names', small],
    ['nothing', { ...small, results: [] }],
  ])('is read back as it was: %s', (_, result) => {
    expect(read(renderAdviceJson(result, context))).toEqual(result);
  });

  test('is read behind a byte order mark', () => {
    expect(read(`\ufeff${renderAdviceJson(small, context)}`)).toEqual(small);
  });
});

describe('what it did not write', () => {
  const text = renderAdviceJson(small, context);
  const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

  test.each([
    {
      name: 'a headline of another world',
      part: '"headline": "split"',
      by: '"headline": "cloud"',
      says: 'expected vm, container, either, none, split',
    },
    {
      name: 'a number for a text',
      part: '"name": "shop"',
      by: '"name": 7',
      says: 'results.0.workload.name cannot be 7',
    },
    {
      name: 'a key more',
      part: '"proven": true',
      by: '"proven": true, "sure": 1',
      says: 'unknown key sure in results.0',
    },
    { name: 'a broken line', part: '"proven": true', by: '"proven": treu', says: 'not valid JSON' },
  ])('$name is refused, with its line', ({ part, by, says }) => {
    const [complaint] = complaintsOf(() => read(text.replace(part, by)));
    expect(complaint).toContain(says);
    expect(complaint).toMatch(new RegExp(`^r\\.json:${lineOf(part)}:\\d+ `));
  });
});
