import { describe, expect, it } from 'vitest';
import { judgeCondition } from '../../../src/decide/judge-condition.ts';
import { listLeanings } from '../../../src/decide/list-leanings.ts';
import { buildRulebook, knowing, type Said } from '../../support/build-rulebook.ts';

const quiet = { presumed: 'no' };

/** The presumed facts that a condition's judgement leans on, with the facts p.* presumed no. */
function lean(when: unknown, said: Said): string[] {
  const ready = buildRulebook({
    facts: { 'p.one': quiet, 'p.two': quiet, 'p.three': quiet },
    rules: { x: { rule: { when, note: 'Said.' } } },
  });
  const condition = ready.model.rules[0]?.when;
  if (condition === undefined) throw new Error('no rule');
  const { state, presumed, withheld } = knowing(ready, said);
  const judged = judgeCondition(condition, state);
  return listLeanings(condition, state, presumed, withheld, judged).map(
    (fact) => ready.model.facts[fact]?.id ?? '',
  );
}

describe('what a judgement leans on', () => {
  const one = { 'p.one': 'no' };
  const two = { 'p.two': 'no' };
  const three = { 'p.three': 'no' };

  it.each([
    { name: 'nothing where all is stated', when: { 't.a': 'yes' }, said: { 't.a': 'yes' }, on: [] },
    { name: 'a presumption that carries it', when: one, said: {}, on: ['p.one'] },
    { name: 'nothing where the presumed value was stated', when: one, said: { 'p.one': 'no' }, on: [] },
    { name: 'nothing where it was said to be unknown', when: one, said: { 'p.one': null }, on: [] },
    {
      name: 'every presumption that all must hold',
      when: { ...one, ...two },
      said: {},
      on: ['p.one', 'p.two'],
    },
    { name: 'a presumption that keeps it from firing', when: { not: one }, said: {}, on: ['p.one'] },
    {
      name: 'nothing where another branch holds anyway',
      when: { any: [one, { 't.a': 'yes' }] },
      said: { 't.a': 'yes' },
      on: [],
    },
    { name: 'both where either alone would do', when: { any: [one, two] }, said: {}, on: ['p.one', 'p.two'] },
    {
      name: 'the one that matters by itself, not the two that stand in for each other',
      when: { ...one, any: [two, three] },
      said: {},
      on: ['p.one'],
    },
    {
      name: 'not on facts that it does not read',
      when: { ...one, 't.a': 'yes' },
      said: { 't.a': 'yes' },
      on: ['p.one'],
    },
    {
      name: 'nothing where it fails for a stated reason',
      when: { ...one, 't.a': 'yes' },
      said: { 't.a': 'no' },
      on: [],
    },
  ])('$name', ({ when, said, on }) => {
    expect(lean(when, said)).toEqual(on);
  });
});
