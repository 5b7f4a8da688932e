import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

// What stands outside the placements is named, and decides nothing.

const ready = buildRulebook({
  outside: ['service', 'machine'],
  facts: { 'f.old': { presumed: 'yes' } },
  rules: {
    c: {
      'a-service': { when: { 't.a': 'yes' }, consider: 'service', instead: 'Buy it.' },
      'a-machine': { when: { 't.b': 'yes', 'f.old': 'yes' }, consider: 'machine' },
      'again-a-service': { when: { 't.c': 'yes' }, consider: 'service', favours: { vm: 'slight' } },
    },
  },
});

describe('what to consider first', () => {
  it.each([
    { name: 'nothing where no rule says so', facts: 't: { d: yes }', considered: [] },
    { name: 'nothing while the rule is undecided', facts: 't: { a: unknown }', considered: [] },
    { name: 'what a rule that fires names', facts: 't: { a: yes }', considered: ['service a-service'] },
    {
      name: 'each entry once, in the order of the rulebook, by the first rule that names it',
      facts: 't: { a: yes, b: yes, c: yes }',
      considered: ['service a-service', 'machine a-machine'],
    },
  ])('is $name', ({ facts, considered }) => {
    const { consider } = assessText(ready, `facts: { ${facts} }`);
    expect(consider.map(({ id, rule }) => `${id} ${rule}`)).toEqual(considered);
  });

  it('says why, what instead, and the facts it rests on, presumptions too', () => {
    const [first, second] = assessText(ready, 'facts: { t: { a: yes, b: yes } }').consider;
    expect(first).toMatchObject({ title: 'Title of service', because: 'Because.', instead: 'Buy it.' });
    expect(second?.facts).toMatchObject([
      { fact: 't.b', value: 'yes', origin: 'stated' },
      { fact: 'f.old', value: 'yes', origin: 'presumed' },
    ]);
  });

  it('is never the headline, and no vote', () => {
    const advice = assessText(ready, 'facts: { t: { a: yes } }');
    expect(advice).toMatchObject({ verdict: { headline: 'either' }, votes: [], reasons: { for: [] } });
  });
});
