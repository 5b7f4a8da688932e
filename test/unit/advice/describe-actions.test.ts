import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

const ready = buildRulebook({
  facts: { 'f.engine': { presumed: 'no' } },
  rules: {
    votes: {
      'strong-vm': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } },
      'strong-container': { when: { 't.b': 'yes' }, favours: { container: 'strong' } },
    },
    demands: {
      'demands-hardware': { when: { 't.c': 'yes' }, must: 'buy-hardware' },
      'demands-patching': { when: { 't.d': 'yes' }, must: 'patch' },
    },
    removal: { nothing: { when: { 't.f': 'yes' }, 'rules-out': 'all' } },
  },
  actions: {
    'always-anywhere': { level: 'should', for: 'all' },
    'buy-hardware': { level: 'should' },
    'scan-image': { level: 'should', for: 'container' },
    'harden-guest': { level: 'must', for: 'vm' },
    patch: { level: 'should', for: 'vm.single' },
    'on-a-fact': {
      level: 'should',
      for: 'all',
      when: { 't.e': 'yes' },
      'contradicted-by': { 't.g': 'yes', 'f.engine': 'no' },
    },
  },
});

function act(facts: string) {
  return assessText(ready, `facts: { ${facts} }`).actions;
}

describe('what to do', () => {
  it.each([
    { name: 'on a VM', facts: 't: { a: yes }', actions: ['harden-guest', 'always-anywhere', 'patch'] },
    { name: 'in a container', facts: 't: { b: yes }', actions: ['always-anywhere', 'scan-image'] },
    {
      name: 'for both forms of either',
      facts: 't: { a: no }',
      actions: ['harden-guest', 'always-anywhere', 'patch', 'scan-image'],
    },
    {
      name: 'where a rule demands it',
      facts: 't: { b: yes, c: yes }',
      actions: ['buy-hardware', 'always-anywhere', 'scan-image'],
    },
    {
      name: 'on a fact',
      facts: 't: { b: yes, e: yes }',
      actions: ['on-a-fact', 'always-anywhere', 'scan-image'],
    },
    {
      name: 'not on a fact that is unknown',
      facts: 't: { b: yes, e: unknown }',
      actions: ['always-anywhere', 'scan-image'],
    },
    { name: 'nothing where nothing can be placed', facts: 't: { f: yes }', actions: [] },
  ])('$name: $actions', ({ facts, actions }) => {
    expect(act(facts).map((action) => action.id)).toEqual(actions);
  });

  it('becomes a must, and names the rule and its facts, where a rule demands it', () => {
    const patch = act('t: { a: yes, d: yes }').find((action) => action.id === 'patch');
    expect(patch).toMatchObject({
      level: 'must',
      rule: 'demands-patching',
      facts: [{ fact: 't.d', value: 'yes' }],
    });
    expect(act('t: { a: yes }').find((action) => action.id === 'patch')).toMatchObject({
      level: 'should',
      rule: null,
    });
  });

  it('says for which of the chosen forms', () => {
    const forms = Object.fromEntries(act('t: { a: no }').map((action) => [action.id, action.for]));
    expect(forms).toMatchObject({
      'always-anywhere': ['vm.single', 'container.plain'],
      'scan-image': ['container.plain'],
      'harden-guest': ['vm.single'],
    });
  });

  it.each([
    { name: 'a stated fact and a presumption', facts: 't: { e: yes, g: yes }', contradictions: [] },
    {
      name: 'the same, both stated',
      facts: 't: { e: yes, g: yes }, f: { engine: no }',
      contradictions: ['t.g', 'f.engine'],
    },
    {
      name: 'an explicit unknown',
      facts: 't: { e: yes, g: yes }, f: { engine: unknown }',
      contradictions: [],
    },
    { name: 'the opposite', facts: 't: { e: yes, g: yes }, f: { engine: yes }', contradictions: [] },
  ])('is contradicted by $name: $contradictions', ({ facts, contradictions }) => {
    const action = act(facts).find((each) => each.id === 'on-a-fact');
    expect(action?.contradictedBy.map((each) => each.fact)).toEqual(contradictions);
  });
});
