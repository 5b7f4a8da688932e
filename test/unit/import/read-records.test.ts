import { describe, expect, it } from 'vitest';
import { findRecords } from '../../../src/import/read-records.ts';
import { splitRecords } from '../../../src/import/split-records.ts';
import { loadRules } from '../../support/load-rules.ts';

const { rulebook } = loadRules();

describe('a text of many JSON values', () => {
  it.each<{ name: string; text: string; records: readonly string[] | undefined }>([
    { name: 'one a line', text: '{"a":1}\n{"b":2}\n', records: ['1:1 {"a":1}', '2:1 {"b":2}'] },
    {
      name: 'with empty lines and Windows line ends',
      text: '{"a":1}\r\n\r\n  {"b":2}',
      records: ['1:1 {"a":1}', '3:3 {"b":2}'],
    },
    {
      name: 'a list on one line',
      text: '[{"a":[1,2]}, {"b":"],["}]',
      records: ['1:2 {"a":[1,2]}', '1:15 {"b":"],["}'],
    },
    {
      name: 'a list over several lines',
      text: '[\n  {\n    "a": 1\n  },\n  {"b": 2}\n]\n',
      records: ['2:3 {\n    "a": 1\n  }', '5:3 {"b": 2}'],
    },
    {
      name: 'a list that ends within one of them',
      text: '[{"a":1},\n{"b":',
      records: ['1:2 {"a":1}', '2:1 {"b":'],
    },
    { name: 'a list that ends between two', text: '[{"a":1},\n', records: ['1:2 {"a":1}', '2:1 '] },
    { name: 'a list that only begins', text: '[', records: ['1:2 '] },
    { name: 'a list behind a list', text: '[{"a":1}]\n[{"b":2}]', records: ['1:2 {"a":1}', '2:1 [{"b":2}]'] },
    { name: 'an empty list', text: '[ ]', records: [] },
    { name: 'one value over several lines is one document', text: '{\n  "a": 1\n}', records: undefined },
    { name: 'YAML is none', text: 'advise: 1\nname: x', records: undefined },
  ])('$name', ({ text, records }) => {
    const found = splitRecords(text);
    expect(found && [...found].map((each) => `${each.line}:${each.column} ${each.text}`)).toEqual(records);
  });
});

function readAll(...lines: readonly string[]) {
  const records = findRecords(lines.join('\n'), 'estate.ndjson', rulebook);
  if (records === undefined) throw new Error('not taken for records');
  const workloads = [...records.workloads];
  return { workloads, rejected: records.table.rejected };
}

describe('workloads one a line', () => {
  it('know the line and the column of what is said', () => {
    const { workloads } = readAll(
      '{"advise":1,"name":"a","facts":{}}',
      '{"advise":1,"name":"b","facts":{"os":{"family":"linux"}}}',
    );
    expect(workloads.map(({ name, at }) => [name, at?.line])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(workloads[1]?.facts).toMatchObject([
      { fact: 'os.family', values: ['linux'], at: { file: 'estate.ndjson', line: 2, column: 48 } },
    ]);
  });

  it('may have all that a workload file has', () => {
    const { workloads } = readAll(
      '{"advise":1,"name":"a"}',
      '{"advise":1,"expect":"vm","likely":{"os":{"family":"linux"}},"components":[{"name":"web"}]}',
    );
    expect(workloads[1]).toMatchObject({
      name: 'estate.ndjson#2',
      expect: { headline: 'vm', at: { line: 2, column: 22 } },
      facts: [{ origin: 'suggested' }],
      components: [{ name: 'web' }],
    });
  });

  it.each([
    {
      name: 'an unknown fact',
      line: '{"advise":1,"facts":{"os":{"famly":"x"}}}',
      at: 28,
      reason: /famly; did you mean family/,
    },
    { name: 'no version', line: '{"name":"x"}', at: 1, reason: /the first key must be the version/ },
    { name: 'a line that was cut off', line: '{"advise":1,"name":', at: 1, reason: /^not valid JSON$/ },
    { name: 'no map', line: '{"advise":1}, 7', at: 1, reason: /^not valid JSON$/ },
    {
      name: 'a key that stands twice',
      line: '{"advise":1,"name":"x","name":"y"}',
      at: 1,
      reason: /^a key stands twice$/,
    },
  ])('$name: the line is rejected with its place, and the others are read', ({ line, at, reason }) => {
    const { workloads, rejected } = readAll('{"advise":1,"name":"a"}', line, '{"advise":1,"name":"c"}');
    expect(workloads.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(rejected).toMatchObject([{ cells: [line], wrong: true, at: { line: 2, column: at } }]);
    expect(rejected[0]?.reason).toMatch(reason);
  });
});
