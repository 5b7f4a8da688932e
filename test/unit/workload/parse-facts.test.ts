import { describe, expect, it } from 'vitest';
import { parseShape } from '../../../src/read/shape-reader.ts';
import { parseFacts } from '../../../src/workload/parse-facts.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { parseOne } from '../../support/build-workload.ts';

const { rulebook } = buildRulebook({
  facts: {
    'f.colour': { kind: 'choice', values: { red: 'r', green: 'g', blue: 'b' } },
    'f.memory': { kind: 'number', unit: 'GiB', above: 0 },
    'g.size': { kind: 'scale', values: { small: 's', large: 'l' } },
  },
});

/** The statements and complaints of some facts. */
function read(facts: string) {
  const document = parseOne(`facts: ${facts}`);
  const reader = parseShape(document);
  const value = (document.data as { facts: unknown }).facts;
  const statements = parseFacts(reader, value, ['facts'], rulebook, 'stated');
  return {
    said: Object.fromEntries(statements.map(({ fact, values }) => [fact, values])),
    wrong: reader.problems.map(({ message }) => message),
  };
}

describe('facts nested by group', () => {
  it.each([
    { name: 'a value', facts: '{ f: { colour: red } }', said: { 'f.colour': ['red'] } },
    {
      name: 'a list of possible values',
      facts: '{ f: { colour: [red, blue] } }',
      said: { 'f.colour': ['red', 'blue'] },
    },
    { name: 'a value twice, once', facts: '{ f: { colour: [red, red] } }', said: { 'f.colour': ['red'] } },
    {
      name: 'unknown',
      facts: '{ f: { colour: unknown, memory: unknown } }',
      said: { 'f.colour': null, 'f.memory': null },
    },
    { name: 'yes', facts: '{ t: { a: yes } }', said: { 't.a': ['yes'] } },
    { name: 'true', facts: '{ t: { a: true, b: false } }', said: { 't.a': ['yes'], 't.b': ['no'] } },
    { name: 'a number with a unit', facts: '{ f: { memory: 512 MiB } }', said: { 'f.memory': [0.5] } },
    { name: 'possible numbers', facts: '{ f: { memory: [1, 2 GiB] } }', said: { 'f.memory': [1, 2] } },
    {
      name: 'bounds of a number',
      facts: '{ f: { memory: { at-least: 512 MiB, at-most: 8 } } }',
      said: { 'f.memory': [{ 'at-least': 0.5, 'at-most': 8 }] },
    },
    {
      name: 'one bound, and another possible number',
      facts: '{ f: { memory: [{ at-most: 2 }, 64 GiB] } }',
      said: { 'f.memory': [{ 'at-most': 2 }, 64] },
    },
    {
      name: 'bounds as the command line has them',
      facts: '{ f: { memory: 4..60 } }',
      said: { 'f.memory': [{ 'at-least': 4, 'at-most': 60 }] },
    },
    {
      name: 'several groups',
      facts: '{ f: { colour: red }, g: { size: large } }',
      said: { 'f.colour': ['red'], 'g.size': ['large'] },
    },
    { name: 'an empty group', facts: '{ f: {} }', said: {} },
  ])('$name', ({ facts, said }) => expect(read(facts)).toEqual({ said, wrong: [] }));
});

describe('facts that are refused', () => {
  const colours = '(expected red, green, blue)';

  it.each([
    {
      name: 'no map',
      facts: 'red',
      wrong: 'facts must be a map of groups, such as os: { family: linux }; got "red"',
    },
    {
      name: 'a list',
      facts: '[]',
      wrong: 'facts must be a map of groups, such as os: { family: linux }; got a list',
    },
    {
      name: 'an unknown group',
      facts: '{ size: {} , q: {} }',
      wrong: 'size is a fact, not a group; write g: { size: ... }',
    },
    { name: 'a group that is no map', facts: '{ f: red }', wrong: 'f must be a map of facts, got "red"' },
    {
      name: 'a fact written with its group',
      facts: '{ f.colour: red }',
      wrong: 'facts are nested by group: write f: { colour: ... } instead of f.colour',
    },
    {
      name: 'a misspelt fact',
      facts: '{ f: { color: red } }',
      wrong: 'no fact is called f.color; did you mean colour?',
    },
    {
      name: 'a fact of another group',
      facts: '{ f: { size: large } }',
      wrong: 'no fact is called f.size; did you mean g.size?',
    },
    {
      name: 'nothing near',
      facts: '{ f: { elephants: 7 } }',
      wrong: 'no fact is called f.elephants (expected colour, memory)',
    },
    {
      name: 'a misspelt value',
      facts: '{ f: { colour: rde } }',
      wrong: `f.colour cannot be "rde" ${colours}; did you mean red?`,
    },
    {
      name: 'one wrong value of a list',
      facts: '{ f: { colour: [red, pink] } }',
      wrong: `f.colour cannot be "pink" ${colours}`,
    },
    {
      name: 'unknown among others',
      facts: '{ f: { colour: [red, unknown] } }',
      wrong: `f.colour cannot be "unknown" ${colours}`,
    },
    {
      name: 'an unknown bound',
      facts: '{ f: { memory: { at-lest: 4 } } }',
      wrong: 'f.memory: no bound is called at-lest (expected at-least, at-most); did you mean at-least?',
    },
    {
      name: 'bounds the wrong way round',
      facts: '{ f: { memory: { at-least: 9, at-most: 4 } } }',
      wrong: 'f.memory cannot be at least 9 and at most 4',
    },
    {
      name: 'no bounds at all',
      facts: '{ f: { memory: {} } }',
      wrong: 'f.memory has no bounds; write at-least, at-most or both',
    },
    {
      name: 'a bound below the least there is',
      facts: '{ f: { memory: { at-least: -1 } } }',
      wrong: 'f.memory cannot be -1 (expected a number of GiB, or one with a unit such as 512 MiB, above 0)',
    },
    {
      name: 'an empty list',
      facts: '{ f: { colour: [] } }',
      wrong: 'f.colour is an empty list; write the possible values, or unknown',
    },
    {
      name: 'no value',
      facts: '{ f: { colour: } }',
      wrong: 'f.colour has no value; write one of red, green, blue, or unknown',
    },
    {
      name: 'a condition',
      facts: '{ f: { colour: { not: red } } }',
      wrong: `f.colour cannot be a map ${colours}`,
    },
  ])('$name', ({ facts, wrong }) => {
    const result = read(facts);
    expect(result.said).toEqual({});
    expect(result.wrong[0]).toBe(wrong);
  });

  it('names all groups where none is near', () => {
    expect(read('{ elephants: {} }').wrong).toEqual([
      'no group of facts is called elephants (expected t, f, g)',
    ]);
  });

  it('keeps what is right beside what is wrong, to find everything in one go', () => {
    const { said, wrong } = read('{ f: { colour: pink, memory: 4 }, t: { a: maybe } }');
    expect(said).toEqual({ 'f.memory': [4] });
    expect(wrong).toHaveLength(2);
  });
});
