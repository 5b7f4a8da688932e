import { describe, expect, it } from 'vitest';
import type { Node } from '../../../src/decide/model.ts';
import { buildRulebook, positionOf } from '../../support/build-rulebook.ts';

const facts = {
  'f.colour': { kind: 'choice', values: { red: 'r', green: 'g', blue: 'b' } },
  'f.size': { kind: 'scale', values: { small: 's', medium: 'm', large: 'l' } },
  'f.count': { kind: 'number', whole: 'yes', 'at-least': 1, 'at-most': 50 },
  'f.weight': { kind: 'number' },
};

/** The compiled condition in words: `f.colour:red|blue`, `all(...)`, `any(...)`. */
function compile(when: unknown) {
  const { model } = buildRulebook({ facts, rules: { x: { rule: { when, note: 'Said.' } } } });
  const condition = model.rules[0]?.when;
  if (condition === undefined) throw new Error('no rule');
  const nameOf = (index: number) => model.facts[index]?.id ?? '';
  const write = (node: Node): string => {
    if (node.is !== 'test') return `${node.is}(${node.of.map(write).join(' ')})`;
    const fact = model.facts[node.fact];
    const size = Math.log2((fact?.all ?? 0) + 1);
    const values = Array.from({ length: size }, (_, index) => fact?.choices[index] ?? String(index));
    return `${nameOf(node.fact)}:${values.filter((_, index) => (node.mask & (1 << index)) !== 0).join('|') || 'never'}`;
  };
  return {
    text: write(condition.node),
    reads: condition.reads.map(nameOf),
    repeated: condition.repeated.map(nameOf),
    cuts: (id: string) =>
      model.facts[positionOf(model.facts, id)]?.cuts.map(({ at, side }) => `${side} ${at}`),
  };
}

const red = { 'f.colour': 'red' };
const blue = { 'f.colour': 'blue' };
const large = { 'f.size': 'large' };
const notRed = { 'f.colour': { not: 'red' } };

describe('conditions become masks', () => {
  it.each([
    { name: 'a value', when: red, text: 'f.colour:red' },
    { name: 'a list', when: { 'f.colour': ['red', 'blue'] }, text: 'f.colour:red|blue' },
    { name: 'not a value', when: notRed, text: 'f.colour:green|blue' },
    {
      name: 'not any value',
      when: { 'f.colour': { not: ['red', 'green', 'blue'] } },
      text: 'f.colour:never',
    },
    { name: 'at least', when: { 'f.size': { 'at-least': 'medium' } }, text: 'f.size:medium|large' },
    { name: 'at most', when: { 'f.size': { 'at-most': 'medium' } }, text: 'f.size:small|medium' },
    { name: 'above', when: { 'f.size': { above: 'medium' } }, text: 'f.size:large' },
    { name: 'below', when: { 'f.size': { below: 'medium' } }, text: 'f.size:small' },
    { name: 'between', when: { 'f.size': { above: 'small', below: 'large' } }, text: 'f.size:medium' },
    {
      name: 'at least the least',
      when: { 'f.size': { 'at-least': 'small' } },
      text: 'f.size:small|medium|large',
    },
  ])('$name', ({ when, text }) => expect(compile(when).text).toBe(text));
});

describe('negation goes down to the tests', () => {
  it.each([
    { name: 'of a test', when: { not: red }, text: 'f.colour:green|blue' },
    { name: 'of a negation', when: { not: { not: red } }, text: 'f.colour:red' },
    {
      name: 'of all',
      when: { not: { ...red, ...large } },
      text: 'any(f.colour:green|blue f.size:small|medium)',
    },
    {
      name: 'of any',
      when: { not: { any: [red, large] } },
      text: 'all(f.colour:green|blue f.size:small|medium)',
    },
    {
      name: 'of both, nested',
      when: { not: { any: [red, { all: [large, { not: { 't.a': 'yes' } }] }] } },
      text: 'all(f.colour:green|blue any(f.size:small|medium t.a:yes))',
    },
  ])('$name', ({ when, text }) => expect(compile(when).text).toBe(text));
});

