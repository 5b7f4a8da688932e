import { describe, expect, it } from 'vitest';
import { at } from '../../../../src/at.ts';
import type { Mask, Model, State, Suits } from '../../../../src/decide/model.ts';
import { choosePoint, findBest } from '../../../../src/decide/kernel.ts';
import { kindsOf } from '../../../../src/decide/kinds.ts';
import { listLifts } from '../../../../src/prove/lint/aim.ts';
import { openState } from '../../../../src/prove/lint/boxes.ts';
import { openSearch, searchBox } from '../../../../src/prove/lint/search-workloads.ts';
import { seekAim } from '../../../../src/prove/lint/seek-aim.ts';
import { seekDifference } from '../../../../src/prove/lint/seek-difference.ts';
import { judgeSides, makeSides, type Sides } from '../../../../src/prove/lint/sides.ts';
import { compileWorkloads, type WorkloadTable } from '../../../../src/prove/lint/workload-table.ts';
import { howMany } from '../../../support/how-many.ts';
import { type Random, seedRandom } from '../../../support/random-values.ts';
import { makeModel } from '../../reason/random-model.ts';
import { isIdle, listPartial } from './lint-oracle.ts';

// Forms that rules lift over each other: of every kind there are several, and most rules suit some of them.

const kinds = [0, 0, 0, 1, 1, 1, 1] as const;

function makeFormsModel(random: Random, scale = 1): Model {
  const { placements, rules, ...rest } = makeModel(random, scale);
  const some = (chance: number): Mask =>
    kinds.reduce<Mask>((mask, _, placement) => (random.chance(chance) ? mask | (1 << placement) : mask), 0);
  const suit = (): Suits => {
    const [strong, moderate] = [some(0.2), some(0.2)];
    return [strong, moderate & ~strong, some(0.2) & ~strong & ~moderate];
  };
  return {
    ...rest,
    placements: kinds.map((kind, index) => ({
      id: `p${index}`,
      kind,
      level: 0,
      needs: placements[index]?.needs ?? null,
    })),
    rules: rules.map((rule) => ({
      ...rule,
      byWayOf: 127,
      removes: random.chance(0.3) ? some(0.2) : 0,
      suits: random.chance(0.8) ? suit() : rule.suits,
    })),
  };
}

/** Whether a rule changes the form of a kind that is printed without it. */
function liftsForm({ kernel }: WorkloadTable, { before, after }: Sides): boolean {
  const [point, without] = [choosePoint(kernel, before), choosePoint(kernel, after)];
  return kindsOf[without.headline].some((kind) => {
    const own = kernel.kinds[kind];
    return findBest(kernel, before, point.alive & own) !== findBest(kernel, after, without.alive & own);
  });
}

describe('a lift', () => {
  it('is found for every rule that lifts a form in some workload, and for no rule that is idle', () => {
    let lifting = 0;
    let idle = 0;
    for (let seed = 1; seed <= howMany(60); seed++) {
      const model = makeFormsModel(seedRandom(seed));
      const partial = listPartial(model);
      if (partial.length > 500) continue;
      const workloads = compileWorkloads(model);
      const open = openState(workloads.facts);
      const all = listSingles(open);
      const sides = makeSides(workloads);
      for (const rule of model.rules.keys()) {
        const change = { is: 'rule' as const, rule };
        const lifts = all.some((workload) => {
          judgeSides(workloads, change, workload, sides);
          return liftsForm(workloads, sides);
        });
        const answers = listLifts(workloads, rule).map((aim) => {
          const quest = seekAim(workloads, aim, seekDifference(workloads, change).shows);
          return searchBox(openSearch(workloads, quest, open, { left: 2000 }), open);
        });
        expect(answers, `${seed} ${rule}`).not.toContain(null);
        const shown = answers.includes(true);
        if (lifts) expect(shown, `${seed} ${rule} lifts`).toBe(true);
        if (shown) expect(isIdle(model, partial, rule), `${seed} ${rule} is shown`).toBe(false);
        if (lifts) lifting++;
        else idle++;
      }
    }
    expect(Math.min(lifting, idle)).toBeGreaterThan(howMany(60));
  });

  it('is left for in no set that holds a workload with it', () => {
    let shown = 0;
    for (let seed = 1; seed <= howMany(100); seed++) {
      const random = seedRandom(seed);
      const workloads = compileWorkloads(makeFormsModel(random, 3));
      const open = openState(workloads.facts);
      const sides = makeSides(workloads);
      for (let draw = 0; draw < 30; draw++) {
        const rule = random.below(workloads.model.rules.length);
        const workload = open.map((mask) => random.pick(listSingles([mask]))[0] ?? 0);
        judgeSides(workloads, { is: 'rule', rule }, workload, sides);
        if (!liftsForm(workloads, sides)) continue;
        shown++;
        const wide = workload.map((value, fact) =>
          random.chance(0.4) ? value : value | (random.below(2 ** 30) & at(open, fact)),
        );
        const kept = listLifts(workloads, rule).some((aim) => {
          const { look } = seekAim(workloads, aim, () => false);
          return [workload, wide, open].every((set) => holds(look(set)?.state, workload));
        });
        expect(kept, `${seed} ${draw}`).toBe(true);
      }
    }
    expect(shown).toBeGreaterThan(howMany(100));
  });
});

function holds(set: State | undefined, workload: State): boolean {
  return set?.every((mask, fact) => (mask & at(workload, fact)) !== 0) === true;
}

/** Every single value of each fact, put together. */
function listSingles(open: State): Mask[][] {
  return open.reduce<Mask[][]>(
    (states, mask) => {
      const values = Array.from({ length: 31 }, (_, bit) => 1 << bit).filter((value) => (value & mask) !== 0);
      return states.flatMap((state) => values.map((value) => [...state, value]));
    },
    [[]],
  );
}
