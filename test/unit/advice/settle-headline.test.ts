import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

// Whatever is answered the same comes out, though every rule by itself is silent.

const ready = buildRulebook({
  rules: {
    one: { 'if-so': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } } },
    two: { 'if-not': { when: { 't.a': 'no' }, favours: { vm: 'strong' } } },
    three: {
      'out-if-so': { when: { 't.b': 'yes', 't.c': 'yes' }, 'rules-out': 'all' },
      'out-if-not': { when: { 't.b': 'no', 't.c': 'yes' }, 'rules-out': 'all' },
    },
    four: {
      'suits-group': {
        when: { 't.d': 'yes' },
        suits: { 'vm.group': 'slight', 'container.microvm': 'slight' },
      },
    },
  },
});

describe('a headline that every answer leads to', () => {
  it.each([
    {
      name: 'is lean at most, with the best form of each kind',
      facts: 't: { a: unknown, c: no, d: yes }',
      is: {
        headline: 'vm',
        strength: 'lean',
        placement: 'vm.group',
        runnerUp: { placement: 'container.microvm' },
      },
    },
    {
      name: 'is as strong as its votes where one of them speaks',
      facts: 't: { a: yes, c: no }',
      is: { headline: 'vm', strength: 'clear', placement: 'vm.single' },
    },
    {
      name: 'may be that nothing is left',
      facts: 't: { a: yes, b: unknown, c: yes }',
      is: { headline: 'none', strength: null, forms: [], runnerUp: null },
    },
  ])('$name', ({ facts, is }) => {
    const { verdict, conflicts } = assessText(ready, `facts: { ${facts} }`);
    expect(verdict).toMatchObject({ ...is, contested: false });
    if (is.headline !== 'none') expect(conflicts).toEqual([]);
  });
});
