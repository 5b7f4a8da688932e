import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  collectVocabulary,
  expandCondition,
  listDefinitions,
  listFactsOf,
  writeCondition,
} from '../../../src/rulebook/condition.ts';
import { parseCondition } from '../../../src/rulebook/load/parse-condition.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { loadRules } from '../../support/load-rules.ts';
import { randomCondition, tinyFacts } from '../../support/random-condition.ts';
import { understand } from '../../support/understand.ts';
import { howMany } from '../../support/how-many.ts';

const { rulebook } = buildRulebook({
  conditions: { warm: { 'f.colour': 'red' }, 'warm-and-large': { condition: 'warm', 'f.size': 'large' } },
  params: { often: 'large', many: 10, 'many-colours': 'red' },
  facts: {
    'f.colour': { kind: 'choice', values: { red: 'r', green: 'g', blue: 'b' } },
    'f.size': { kind: 'scale', values: { small: 's', medium: 'm', large: 'l' } },
    'f.count': { kind: 'number', whole: 'yes', 'at-least': 1, 'at-most': 50 },
    'f.memory': { kind: 'number', unit: 'GiB', above: 0 },
  },
});

const names = {
  ...collectVocabulary(rulebook),
  conditions: rulebook.conditions,
  oldFacts: new Map(),
  noteOldName: () => undefined,
};

/** What is wrong, each with the path to it; `#` where the key is meant. */
function complain(raw: unknown): string[] {
  const said: string[] = [];
  parseCondition(raw, names, (message, path, part) =>
    said.push(`${path.join('/')}${part === 'key' ? '#' : ''}: ${message}`),
  );
  return said;
}

describe('a condition that is understood', () => {
  const red = { is: 'test', fact: 'f.colour', test: { is: 'one-of', values: ['red'] } };
  const large = { is: 'test', fact: 'f.size', test: { is: 'one-of', values: ['large'] } };
  const test = (fact: string, inner: unknown) => ({ is: 'test', fact, test: inner });

  it.each([
    { name: 'a value', raw: { 'f.colour': 'red' }, parsed: red },
    {
      name: 'a list',
      raw: { 'f.colour': ['red', 'blue'] },
      parsed: test('f.colour', { is: 'one-of', values: ['red', 'blue'] }),
    },
    {
      name: 'not a value',
      raw: { 'f.colour': { not: 'red' } },
      parsed: test('f.colour', { is: 'none-of', values: ['red'] }),
    },
    {
      name: 'none of a list',
      raw: { 'f.colour': { not: ['red', 'blue'] } },
      parsed: test('f.colour', { is: 'none-of', values: ['red', 'blue'] }),
    },
    {
      name: 'bounds on a scale',
      raw: { 'f.size': { 'at-least': 'medium' } },
      parsed: test('f.size', { is: 'within', bounds: [['at-least', 'medium']] }),
    },
    {
      name: 'two bounds on a number',
      raw: { 'f.count': { above: 2, below: 9 } },
      parsed: test('f.count', {
        is: 'within',
        bounds: [
          ['above', 2],
          ['below', 9],
        ],
      }),
    },
    {
      name: 'a param as a bound',
      raw: { 'f.count': { 'at-most': '$many' } },
      parsed: test('f.count', { is: 'within', bounds: [['at-most', { param: 'many' }]] }),
    },
    {
      name: 'a param as a value',
      raw: { 'f.size': '$often' },
      parsed: test('f.size', { is: 'one-of', values: [{ param: 'often' }] }),
    },
    {
      name: 'a size in words, which keeps its unit',
      raw: { 'f.memory': { below: '512 MiB' } },
      parsed: test('f.memory', { is: 'within', bounds: [['below', '512 MiB']] }),
    },
    {
      name: 'a number in quotes',
      raw: { 'f.count': '7' },
      parsed: test('f.count', { is: 'one-of', values: [7] }),
    },
    {
      name: 'true and false',
      raw: { 't.a': true, 't.b': [false] },
      parsed: {
        is: 'all',
        of: [test('t.a', { is: 'one-of', values: ['yes'] }), test('t.b', { is: 'one-of', values: ['no'] })],
      },
    },
    {
      name: 'two facts',
      raw: { 'f.colour': 'red', 'f.size': 'large' },
      parsed: { is: 'all', of: [red, large] },
    },
    {
      name: 'any',
      raw: { any: [{ 'f.colour': 'red' }, { 'f.size': 'large' }] },
      parsed: { is: 'any', of: [red, large] },
    },
    { name: 'all', raw: { all: [{ 'f.colour': 'red' }] }, parsed: { is: 'all', of: [red] } },
    { name: 'not', raw: { not: { 'f.colour': 'red' } }, parsed: { is: 'not', of: red } },
    {
      name: 'a condition by its name, beside a fact',
      raw: { condition: 'warm', 'f.size': 'large' },
      parsed: { is: 'all', of: [{ is: 'named', name: 'warm' }, large] },
    },
  ])('$name', ({ raw, parsed }) => {
    expect(complain(raw)).toEqual([]);
    expect(understand(raw, rulebook)).toEqual(parsed);
  });
});

