import { describe, expect, it } from 'vitest';
import { comparePreference, type ConcernVotes } from '../../../src/decide/count-votes.ts';
import { buildRulebook, decideWith } from '../../support/build-rulebook.ts';

describe('what a concern says', () => {
  const ready = buildRulebook({
    rules: {
      // Concerns stand in the order of their names: machine, then platform.
      machine: {
        'slight-vm': { when: { 't.a': 'yes' }, favours: { vm: 'slight' } },
        'strong-vm': { when: { 't.b': 'yes' }, favours: { vm: 'strong' } },
        'moderate-container': { when: { 't.c': 'yes' }, favours: { container: 'moderate' } },
        'slight-vm-again': { when: { 't.e': 'yes' }, favours: { vm: 'slight' } },
      },
      platform: { 'slight-container': { when: { 't.d': 'yes' }, favours: { container: 'slight' } } },
    },
  });

  it.each([
    {
      name: 'nothing where nothing fires',
      on: '',
      votes: [
        [0, 0],
        [0, 0],
      ],
    },
    {
      name: 'its one vote',
      on: 'a',
      votes: [
        [1, 0],
        [0, 0],
      ],
    },
    {
      name: 'its strongest vote of a kind only',
      on: 'a b',
      votes: [
        [3, 0],
        [0, 0],
      ],
    },
    {
      name: 'the same once, however often',
      on: 'a e',
      votes: [
        [1, 0],
        [0, 0],
      ],
    },
    {
      name: 'one vote for each kind',
      on: 'a b c',
      votes: [
        [3, 2],
        [0, 0],
      ],
    },
    {
      name: 'nothing for other concerns',
      on: 'b d',
      votes: [
        [3, 0],
        [0, 1],
      ],
    },
  ])('is $name', ({ on, votes }) => {
    expect(decideWith(ready, on).votes).toEqual(votes);
  });

  it('does not count a rule that only might fire', () => {
    expect(decideWith(ready, '', { 't.a': null }).votes).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('lets two slight votes of one concern weigh less than two of two concerns against it', () => {
    const two = buildRulebook({
      rules: {
        one: {
          x: { when: { 't.a': 'yes' }, favours: { vm: 'slight' } },
          y: { when: { 't.a': 'yes' }, favours: { vm: 'slight' } },
          z: { when: { 't.a': 'yes' }, favours: { vm: 'slight' } },
        },
        two: { u: { when: { 't.a': 'yes' }, favours: { container: 'slight' } } },
        three: { v: { when: { 't.a': 'yes' }, favours: { container: 'slight' } } },
      },
    });
    expect(decideWith(two, 'a')).toMatchObject({ headline: 'container', strength: 'lean' });
  });
});

describe('a vote by way of a placement', () => {
  const ready = buildRulebook({
    rules: {
      platform: {
        fits: {
          when: { 't.a': 'yes' },
          favours: { container: 'strong' },
          'by-way-of': ['container.orchestrated', 'container.microvm'],
        },
        otherwise: { when: { 't.a': 'yes' }, favours: { container: 'slight' } },
      },
      removal: {
        'no-pods': { when: { 't.b': 'yes' }, 'rules-out': 'container.orchestrated' },
        'no-microvms': { when: { 't.c': 'yes' }, 'rules-out': 'container.microvm' },
      },
    },
  });

  it.each([
    { name: 'counts while all of them survive', on: 'a', votes: [0, 3] },
    { name: 'counts while one of them survives', on: 'a b', votes: [0, 3] },
    { name: 'falls silent when none survives, and a lesser vote speaks', on: 'a b c', votes: [0, 1] },
  ])('$name', ({ on, votes }) => {
    expect(decideWith(ready, on).votes[0]).toEqual(votes);
  });

  it('counts while one of them is only in doubt', () => {
    const decision = decideWith(ready, 'a b', { 't.c': null });
    expect(decision.votes[0]).toEqual([0, 3]);
  });

  it('falls silent when the placement lacks what it needs', () => {
    const needy = buildRulebook({
      placements: {
        'container.plain': { isolation: 'shared-kernel' },
        'container.orchestrated': { isolation: 'shared-kernel', needs: { 't.b': 'yes' } },
        'vm.single': { isolation: 'own-kernel' },
      },
      rules: {
        platform: {
          fits: {
            when: { 't.a': 'yes' },
            favours: { container: 'strong' },
            'by-way-of': 'container.orchestrated',
          },
        },
      },
    });
    expect(decideWith(needy, 'a b').headline).toBe('container');
    expect(decideWith(needy, 'a').headline).toBe('either');
  });
});

describe('comparing votes', () => {
  /** One concern each: `v3` a strong vote for VMs, `c1` a slight one for containers. */
  function parse(votes: string): ConcernVotes[] {
    return votes
      .split(' ')
      .filter(Boolean)
      .map((vote) => {
        const tier = Number(vote[1]) as 1 | 2 | 3;
        return vote.startsWith('v') ? [tier, 0] : [0, tier];
      });
  }

  it.each([
    { votes: '', prefers: 'nobody', tier: 0, contested: false },
    { votes: 'v1', prefers: 'vm', tier: 1, contested: false },
    { votes: 'c2', prefers: 'container', tier: 2, contested: false },
    { votes: 'v3 c2 c2 c2 c1 c1', prefers: 'vm', tier: 3, contested: false },
    { votes: 'v2 v2 c2 c1 c1 c1', prefers: 'vm', tier: 2, contested: false },
    { votes: 'v3 c3', prefers: 'nobody', tier: 0, contested: true },
    { votes: 'v3 c3 c1', prefers: 'container', tier: 1, contested: true },
    { votes: 'v2 c2 v1', prefers: 'vm', tier: 1, contested: true },
    { votes: 'v1 c1', prefers: 'nobody', tier: 0, contested: true },
    { votes: 'v3 v3 c3', prefers: 'vm', tier: 3, contested: false },
    { votes: 'v3 c2 c3 c1', prefers: 'container', tier: 2, contested: true },
    { votes: 'v2 c1 c1 c1', prefers: 'vm', tier: 2, contested: false },
  ])(
    '$votes: $prefers, decided at tier $tier, contested: $contested',
    ({ votes, prefers, tier, contested }) => {
      const kind = prefers === 'nobody' ? null : prefers === 'vm' ? 0 : 1;
      expect(comparePreference(parse(votes))).toEqual({ kind, tier, contested });
    },
  );

  it('counts both votes of a concern that has one for each kind', () => {
    expect(comparePreference([[3, 2]])).toEqual({ kind: 0, tier: 3, contested: false });
    expect(comparePreference([[2, 2]])).toEqual({ kind: null, tier: 0, contested: true });
  });
});
