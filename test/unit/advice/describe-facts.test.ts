import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

// The facts that a reason rests on: of a choice of several, only what is so.

const is = (name: string) => ({ [`t.${name}`]: 'yes' });
const ready = buildRulebook({
  facts: { 'n.size': { kind: 'number' } },
  rules: {
    one: {
      plain: { when: { all: [is('a'), is('b')] }, favours: { vm: 'slight' } },
      choice: { when: { any: [is('a'), is('b'), is('c')] }, favours: { vm: 'slight' } },
      nested: {
        when: { any: [{ all: [is('a'), is('b')] }, { all: [is('a'), { any: [is('c'), is('d')] }] }] },
        favours: { vm: 'slight' },
      },
      whole: { when: { any: [{ 't.a': 'yes' }, { 't.a': 'no' }, is('b')] }, favours: { vm: 'slight' } },
      either: {
        when: { any: [{ 'n.size': { above: 4 } }, { 'n.size': { 'at-most': 4 }, 't.h': 'yes' }] },
        favours: { vm: 'slight' },
      },
    },
  },
});

describe('a reason', () => {
  it.each([
    { rule: 'plain', facts: 't: { a: yes, b: yes, c: yes }', on: ['t.a yes', 't.b yes'] },
    { rule: 'choice', facts: 't: { a: yes, b: no }', on: ['t.a yes'] },
    { rule: 'choice', facts: 't: { a: yes, b: no, c: yes }', on: ['t.a yes', 't.c yes'] },
    { rule: 'nested', facts: 't: { a: yes, b: no, c: yes, d: no }', on: ['t.a yes', 't.c yes'] },
    { rule: 'nested', facts: 't: { a: yes, b: yes, c: no, d: no }', on: ['t.a yes', 't.b yes'] },
    // One of the branches holds, whichever: what nobody knows is no evidence.
    { rule: 'whole', facts: 't: { b: yes }', on: ['t.b yes'] },
    { rule: 'either', facts: 'n: { size: 8 }, t: { h: yes }', on: ['n.size 8'] },
    { rule: 'either', facts: 'n: { size: 2 }, t: { h: yes }', on: ['t.h yes', 'n.size 2'] },
  ])('of $rule with $facts rests on $on', ({ rule, facts, on }) => {
    const { reasons } = assessText(ready, `facts: { ${facts} }`);
    const reason = reasons.for.find((each) => each.rule === rule);
    expect(
      reason?.facts.map(({ fact, value }) => `${fact} ${JSON.stringify(value)}`.replaceAll('"', '')),
    ).toEqual(on);
  });
});

describe('what was said of a fact', () => {
  it.each([
    { said: '4', value: 4 },
    { said: '{ at-least: 2, at-most: 8 }', value: { 'at-least': 2, 'at-most': 8 } },
    { said: 'unknown', value: 'unknown' },
  ])('$said is $value, with its place', ({ said, value }) => {
    const { facts } = assessText(ready, `facts: { n: { size: ${said} } }`);
    expect(facts['n.size']).toMatchObject({ value, origin: 'stated', at: { line: 2 } });
  });
  it('several values are all of them', () => {
    const { facts } = assessText(ready, 'facts: { t: { a: [yes, no], b: [yes] } }');
    expect(facts['t.a']?.value).toEqual(['yes', 'no']);
    expect(facts['t.b']?.value).toBe('yes');
  });
});
