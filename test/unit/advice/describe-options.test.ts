import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

// What is set side by side, with all that speaks for each: what was chosen, the best of the other kind, the next form.

const ready = buildRulebook({
  rules: {
    one: {
      'strong-vm': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } },
      'also-strong-vm': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } },
      'slight-vm': { when: { 't.a': 'yes' }, favours: { vm: 'slight' } },
      'slight-container': { when: { 't.b': 'yes' }, favours: { container: 'slight' } },
    },
    two: {
      'by-group': { when: { 't.c': 'yes' }, favours: { vm: 'moderate' }, 'by-way-of': 'vm.group' },
      'no-containers': { when: { 't.d': 'yes' }, 'rules-out': 'container' },
      'no-group': { when: { 't.e': 'yes' }, 'rules-out': ['vm.group'] },
      'suits-slightly': { when: { 't.f': 'yes' }, suits: { 'container.microvm': 'slight' } },
      'suits-strongly': { when: { 't.f': 'yes' }, suits: { 'container.microvm': 'strong' } },
    },
  },
});

const list = (facts: string): string[] =>
  assessText(ready, `facts: { t: { ${facts} } }`).options.map(({ placement, is, votes, suits }) =>
    [
      `${placement} ${is}`,
      ...votes.map(({ concern, strength, rules }) => `${concern} ${strength} by ${rules.join(' and ')}`),
      ...suits.map(({ rule, strength }) => `${strength} ${rule}`),
    ].join(', '),
  );

describe('placements side by side', () => {
  it.each([
    {
      name: 'are what was chosen, the best of the other kind and the next form, a concern by its strongest rules',
      facts: 'a: yes, b: yes, c: no',
      are: [
        'vm.single chosen, one strong by also-strong-vm and strong-vm',
        'container.plain other-kind, one slight by slight-container',
        'vm.group next-form, one strong by also-strong-vm and strong-vm',
      ],
    },
    {
      name: 'have the votes that go by them only',
      facts: 'a: no, c: yes',
      are: ['vm.single chosen', 'container.plain other-kind', 'vm.group next-form, two moderate by by-group'],
    },
    {
      name: 'have what suits them, the strongest first',
      facts: 'a: yes, f: yes',
      are: [
        'vm.single chosen, one strong by also-strong-vm and strong-vm',
        'container.microvm other-kind, strong suits-strongly, slight suits-slightly',
        'vm.group next-form, one strong by also-strong-vm and strong-vm',
      ],
    },
    {
      name: 'have the best of the other kind also where it is ruled out, and no next form where none is left',
      facts: 'd: yes, e: yes',
      are: ['vm.single chosen', 'container.plain other-kind'],
    },
    {
      name: 'are the best of both kinds for either, and no next one',
      facts: 'a: no',
      are: ['vm.single chosen', 'container.plain chosen'],
    },
    { name: 'are none where nothing was said', facts: 'a: unknown', are: [] },
  ])('$name', ({ facts, are }) => {
    expect(list(facts)).toEqual(are);
  });
});
