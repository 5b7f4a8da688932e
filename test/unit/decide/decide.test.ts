import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/decide/decide.ts';
import { buildRulebook, decideWith, knowing, positionOf, turnOn } from '../../support/build-rulebook.ts';

const ready = buildRulebook({
  rules: {
    votes: {
      'strong-vm': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } },
      'strong-container': { when: { 't.b': 'yes' }, favours: { container: 'strong' } },
    },
    forms: { 'suits-microvm': { when: { 't.c': 'yes' }, suits: { 'container.microvm': 'slight' } } },
    removal: {
      floor: { when: { 't.d': 'yes' }, isolation: 'own-kernel' },
      'no-containers': { when: { 't.e': 'yes' }, 'rules-out': 'container' },
      'no-vms': { when: { 't.f': 'yes' }, 'rules-out': 'vm' },
      'no-pods': { when: { 't.g': 'yes' }, 'rules-out': 'container.orchestrated' },
    },
  },
});

function place(on: string) {
  const { headline, forms, runnerUp } = decideWith(ready, on);
  const idOf = (form: number | null) => (form === null ? null : (ready.model.placements[form]?.id ?? ''));
  return { headline, forms: forms.map(idOf), runnerUp: idOf(runnerUp) };
}

describe('forms and runner-up', () => {
  it.each([
    {
      name: 'the best of its kind, and of the other',
      on: 'a c',
      headline: 'vm',
      forms: ['vm.single'],
      runnerUp: 'container.microvm',
    },
    {
      name: 'the other way round',
      on: 'b',
      headline: 'container',
      forms: ['container.plain'],
      runnerUp: 'vm.single',
    },
    {
      name: 'both kinds side by side for either',
      on: 'c',
      headline: 'either',
      forms: ['vm.single', 'container.microvm'],
      runnerUp: null,
    },
    { name: 'nothing for none', on: 'e f', headline: 'none', forms: [], runnerUp: null },
    {
      name: 'when forced, the one that fewest rules removed',
      on: 'd e',
      headline: 'vm',
      forms: ['vm.single'],
      runnerUp: 'container.microvm',
    },
    {
      name: 'among equals, the one that suits best',
      on: 'e c',
      headline: 'vm',
      forms: ['vm.single'],
      runnerUp: 'container.microvm',
    },
    {
      name: 'among equals that suit alike, the one declared first',
      on: 'e',
      headline: 'vm',
      forms: ['vm.single'],
      runnerUp: 'container.plain',
    },
    {
      name: 'only what survives, where something does',
      on: 'a d',
      headline: 'vm',
      forms: ['vm.single'],
      runnerUp: 'container.microvm',
    },
    {
      name: 'a VM where containers are forced',
      on: 'f',
      headline: 'container',
      forms: ['container.plain'],
      runnerUp: 'vm.single',
    },
  ])('$name', ({ on, headline, forms, runnerUp }) => {
    expect(place(on)).toEqual({ headline, forms, runnerUp });
  });

  it('has no runner-up where the rulebook knows one kind only', () => {
    const one = buildRulebook({ placements: { 'vm.single': { isolation: 'own-kernel' } } });
    expect(decideWith(one, '')).toMatchObject({ headline: 'vm', strength: 'forced', runnerUp: null });
  });

  it('counts unmet needs among what removed a placement', () => {
    const needy = buildRulebook({
      placements: {
        'container.plain': { isolation: 'shared-kernel', needs: { 't.a': 'yes' } },
        'container.microvm': { isolation: 'own-kernel' },
        'vm.single': { isolation: 'own-kernel' },
      },
      rules: { removal: { 'no-containers': { when: { 't.b': 'yes' }, 'rules-out': 'container' } } },
    });
    expect(decideWith(needy, 'b').runnerUp).toBe(positionOf(needy.model.placements, 'container.microvm'));
    expect(decideWith(needy, 'a b').runnerUp).toBe(positionOf(needy.model.placements, 'container.plain'));
  });
});

describe('a waived rule', () => {
  const { rules } = ready.model;
  const { state } = knowing(ready, turnOn('a e'));

  it.each([
    { waived: [], headline: 'vm', strength: 'forced' },
    { waived: ['no-containers'], headline: 'vm', strength: 'clear' },
    { waived: ['strong-vm', 'no-containers'], headline: 'either', strength: null },
  ])('counts as absent: without $waived it is $headline, $strength', ({ waived, headline, strength }) => {
    const positions = new Set(waived.map((id) => positionOf(rules, id)));
    expect(decide(ready.model, state, positions)).toMatchObject({ headline, strength });
  });
});
