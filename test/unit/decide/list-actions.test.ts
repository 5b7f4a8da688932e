import { describe, expect, it } from 'vitest';
import { at } from '../../../src/at.ts';
import { listActions } from '../../../src/decide/list-actions.ts';
import { buildRulebook, decideWith, knowing, turnOn } from '../../support/build-rulebook.ts';

const ready = buildRulebook({
  rules: {
    votes: { 'towards-vm': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } } },
    demands: {
      'first-demands': { when: { 't.b': 'yes' }, must: 'demanded' },
      'second-demands': { when: { 't.c': 'yes' }, must: 'demanded' },
      'demands-what-fits': { when: { 't.d': 'yes' }, must: 'for-containers' },
    },
    removal: {
      'no-containers': { when: { 't.f': 'yes' }, 'rules-out': 'container' },
      'no-vms': { when: { 't.g': 'yes' }, 'rules-out': 'vm' },
    },
  },
  actions: {
    demanded: { level: 'must' },
    'for-containers': { level: 'should', for: 'container' },
    'for-vms': { level: 'must', for: 'vm' },
    'for-plain-if-e': { level: 'should', for: 'container.plain', when: { 't.e': 'yes' } },
  },
});

/** What is to be done, with who demands it and the placements that it is for. */
function callFor(on: string, unknown = ''): string[] {
  const said = { ...turnOn(on), ...(unknown === '' ? {} : { [unknown]: null }) };
  const { model } = ready;
  const { state } = knowing(ready, said);
  return listActions(model, state, decideWith(ready, on, said)).map(({ action, must, demandedBy, forms }) => {
    const by = demandedBy === null ? '' : ` (${at(model.rules, demandedBy).id})`;
    const places = forms.map((form) => at(model.placements, form).id).join(', ');
    return `${must ? 'must' : 'should'} ${at(model.actions, action).id}${by}: ${places}`;
  });
}

describe('what is to be done', () => {
  it.each([
    { name: 'what fits the chosen placement', on: 'a', actions: ['must for-vms: vm.single'] },
    {
      name: 'what fits either of two, for the one that it fits',
      on: '',
      actions: ['should for-containers: container.plain', 'must for-vms: vm.single'],
    },
    {
      name: 'what has a condition, where it holds',
      on: 'e g',
      actions: ['should for-containers: container.plain', 'should for-plain-if-e: container.plain'],
    },
    {
      name: 'not where that is unknown',
      on: 'g',
      unknown: 't.e',
      actions: ['should for-containers: container.plain'],
    },
    {
      name: 'what a rule demands is a must for all that is chosen, by the first that demands it',
      on: 'b c f',
      actions: ['must demanded (first-demands): vm.single', 'must for-vms: vm.single'],
    },
    {
      name: 'by the other where the first keeps quiet',
      on: 'c f',
      actions: ['must demanded (second-demands): vm.single', 'must for-vms: vm.single'],
    },
    {
      name: 'what would only be good is a must where a rule demands it, whatever it is for',
      on: 'a d',
      actions: ['must for-containers (demands-what-fits): vm.single', 'must for-vms: vm.single'],
    },
    { name: 'nothing where nothing can be placed', on: 'b f g', actions: [] },
  ])('is $name', ({ on, unknown, actions }) => expect(callFor(on, unknown)).toEqual(actions));
});
