import { describe, expect, it } from 'vitest';
import { wordAllowedValues, listValues, parseFactValue } from '../../../src/rulebook/fact-value.ts';
import type { Fact } from '../../../src/rulebook/rulebook.ts';

const common = { name: 'it', question: 'What?' };
const facts = {
  colour: { id: 'f.colour', kind: 'choice', values: { red: 'r', green: 'g', blue: 'b' }, ...common },
  size: { id: 'f.size', kind: 'scale', values: { small: 's', large: 'l' }, ...common },
  flag: { id: 'f.flag', kind: 'yes-no', values: { yes: 'y', no: 'n' }, ...common },
  memory: { id: 'f.memory', kind: 'number', unit: 'GiB', above: 0, 'at-most': 1024, ...common },
  count: { id: 'f.count', kind: 'number', whole: 'yes', 'at-least': 1, 'at-most': 50, ...common },
  any: { id: 'f.any', kind: 'number', ...common },
} as const satisfies Record<string, Fact>;

type Name = keyof typeof facts;

describe('a value that is understood', () => {
  it.each<{ fact: Name; raw: unknown; value: string | number }>([
    { fact: 'colour', raw: 'red', value: 'red' },
    { fact: 'size', raw: 'large', value: 'large' },
    { fact: 'flag', raw: 'yes', value: 'yes' },
    { fact: 'flag', raw: 'no', value: 'no' },
    { fact: 'flag', raw: true, value: 'yes' },
    { fact: 'flag', raw: false, value: 'no' },
    { fact: 'memory', raw: 4, value: 4 },
    { fact: 'memory', raw: '4', value: 4 },
    { fact: 'memory', raw: '4 GiB', value: 4 },
    { fact: 'memory', raw: '512 MiB', value: 0.5 },
    { fact: 'memory', raw: '512MiB', value: 0.5 },
    { fact: 'memory', raw: ' 1 TiB ', value: 1024 },
    { fact: 'memory', raw: '0.5', value: 0.5 },
    { fact: 'memory', raw: 0.001, value: 0.001 },
    { fact: 'memory', raw: 1024, value: 1024 },
    { fact: 'count', raw: 1, value: 1 },
    { fact: 'count', raw: 50, value: 50 },
    { fact: 'count', raw: '7', value: 7 },
    { fact: 'any', raw: -3.5, value: -3.5 },
  ])('$fact: $raw', ({ fact, raw, value }) => {
    expect(parseFactValue(facts[fact], raw)).toEqual({ value });
  });

  it('tells GB from GiB', () => {
    const read = parseFactValue(facts.memory, '1 GB');
    expect('value' in read ? read.value : NaN).toBeCloseTo(0.9313, 4);
  });
});

describe('a value that is refused', () => {
  const colours = '(expected red, green, blue)';
  const memory = '(expected a number of GiB, or one with a unit such as 512 MiB, above 0 up to 1024)';
  const count = '(expected a whole number, from 1 up to 50)';

  it.each<{ fact: Name; raw: unknown; problem: string }>([
    { fact: 'colour', raw: 'rad', problem: `f.colour cannot be "rad" ${colours}; did you mean red?` },
    { fact: 'colour', raw: 'Red', problem: `f.colour cannot be "Red" ${colours}; did you mean red?` },
    { fact: 'colour', raw: 'turquoise', problem: `f.colour cannot be "turquoise" ${colours}` },
    { fact: 'colour', raw: 7, problem: `f.colour cannot be 7 ${colours}` },
    { fact: 'colour', raw: { toString: 'a' }, problem: `f.colour cannot be a map ${colours}` },
    { fact: 'colour', raw: [{ valueOf: 'a' }], problem: `f.colour cannot be a list ${colours}` },
    { fact: 'colour', raw: 'constructor', problem: `f.colour cannot be "constructor" ${colours}` },
    { fact: 'colour', raw: '__proto__', problem: `f.colour cannot be "__proto__" ${colours}` },
    { fact: 'memory', raw: { toString: 'a' }, problem: `f.memory cannot be a map ${memory}` },
    { fact: 'colour', raw: { red: 1 }, problem: `f.colour cannot be a map ${colours}` },
    { fact: 'colour', raw: ['red'], problem: `f.colour cannot be a list ${colours}` },
    {
      fact: 'colour',
      raw: null,
      problem: 'f.colour has no value; write one of red, green, blue, or unknown',
    },
    {
      fact: 'colour',
      raw: undefined,
      problem: 'f.colour has no value; write one of red, green, blue, or unknown',
    },
    { fact: 'colour', raw: 'toString', problem: `f.colour cannot be "toString" ${colours}` },
    { fact: 'flag', raw: 'maybe', problem: 'f.flag cannot be "maybe" (expected yes, no)' },
    { fact: 'flag', raw: 1, problem: 'f.flag cannot be 1 (expected yes, no)' },
    { fact: 'memory', raw: 0, problem: `f.memory cannot be 0 ${memory}` },
    { fact: 'memory', raw: -1, problem: `f.memory cannot be -1 ${memory}` },
    { fact: 'memory', raw: 1024.5, problem: `f.memory cannot be 1024.5 ${memory}` },
    { fact: 'memory', raw: '2 TiB', problem: `f.memory cannot be "2 TiB" ${memory}` },
    { fact: 'memory', raw: '4 metres', problem: `f.memory cannot be "4 metres" ${memory}` },
    { fact: 'memory', raw: '4 seconds', problem: `f.memory cannot be "4 seconds" ${memory}` },
    { fact: 'memory', raw: 'much', problem: `f.memory cannot be "much" ${memory}` },
    { fact: 'memory', raw: '', problem: `f.memory cannot be "" ${memory}` },
    { fact: 'memory', raw: true, problem: `f.memory cannot be true ${memory}` },
    { fact: 'memory', raw: null, problem: `f.memory cannot be nothing ${memory}` },
    { fact: 'memory', raw: NaN, problem: `f.memory cannot be NaN ${memory}` },
    { fact: 'memory', raw: Infinity, problem: `f.memory cannot be Infinity ${memory}` },
    { fact: 'count', raw: 0, problem: `f.count cannot be 0 ${count}` },
    { fact: 'count', raw: 51, problem: `f.count cannot be 51 ${count}` },
    { fact: 'count', raw: 2.5, problem: `f.count cannot be 2.5 ${count}` },
    { fact: 'count', raw: '7 GiB', problem: `f.count cannot be "7 GiB" ${count}` },
    { fact: 'count', raw: '0x10', problem: `f.count cannot be "0x10" ${count}` },
    { fact: 'any', raw: 'x', problem: 'f.any cannot be "x" (expected a number)' },
  ])('$fact: $raw', ({ fact, raw, problem }) => {
    expect(parseFactValue(facts[fact], raw)).toEqual({ problem });
  });
});

describe('what a fact accepts, in words', () => {
  it.each<{ fact: Name; words: string }>([
    { fact: 'colour', words: 'red, green, blue' },
    { fact: 'count', words: 'a whole number, from 1 up to 50' },
    { fact: 'any', words: 'a number' },
  ])('$fact: $words', ({ fact, words }) => expect(wordAllowedValues(facts[fact])).toBe(words));

  it('lists values in the order of the vocabulary, none for a number', () => {
    expect(listValues(facts.colour)).toEqual(['red', 'green', 'blue']);
    expect(listValues(facts.count)).toEqual([]);
  });
});