describe('a condition that is written', () => {
  it.each([
    {
      name: 'a list of one value, as that value',
      raw: { 'f.colour': ['red'] },
      written: { 'f.colour': 'red' },
    },
    { name: 'true, as yes', raw: { 't.a': true }, written: { 't.a': 'yes' } },
    {
      name: 'all of several facts, as a map',
      raw: { all: [{ 't.a': 'yes' }, { 't.b': 'no' }] },
      written: { 't.a': 'yes', 't.b': 'no' },
    },
    {
      name: 'all of one fact twice, as a list',
      raw: { all: [{ 'f.colour': { not: 'red' } }, { 'f.colour': { not: 'blue' } }] },
      written: { all: [{ 'f.colour': { not: 'red' } }, { 'f.colour': { not: 'blue' } }] },
    },
    {
      name: 'all beside a fact, where it stands',
      raw: { all: [{ any: [{ 't.a': 'yes' }] }, { any: [{ 't.b': 'no' }] }], 't.c': 'yes' },
      written: { all: [{ any: [{ 't.a': 'yes' }] }, { any: [{ 't.b': 'no' }] }], 't.c': 'yes' },
    },
    {
      name: 'thresholds by their names, and sizes with their units',
      raw: { 'f.count': { 'at-most': '$many' }, 'f.memory': { below: '512 MiB' } },
      written: { 'f.count': { 'at-most': '$many' }, 'f.memory': { below: '512 MiB' } },
    },
    {
      name: 'a condition by its name',
      raw: { any: [{ condition: 'warm' }, { 't.a': 'yes' }] },
      written: { any: [{ condition: 'warm' }, { 't.a': 'yes' }] },
    },
    {
      name: 'two of them, as a list',
      raw: { all: [{ condition: 'warm' }, { condition: 'warm-and-large' }] },
      written: { all: [{ condition: 'warm' }, { condition: 'warm-and-large' }] },
    },
  ])('writes $name', ({ raw, written }) => {
    expect(writeCondition(understand(raw, rulebook))).toEqual(written);
  });

  const { rulebook: tiny } = buildRulebook({ facts: tinyFacts });

  it('is the condition it was, and what is written is written so again', () => {
    fc.assert(
      fc.property(randomCondition, (raw) => {
        const condition = understand(raw, tiny);
        const written = writeCondition(condition);
        expect(understand(written, tiny)).toEqual(condition);
        expect(writeCondition(understand(written, tiny))).toEqual(written);
      }),
      { seed: 43, numRuns: howMany(2000) },
    );
  });

  it('of the default rulebook is what stands in its files', () => {
    const whens = new Map(loadRules().rulebook.rules.map(({ id, when }) => [id, writeCondition(when)]));
    const folder = fileURLToPath(new URL('../../../rules/', import.meta.url));
    const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    const rules = files.flatMap((name) => {
      const content = parse(readFileSync(folder + name, 'utf8')) as {
        rules?: { id: string; when: unknown }[];
      };
      return content.rules ?? [];
    });
    expect(rules).toHaveLength(whens.size);
    for (const { id, when } of rules) expect(whens.get(id), id).toEqual(when);
  });
});

describe('a condition by its name', () => {
  const { conditions } = rulebook;
  const [warm, both] = [{ 'f.colour': 'red' }, { 'f.colour': 'red', 'f.size': 'large' }];

  it.each([
    { name: 'alone', raw: { condition: 'warm' }, same: warm },
    { name: 'under not', raw: { not: { condition: 'warm' } }, same: { not: warm } },
    {
      name: 'made of another',
      raw: { condition: 'warm-and-large' },
      same: { all: [warm, { 'f.size': 'large' }] },
    },
  ])('stands for what it means: $name', ({ raw, same }) => {
    expect(expandCondition(understand(raw, rulebook), conditions)).toEqual(understand(same, rulebook));
  });

  it.each([
    { name: 'a name', raw: { condition: 'warm-and-large' } },
    { name: 'what it means', raw: both },
  ])('reads the facts that it is made of, written as $name', ({ raw }) => {
    expect(listFactsOf(understand(raw, rulebook), conditions).sort()).toEqual(['f.colour', 'f.size']);
  });

  it('is made of those that it names, and of those that they name', () => {
    const made = listDefinitions(
      understand({ condition: 'warm-and-large', 't.a': 'yes' }, rulebook),
      conditions,
    );
    expect(made.map(({ id }) => id)).toEqual(['warm-and-large', 'warm']);
  });

  it('compiles to what it would if it were written out', () => {
    fc.assert(
      fc.property(randomCondition, randomCondition, (named, other) => {
        const { model } = buildRulebook({
          facts: tinyFacts,
          conditions: { named },
          rules: {
            c: {
              a: {
                when: { any: [{ condition: 'named' }, other], not: { condition: 'named' } },
                note: 'Said.',
              },
              b: { when: { any: [named, other], not: named }, note: 'Said.' },
            },
          },
        });
        expect(model.rules[0]?.when).toEqual(model.rules[1]?.when);
      }),
      { seed: 47, numRuns: howMany(200) },
    );
  });
});

