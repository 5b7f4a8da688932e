import { describe, expect, it } from 'vitest';
import { buildState, indexOfValue, maskOfValues } from '../../../src/decide/build-state.ts';
import type { ModelFact } from '../../../src/decide/model.ts';
import { buildRulebook, knowing, positionOf, type Said } from '../../support/build-rulebook.ts';

const ready = buildRulebook({
  facts: {
    'f.wood': {
      kind: 'choice',
      values: { oak: 'o', elm: 'e', ash: 'a' },
      'any-of': ['elm', 'ash', 'oak'],
    },
    'f.colour': { kind: 'choice', values: { red: 'r', green: 'g', blue: 'b' }, presumed: 'green' },
    'f.shape': { kind: 'choice', values: { round: 'r', square: 's' } },
    'f.memory': { kind: 'number', unit: 'GiB', above: 0 },
    'f.exact': { kind: 'number' },
    'f.count': { kind: 'number', whole: 'yes', 'at-least': 1, 'at-most': 50, presumed: 3 },
  },
  rules: {
    x: {
      memory: { when: { 'f.memory': { 'at-most': 2 } }, note: 'Said.' },
      'much-memory': { when: { 'f.memory': { above: 8, below: 64 } }, note: 'Said.' },
      exact: { when: { 'f.exact': [0, 5] }, note: 'Said.' },
      count: { when: { 'f.count': { above: 4 } }, note: 'Said.' },
      'high-count': { when: { 'f.count': { 'at-least': 10 } }, note: 'Said.' },
      limits: {
        when: { any: [{ 'f.count': { 'at-least': 1 } }, { 'f.count': { above: 50 } }] },
        note: 'Said.',
      },
    },
  },
});

function factCalled(id: string): ModelFact {
  const fact = ready.model.facts[positionOf(ready.model.facts, id)];
  if (fact === undefined) throw new Error(id);
  return fact;
}

/** The bits of a fact in both states, and whether it counts as presumed. */
function lookUp(id: string, said: Said) {
  const known = knowing(ready, said);
  const index = positionOf(ready.model.facts, id);
  return {
    state: known.state[index]?.toString(2),
    withheld: known.withheld[index]?.toString(2),
    presumed: known.presumed.has(index),
  };
}

describe('what is known of a fact', () => {
  it.each([
    { name: 'stated', said: { 'f.colour': 'red' }, state: '1', withheld: '1', presumed: false },
    {
      name: 'stated as presumed',
      said: { 'f.colour': 'green' },
      state: '10',
      withheld: '10',
      presumed: false,
    },
    { name: 'not mentioned', said: {}, state: '10', withheld: '111', presumed: true },
    {
      name: 'explicitly unknown',
      said: { 'f.colour': null },
      state: '111',
      withheld: '111',
      presumed: false,
    },
    {
      name: 'one of two',
      said: { 'f.colour': ['red', 'blue'] },
      state: '101',
      withheld: '101',
      presumed: false,
    },
  ])('with a presumption, $name', ({ said, state, withheld, presumed }) => {
    expect(lookUp('f.colour', said)).toEqual({ state, withheld, presumed });
  });

  it.each([
    { name: 'stated', said: { 'f.shape': 'square' }, state: '10', withheld: '10' },
    { name: 'not mentioned', said: {}, state: '11', withheld: '11' },
    { name: 'explicitly unknown', said: { 'f.shape': null }, state: '11', withheld: '11' },
  ])('without a presumption, $name', ({ said, state, withheld }) => {
    expect(lookUp('f.shape', said)).toEqual({ state, withheld, presumed: false });
  });

  it('presumes a number by its interval', () => {
    expect(lookUp('f.count', {})).toEqual({ state: '1', withheld: '111', presumed: true });
  });

  it('covers exactly the intervals of several possible numbers', () => {
    expect(lookUp('f.count', { 'f.count': [4, 10, 11] }).state).toBe('101');
  });

  it.each([
    { name: 'from a number on', said: { 'at-least': 5 }, state: '110' },
    { name: 'up to a number', said: { 'at-most': 9 }, state: '11' },
    { name: 'up to the last number of an interval', said: { 'at-most': 4 }, state: '1' },
    { name: 'between two', said: { 'at-least': 5, 'at-most': 9 }, state: '10' },
    { name: 'across all cuts', said: { 'at-least': 1, 'at-most': 50 }, state: '111' },
  ])('covers every interval that bounds reach, $name', ({ said, state }) => {
    expect(
      buildState(ready.model, new Map([['f.count', { values: [said] }]])).state[
        positionOf(ready.model.facts, 'f.count')
      ]?.toString(2),
    ).toBe(state);
  });

  it.each([
    { name: 'one value', said: ['oak'], state: '1' },
    { name: 'two, the better second', said: ['oak', 'elm'], state: '10' },
    { name: 'all', said: ['oak', 'elm', 'ash'], state: '10' },
    { name: 'two without the best', said: ['ash', 'oak'], state: '100' },
    { name: 'unknown, which is no choice', said: null, state: '111' },
  ])('takes the most preferred where any would do: $name', ({ said, state }) => {
    expect(lookUp('f.wood', { 'f.wood': said }).state).toBe(state);
  });

  it('takes statements as they come, in any order', () => {
    const one: Said = { 'f.colour': 'red', 'f.shape': 'round' };
    const other: Said = { 'f.shape': 'round', 'f.colour': 'red' };
    expect(knowing(ready, one).state).toEqual(knowing(ready, other).state);
  });

  it('knows nothing that was not said of an empty workload', () => {
    const { withheld } = buildState(ready.model, new Map());
    expect(withheld).toEqual(ready.model.facts.map((fact) => fact.all));
  });
});

describe('intervals of numbers', () => {
  it.each([
    {
      id: 'f.memory',
      cut: '2 | and | 8 |, | 64',
      values: [0.1, 2, 2.001, 8, 8.001, 63.9, 64, 99],
      in: [0, 0, 1, 1, 2, 2, 3, 3],
    },
    { id: 'f.exact', cut: '| 0 | and | 5 |', values: [-1, 0, 0.1, 4.9, 5, 5.1], in: [0, 1, 2, 2, 3, 4] },
    { id: 'f.count', cut: '4 | and | 10', values: [1, 4, 5, 9, 10, 11, 50], in: [0, 0, 1, 1, 2, 2, 2] },
  ])('$id is cut at $cut', ({ id, values, in: intervals }) => {
    const fact = factCalled(id);
    expect(values.map((value) => indexOfValue(fact, value))).toEqual(intervals);
  });

  it('has no interval that no whole number lies in', () => {
    const fact = factCalled('f.count');
    const everyNumber = Array.from({ length: 50 }, (_, index) => index + 1);
    expect(maskOfValues(fact, everyNumber)).toBe(fact.all);
  });
});
