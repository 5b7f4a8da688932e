import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/read/parse-yaml.ts';
import { complaintsOf, parseOne } from '../../support/build-workload.ts';

describe('YAML 1.2 as plain data', () => {
  it.each([
    { name: 'yes and no are text', text: 'a: yes\nb: no', data: { a: 'yes', b: 'no' } },
    { name: 'true and false are not', text: 'a: true', data: { a: true } },
    { name: 'a date is text', text: 'a: 2027-06-30', data: { a: '2027-06-30' } },
    { name: 'numbers', text: 'a: 4\nb: 0.5', data: { a: 4, b: 0.5 } },
    { name: 'JSON', text: '{"a": [1, {"b": null}]}', data: { a: [1, { b: null }] } },
    { name: 'an anchor used twice', text: 'a: &x [1]\nb: *x', data: { a: [1], b: [1] } },
    {
      name: 'no merging of maps',
      text: 'a: &x { b: 1 }\nc: { <<: *x }',
      data: { a: { b: 1 }, c: { '<<': { b: 1 } } },
    },
  ])('$name', ({ text, data }) => expect(parseOne(text).data).toEqual(data));

  it('reads several documents and leaves out empty ones', () => {
    expect(parseYaml('a: 1\n---\n# nothing\n---\nb: 2\n', 'x.yaml').map(({ data }) => data)).toEqual([
      { a: 1 },
      { b: 2 },
    ]);
  });

  it.each(['', '# only a comment\n', '---\n', '\n\n'])('finds no document in %j', (text) => {
    expect(parseYaml(text, 'x.yaml')).toEqual([]);
  });
});

describe('what is refused, with its line', () => {
  it.each([
    { name: 'an anchor in itself', text: 'a: &x [*x]', says: /^app\.yaml:1:8 x would hold itself$/ },
    {
      name: 'a key of bytes',
      text: '? !!binary "yK0="\n: 1',
      says: /^app\.yaml:1:12 a key must be plain text$/,
    },
    {
      name: 'a key twice',
      text: 'a: 1\nb: 2\na: 3',
      says: /^app\.yaml:3:1 this key stands twice in one map$/,
    },
    { name: 'a tag', text: 'a: !secret x', says: /^app\.yaml:1:4 YAML tags \(!\.\.\.\) are not used here/ },
    { name: 'a tab', text: 'a:\n\tb: 1', says: /^app\.yaml:2:1 a tab cannot indent; use spaces/ },
    { name: 'an open quote', text: 'a: "b', says: /^app\.yaml:1:\d+ not valid YAML: / },
    { name: 'an open list', text: 'a: [1, 2', says: /^app\.yaml:1:\d+ not valid YAML: / },
    { name: 'an unknown alias', text: 'a: *nobody', says: /^app\.yaml:1:4 an alias of no anchor/ },
    { name: 'thousands of levels', text: '['.repeat(20_000), says: /^app\.yaml nested too deeply/ },
    { name: 'aliases that multiply', text: makeBomb(), says: /^app\.yaml too many aliases/ },
  ])('$name', ({ text, says }) => {
    expect(complaintsOf(() => parseYaml(text, 'app.yaml'))[0]).toMatch(says);
  });

  it('names ten mistakes at the most', () => {
    const text = Array.from({ length: 30 }, () => 'a: !x 1').join('\n---\n');
    expect(complaintsOf(() => parseYaml(text, 'app.yaml'))).toHaveLength(10);
  });
});

describe('the way back from a path to its line', () => {
  const document = parseOne(
    '# comment\nname: x\nfacts:\n  os: { family: linux }\n  empty:\nlist:\n  - a\n  - b: 1\ncopy: &c { d: 1 }\nsame: *c\n',
  );

  it.each([
    { path: [], part: 'value', at: '2:1' },
    { path: ['name'], part: 'value', at: '2:7' },
    { path: ['name'], part: 'key', at: '2:1' },
    { path: ['facts', 'os', 'family'], part: 'value', at: '4:17' },
    { path: ['facts', 'os', 'family'], part: 'key', at: '4:9' },
    { path: ['list', 1, 'b'], part: 'value', at: '8:8' },
    { path: ['list', 0], part: 'value', at: '7:5' },
    { path: ['facts', 'os', 'missing'], part: 'value', at: '4:7' },
    { path: ['missing', 'below'], part: 'value', at: '2:1' },
    { path: ['same', 'd'], part: 'key', at: '9:12' },
  ] as const)('$path, the $part, stands at $at', ({ path, part, at }) => {
    const { line, column } = document.locate(path, part);
    expect(`${line}:${column}`).toBe(at);
  });
});

function makeBomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 8; level++) {
    const references = Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ');
    lines.push(`a${level}: &a${level} [${references}]`);
  }
  return lines.join('\n');
}