describe('a condition that is refused', () => {
  it.each([
    {
      name: 'an unknown name',
      raw: { condition: 'warn' },
      says: ['condition: no condition is called warn; did you mean warm?'],
    },
    {
      name: 'two names',
      raw: { condition: ['warm', 'warm-and-large'] },
      says: [
        'condition: condition takes one name; for several write all: or any: [{ condition: ... }, { condition: ... }]',
      ],
    },
    {
      name: 'a map as a name',
      raw: { condition: { 'f.colour': 'red' } },
      says: ['condition: condition takes the name of a condition, got a map'],
    },
    { name: 'text', raw: 'red', says: [': expected a map of fact to test, got "red"'] },
    { name: 'nothing', raw: null, says: [': expected a map of fact to test, got nothing'] },
    { name: 'a list', raw: [], says: [': expected a map of fact to test, got a list'] },
    { name: 'an empty map', raw: {}, says: [': a condition must test at least one fact'] },
    {
      name: 'an unknown fact',
      raw: { 'f.color': 'red' },
      says: ['f.color#: no fact is called f.color; did you mean f.colour?'],
    },
    {
      name: 'an unknown connective',
      raw: { an: [] },
      says: ['an#: no fact is called an; did you mean any?'],
    },
    { name: 'nothing near', raw: { elephants: 'yes' }, says: ['elephants#: no fact is called elephants'] },
    {
      name: 'an unknown value',
      raw: { 'f.colour': 'gren' },
      says: ['f.colour: f.colour cannot be "gren" (expected red, green, blue); did you mean green?'],
    },
    {
      name: 'an unknown value in a list',
      raw: { 'f.colour': ['red', 'pink'] },
      says: ['f.colour/1: f.colour cannot be "pink" (expected red, green, blue)'],
    },
    {
      name: 'an unknown value under not',
      raw: { 'f.colour': { not: ['red', 'pink'] } },
      says: ['f.colour/not/1: f.colour cannot be "pink" (expected red, green, blue)'],
    },
    {
      name: 'an empty list',
      raw: { 'f.colour': [] },
      says: ['f.colour: f.colour is tested for an empty list'],
    },
    { name: 'an empty test', raw: { 'f.colour': {} }, says: ['f.colour: f.colour is tested for nothing'] },
    {
      name: 'an unknown test',
      raw: { 'f.count': { 'at-lest': 3 } },
      says: [
        'f.count/at-lest#: no test is called at-lest (expected at-least, at-most, above, below, not); did you mean at-least?',
      ],
    },
    {
      name: 'a bound on a choice',
      raw: { 'f.colour': { above: 'red' } },
      says: ['f.colour/above#: above needs a number or a scale, and f.colour is neither'],
    },
    {
      name: 'a bound outside the limits',
      raw: { 'f.count': { above: 51 } },
      says: ['f.count/above: f.count cannot be 51 (expected a whole number, from 1 up to 50)'],
    },
    {
      name: 'a list as a bound',
      raw: { 'f.count': { above: [1, 2] } },
      says: ['f.count/above: f.count cannot be a list (expected a whole number, from 1 up to 50)'],
    },
    {
      name: 'an unknown param',
      raw: { 'f.count': '$mny' },
      says: ['f.count: no param is called mny; did you mean many?'],
    },
    {
      name: 'a param that does not fit',
      raw: { 'f.count': { above: '$often' } },
      says: [
        'f.count/above: param often does not fit: f.count cannot be "large" (expected a whole number, from 1 up to 50)',
      ],
    },
    {
      name: 'any without a list',
      raw: { any: { 't.a': 'yes' } },
      says: ['any: any takes a list of conditions, got a map'],
    },
    { name: 'any of nothing', raw: { any: [] }, says: ['any: any takes a list of conditions, got a list'] },
    { name: 'all without a list', raw: { all: 'x' }, says: ['all: all takes a list of conditions, got "x"'] },
    { name: 'not of a value', raw: { not: 'x' }, says: ['not: expected a map of fact to test, got "x"'] },
    {
      name: 'what is wrong deep inside',
      raw: { any: [{ 't.a': 'yes' }, { all: [{ not: { 't.b': 'maybe' } }] }] },
      says: ['any/1/all/0/not/t.b: t.b cannot be "maybe" (expected yes, no)'],
    },
    {
      name: 'everything that is wrong, not only the first',
      raw: { 't.a': 'maybe', 'f.colour': 'pink' },
      says: [
        't.a: t.a cannot be "maybe" (expected yes, no)',
        'f.colour: f.colour cannot be "pink" (expected red, green, blue)',
      ],
    },
  ])('$name', ({ raw, says }) => {
    expect(complain(raw)).toEqual(says);
  });

  it('not beside a bound, without offering what was written', () => {
    const [said = ''] = complain({ 'f.count': { not: 3, above: 1 } });
    expect(said).toMatch(/^f\.count\/not#: /);
    expect(said).not.toContain('did you mean not?');
  });
});