describe('tests of one fact in one place become one mask', () => {
  it.each([
    { name: 'inside any', when: { any: [red, blue] }, text: 'f.colour:red|blue', repeated: [] },
    {
      name: 'inside all',
      when: { all: [notRed, { 'f.colour': { not: 'blue' } }] },
      text: 'f.colour:green',
      repeated: [],
    },
    { name: 'what cannot be', when: { all: [red, blue] }, text: 'f.colour:never', repeated: [] },
    {
      name: 'any in any',
      when: { any: [red, { any: [blue, large] }] },
      text: 'any(f.colour:red|blue f.size:large)',
      repeated: [],
    },
    {
      name: 'all in all',
      when: { ...large, all: [notRed, { 'f.colour': { not: 'blue' } }] },
      text: 'all(f.size:large f.colour:green)',
      repeated: [],
    },
    {
      name: 'through a not',
      when: { any: [red, { not: { ...notRed, ...large } }] },
      text: 'any(f.colour:red f.size:small|medium)',
      repeated: [],
    },
    { name: 'a list of one', when: { all: [{ any: [red] }] }, text: 'f.colour:red', repeated: [] },
    {
      name: 'but not across places',
      when: {
        any: [
          { ...red, ...large },
          { ...blue, 't.a': 'yes' },
        ],
      },
      text: 'any(all(f.colour:red f.size:large) all(f.colour:blue t.a:yes))',
      repeated: ['f.colour'],
    },
  ])('$name', ({ when, text, repeated }) => {
    expect(compile(when)).toMatchObject({ text, repeated });
  });

  it('names every fact once, in the order of the vocabulary', () => {
    expect(
      compile({
        any: [
          { ...large, 't.b': 'yes' },
          { ...red, ...large },
        ],
      }).reads,
    ).toEqual(['t.b', 'f.colour', 'f.size']);
  });
});

describe('numbers are cut where a rule changes its mind', () => {
  it.each([
    { name: 'at least N: before N', test: { 'at-least': 5 }, cuts: ['before 5'] },
    { name: 'below N: before N', test: { below: 5 }, cuts: ['before 5'] },
    { name: 'at most N: after N', test: { 'at-most': 5 }, cuts: ['after 5'] },
    { name: 'above N: after N', test: { above: 5 }, cuts: ['after 5'] },
    { name: 'exactly N: on both sides', test: 5, cuts: ['before 5', 'after 5'] },
    { name: 'not N: on both sides', test: { not: 5 }, cuts: ['before 5', 'after 5'] },
    { name: 'two bounds', test: { above: 5, 'at-most': 9 }, cuts: ['after 5', 'after 9'] },
    {
      name: 'each cut once, in order',
      test: { not: [9, 5, 9] },
      cuts: ['before 5', 'after 5', 'before 9', 'after 9'],
    },
  ])('$name', ({ test, cuts }) => {
    expect(compile({ 'f.weight': test }).cuts('f.weight')).toEqual(cuts);
  });

  it.each([
    { name: 'above N is at least N + 1', test: { above: 5 }, cuts: ['before 6'] },
    { name: 'at most N ends before N + 1', test: { 'at-most': 5 }, cuts: ['before 6'] },
    { name: 'exactly N', test: 5, cuts: ['before 5', 'before 6'] },
    { name: 'nothing is cut off at the lower limit', test: { 'at-least': 1 }, cuts: [] },
    { name: 'nothing is cut off at the upper limit', test: { 'at-most': 50 }, cuts: [] },
    { name: 'the lowest number alone', test: 1, cuts: ['before 2'] },
    { name: 'the highest number alone', test: 50, cuts: ['before 50'] },
  ])('of whole numbers, $name', ({ test, cuts }) => {
    expect(compile({ 'f.count': test }).cuts('f.count')).toEqual(cuts);
  });

  it.each([
    { test: { 'at-least': 1 }, text: 'f.count:0' },
    { test: { above: 50 }, text: 'f.count:never' },
    { test: { below: 1 }, text: 'f.count:never' },
    { test: { 'at-most': 50 }, text: 'f.count:0' },
    { test: 50, text: 'f.count:1' },
    { test: { not: 1 }, text: 'f.count:1' },
    { test: { above: 5, 'at-most': 9 }, text: 'f.count:1' },
  ])('$test holds in $text', ({ test, text }) => expect(compile({ 'f.count': test }).text).toBe(text));
});
