import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truth } from '../../../src/decide/judge-condition.ts';
import type { Remover } from '../../../src/decide/survivors.ts';
import { listConflicts, mostConflicts } from '../../../src/decide/list-conflicts.ts';
import type { Judgement } from '../../../src/decide/judge-rules.ts';
import { type Model, suitsNothing } from '../../../src/decide/model.ts';
import { buildRulebook, decideWith } from '../../support/build-rulebook.ts';
import { howMany } from '../../support/how-many.ts';

function name(model: Model, remover: Remover): string {
  return remover.is === 'rule'
    ? (model.rules[remover.rule]?.id ?? '')
    : `needs of ${model.placements[remover.placement]?.id ?? ''}`;
}

describe('the smallest sets that leave nothing', () => {
  const ready = buildRulebook({
    placements: {
      'container.plain': { isolation: 'shared-kernel', needs: { 't.g': 'no' } },
      'container.microvm': { isolation: 'own-kernel' },
      'vm.single': { isolation: 'own-kernel' },
    },
    rules: {
      removal: {
        everything: { when: { 't.a': 'yes' }, 'rules-out': 'all' },
        containers: { when: { 't.b': 'yes' }, 'rules-out': 'container' },
        vms: { when: { 't.c': 'yes' }, 'rules-out': 'vm' },
        floor: { when: { 't.d': 'yes' }, isolation: 'own-kernel' },
        'no-microvm': { when: { 't.e': 'yes' }, 'rules-out': 'container.microvm' },
        'all-again': { when: { 't.f': 'yes' }, 'rules-out': ['vm', 'container'] },
      },
    },
  });

  it.each([
    { on: '', sets: [] },
    { on: 'b', sets: [] },
    { on: 'a', sets: [['everything']] },
    { on: 'a b c', sets: [['everything']] },
    { on: 'a f', sets: [['all-again'], ['everything']] },
    { on: 'b c d e', sets: [['containers', 'vms']] },
    { on: 'c d e', sets: [['floor', 'no-microvm', 'vms']] },
    { on: 'c e g', sets: [['needs of container.plain', 'no-microvm', 'vms']] },
    {
      on: 'c d e g',
      sets: [
        ['needs of container.plain', 'no-microvm', 'vms'],
        ['floor', 'no-microvm', 'vms'],
      ],
    },
  ])('with $on: $sets', ({ on, sets }) => {
    const { conflicts } = decideWith(ready, on);
    expect(conflicts.map((set) => set.map((remover) => name(ready.model, remover)))).toEqual(sets);
  });

  it('agrees with brute force on random removers', () => {
    const count = 4;
    const everything = 2 ** count - 1;
    const masks = fc.array(fc.integer({ min: 1, max: everything }), { maxLength: 7 });
    let nones = 0;
    fc.assert(
      fc.property(masks, fc.integer({ min: 0, max: everything }), (removes, unmet) => {
        const model = makeModel(count, removes);
        const judgement: Judgement = {
          rules: removes.map(() => truth.true),
          needs: model.placements.map((_, index) =>
            (unmet & (1 << index)) === 0 ? truth.true : truth.false,
          ),
        };
        const expected = findByForce(model, removes, unmet, everything);
        const found = listConflicts(model, judgement).map((set) =>
          set
            .map((each) => name(model, each))
            .sort()
            .join(),
        );
        if (expected.length > 0) nones++;
        expect(found.sort()).toEqual(expected);
      }),
      { seed: 5, numRuns: howMany(800) },
    );
    expect(nones, 'runs in which nothing was left').toBeGreaterThan(howMany(300));
  });
});

it('a rulebook with very many smallest sets gets the first hundred of them', () => {
  // Ten placements, each removed by twenty rules of its own: twenty to the tenth smallest sets.
  const placements = 10;
  const removes = Array.from({ length: placements * 20 }, (_, index) => 1 << (index % placements));
  const model = makeModel(placements, removes);
  const sets = listConflicts(model, {
    rules: removes.map(() => truth.true),
    needs: model.placements.map(() => truth.true),
  }).map((set) => set.map((each) => name(model, each)));
  expect(sets).toHaveLength(mostConflicts);
  expect(new Set(sets.map(String)).size).toBe(mostConflicts);
  expect(sets.map(String)).toEqual(sets.map(String).toSorted());
  for (const set of sets) {
    const covered = set.reduce((mask, rule) => mask | (removes[Number(rule.slice(1))] ?? 0), 0);
    expect([set.length, covered]).toEqual([placements, 2 ** placements - 1]);
  }
});

function makeModel(count: number, removes: readonly number[]): Model {
  const when = { node: { is: 'all', of: [] }, reads: [], repeated: [] } as const;
  return {
    facts: [],
    placements: Array.from({ length: count }, (_, index) => ({
      id: `p${index}`,
      kind: 1,
      level: 0,
      needs: null,
    })),
    concerns: 1,
    rules: removes.map((mask, index) => ({
      id: `r${index}`,
      concern: 0,
      when,
      removes: mask,
      favours: null,
      tier: 0,
      byWayOf: 0,
      suits: suitsNothing,
      must: null,
      notes: false,
    })),
    actions: [],
    moving: [[], []],
  };
}

/** Every subset of the removers, in all sizes; the smallest that remove everything. */
function findByForce(model: Model, removes: readonly number[], unmet: number, everything: number): string[] {
  const removers = [
    ...removes.map((mask, index) => ({ name: `r${index}`, mask })),
    ...model.placements.flatMap((_, index) =>
      (unmet & (1 << index)) === 0 ? [] : [{ name: `needs of p${index}`, mask: 1 << index }],
    ),
  ];
  const covers = Array.from({ length: 2 ** removers.length }, (_, subset) =>
    removers.filter((_, index) => (subset & (1 << index)) !== 0),
  ).filter((set) => set.reduce((mask, remover) => mask | remover.mask, 0) === everything);
  const least = Math.min(...covers.map((set) => set.length));
  return covers
    .filter((set) => set.length === least)
    .map((set) =>
      set
        .map((each) => each.name)
        .sort()
        .join(),
    )
    .sort();
}
