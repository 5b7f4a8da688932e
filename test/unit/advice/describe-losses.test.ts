import { describe, expect, it } from 'vitest';
import { describeLosses } from '../../../src/advice/describe-losses.ts';
import { buildRulebook, positionOf } from '../../support/build-rulebook.ts';
import { placeText } from '../../support/build-workload.ts';

// Why a placement that is possible was not chosen, as `advise why` tells it.

const ready = buildRulebook({
  rules: {
    one: {
      'strong-vm': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } },
      'weak-vm': { when: { 't.b': 'yes' }, favours: { vm: 'moderate' } },
    },
    two: {
      'other-vm': { when: { 't.b': 'yes' }, favours: { vm: 'moderate' } },
      'strong-container': { when: { 't.c': 'yes' }, favours: { container: 'strong' } },
      'group-vm': {
        when: { 't.a': 'yes' },
        favours: { vm: 'strong' },
        'by-way-of': 'vm.group',
      },
    },
    three: {
      'suits-group': { when: { 't.d': 'yes' }, suits: { 'vm.group': 'moderate' } },
      'suits-both': { when: { 't.d': 'yes' }, suits: { 'vm.single': 'strong', 'vm.group': 'strong' } },
      'suits-single': { when: { 't.e': 'yes' }, suits: { 'vm.single': 'slight' } },
      'no-group': { when: { 't.f': 'yes' }, 'rules-out': ['vm.group'] },
    },
  },
});

const tell = (placement: string, facts: string): string[] =>
  describeLosses(
    placeText(ready, `facts: { t: { ${facts} } }`),
    positionOf(ready.rulebook.placements, placement),
  ).map(({ to, by, rules }) => [to, by, ...rules].join(' '));

describe('a placement that was not chosen', () => {
  it.each([
    { name: 'lost nothing where it was chosen', of: 'vm.single', facts: 'a: yes, f: yes', to: [] },
    { name: 'lost nothing where it is out', of: 'vm.group', facts: 'a: yes, f: yes', to: [] },
    {
      name: 'lost to the other kind by the votes that decided, not by weaker ones',
      of: 'container.plain',
      facts: 'a: yes, b: yes, f: yes',
      to: ['vm.single kind strong-vm'],
    },
    {
      name: 'lost by votes of all concerns that reach as high',
      of: 'container.plain',
      facts: 'a: no, b: yes',
      to: ['vm.single kind other-vm weak-vm'],
    },
    {
      name: 'lost by votes that go by a placement which is left, not by others',
      of: 'container.plain',
      facts: 'a: yes, d: yes',
      to: ['vm.group kind group-vm strong-vm'],
    },
    {
      name: 'lost to containers just the same',
      of: 'vm.single',
      facts: 'a: no, c: yes',
      to: ['container.plain kind strong-container'],
    },
    {
      name: 'lost to the other kind, and within its own to what is declared first',
      of: 'container.orchestrated',
      facts: 'b: yes',
      to: ['vm.single kind other-vm weak-vm', 'container.plain order'],
    },
    { name: 'lost to what is declared first', of: 'vm.group', facts: 'b: yes', to: ['vm.single order'] },
    {
      name: 'lost to what is suited more, by what suits only the other, whatever suits less strongly',
      of: 'vm.single',
      facts: 'b: yes, d: yes, e: yes',
      to: ['vm.group suits suits-group'],
    },
    {
      name: 'lost by what suits slightly where nothing else does',
      of: 'vm.group',
      facts: 'b: yes, e: yes',
      to: ['vm.single suits suits-single'],
    },
    {
      name: 'lost to no other kind where none is preferred',
      of: 'container.orchestrated',
      facts: 'h: yes',
      to: ['container.plain order'],
    },
  ])('$name', ({ of, facts, to }) => {
    expect(tell(of, facts)).toEqual(to);
  });
});
