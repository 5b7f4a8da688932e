import { maskOfKind } from '../../../src/decide/kinds.ts';
import { describe, expect, it } from 'vitest';
import { truth } from '../../../src/decide/judge-condition.ts';
import { listRemovers } from '../../../src/decide/survivors.ts';
import {
  buildRulebook,
  decideWith,
  namePlacements,
  positionOf,
  type Said,
} from '../../support/build-rulebook.ts';

const ready = buildRulebook({
  placements: {
    'container.plain': { isolation: 'shared-kernel' },
    'container.rootless': { isolation: 'user-namespace' },
    'container.sandboxed': { isolation: 'user-kernel' },
    'container.microvm': { isolation: 'own-kernel', needs: { 't.a': 'yes' } },
    'vm.single': { isolation: 'own-kernel' },
  },
  groups: { 'weak-containers': ['container.plain', 'container.rootless'] },
  rules: {
    removal: {
      'no-plain': { when: { 't.b': 'yes' }, 'rules-out': 'container.plain' },
      'no-weak': { when: { 't.c': 'yes' }, 'rules-out': ['weak-containers', 'container.sandboxed'] },
      'no-vms': { when: { 't.d': 'yes' }, 'rules-out': 'vm' },
      'no-containers': { when: { 't.e': 'yes' }, 'rules-out': 'container' },
      nothing: { when: { 't.f': 'yes' }, 'rules-out': 'all' },
      floor: { when: { 't.g': 'yes' }, isolation: 'user-kernel' },
    },
  },
});

const [plain, rootless, sandboxed, microvm, single] = ready.model.placements.map((each) => each.id);

/** What survives for certain, and what survives in doubt. */
function survive(on: string, said: Said = {}) {
  const { alive, open } = decideWith(ready, on, said).survivors;
  return { certain: namePlacements(ready, alive & ~open), open: namePlacements(ready, open) };
}

describe('what survives', () => {
  it.each([
    {
      name: 'everything whose needs are met',
      on: 'a',
      certain: [plain, rootless, sandboxed, microvm, single],
    },
    { name: 'not what lacks its needs', on: '', certain: [plain, rootless, sandboxed, single] },
    { name: 'not what a rule names', on: 'a b', certain: [rootless, sandboxed, microvm, single] },
    { name: 'not what a group or a list names', on: 'a c', certain: [microvm, single] },
    {
      name: 'no placement of a kind that is ruled out',
      on: 'a d',
      certain: [plain, rootless, sandboxed, microvm],
    },
    { name: 'only the other kind', on: 'a e', certain: [single] },
    { name: 'nothing where all is ruled out', on: 'a f', certain: [] },
    {
      name: 'nothing below the isolation floor, the floor itself included',
      on: 'a g',
      certain: [sandboxed, microvm, single],
    },
    { name: 'what several removers leave together', on: 'b d', certain: [rootless, sandboxed] },
  ])('is $name', ({ on, certain }) => {
    expect(survive(on)).toEqual({ certain, open: [] });
  });

  it.each([
    { name: 'a rule that might fire', on: 'a', unknown: 't.b', open: [plain] },
    { name: 'a floor that might be demanded', on: 'a', unknown: 't.g', open: [plain, rootless] },
    { name: 'needs that may be unmet', on: '', unknown: 't.a', open: [microvm] },
  ])('is open under $name', ({ on, unknown, open }) => {
    expect(survive(on, { [unknown]: null }).open).toEqual(open);
  });

  it('is gone, not open, where something certain removes it too', () => {
    const { certain, open } = survive('a c', { 't.b': null });
    expect([...certain, ...open]).toEqual([microvm, single]);
  });
});

describe('what removes a placement', () => {
  function remove(placement: string, on: string, said: Said, certainty: 1 | 2) {
    const { judgement } = decideWith(ready, on, said);
    const removers = listRemovers(
      ready.model,
      judgement,
      positionOf(ready.model.placements, placement),
      certainty,
    );
    return {
      rules: removers.flatMap((each) => (each.is === 'rule' ? [ready.model.rules[each.rule]?.id] : [])),
      needs: removers.some((each) => each.is === 'needs'),
    };
  }

  it.each([
    { placement: 'container.plain', on: 'b c', rules: ['no-plain', 'no-weak'], needs: false },
    { placement: 'container.microvm', on: 'b', rules: [], needs: true },
    { placement: 'container.plain', on: 'g', rules: ['floor'], needs: false },
    { placement: 'vm.single', on: 'a b c e g', rules: [], needs: false },
  ])('$placement with $on: rules $rules, needs $needs', ({ placement, on, rules, needs }) => {
    expect(remove(placement, on, {}, truth.true)).toEqual({ rules, needs });
  });

  it('tells what does from what might', () => {
    const said = { 't.a': null, 't.f': null };
    expect(remove('container.microvm', 'e', said, truth.true)).toEqual({
      rules: ['no-containers'],
      needs: false,
    });
    expect(remove('container.microvm', 'e', said, truth.unknown)).toEqual({
      rules: ['nothing'],
      needs: true,
    });
  });
});

describe('kinds', () => {
  it.each([
    [0, ['vm.single']],
    [1, [plain, rootless, sandboxed, microvm]],
  ] as const)('%i stands for its placements', (kind, ids) => {
    expect(namePlacements(ready, maskOfKind(ready.model, kind))).toEqual(ids);
  });
});
