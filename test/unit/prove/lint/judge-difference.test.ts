import { describe, expect, it } from 'vitest';
import { at } from '../../../../src/at.ts';
import { listBits } from '../../../../src/decide/bits.ts';
import { decideJudged } from '../../../../src/decide/decide.ts';
import { judgeRules } from '../../../../src/decide/judge-rules.ts';
import { type Mask, type Model, type State, suitsNothing } from '../../../../src/decide/model.ts';
import { allOf, anyOf, toCondition } from '../../../../src/decide/nodes.ts';
import { decideOutcome, isSameOutcome } from '../../../../src/decide/outcome.ts';
import { tellSidesApart } from '../../../../src/prove/lint/compare-sides.ts';
import { judgeInfluence, judgeSwap } from '../../../../src/prove/lint/judge-difference.ts';
import { type Change, judgeSides, makeSides, swapValues } from '../../../../src/prove/lint/sides.ts';
import {
  compileWorkloads,
  liftValue,
  type WorkloadTable,
} from '../../../../src/prove/lint/workload-table.ts';
import { compileRulebook } from '../../../../src/rulebook/compile-rulebook.ts';
import { howMany } from '../../../support/how-many.ts';
import { makeManyRules } from '../../../support/many-rules.ts';
import { loadRules } from '../../../support/load-rules.ts';
import { seedRandom } from '../../../support/random-values.ts';
import { makeModel } from '../../reason/random-model.ts';

// That what is found is true is tried in brute-force.test.ts. Here: that bits say what deciding says, and how
// much has to be judged, so that a bound that was lost is noticed.

describe('two sides of a workload, as bits', () => {
  const models = Array.from({ length: howMany(60) }, (_, seed) => makeModel(seedRandom(seed + 1)));

  /** The lifted state of a workload, which says a set of values of every fact. */
  const liftState = ({ sets }: WorkloadTable, state: State): Mask[] =>
    state.map((mask, fact) => 1 << at(sets, fact).findIndex((set) => set === widen(at(sets, fact), mask)));
  /** The smallest set that holds a mask: a workload may leave apart what no condition tells apart. */
  const widen = (sets: readonly Mask[], mask: Mask): Mask =>
    sets.filter((set) => (mask & ~set) === 0).reduce((least, set) => (set < least ? set : least));

  const differ = (model: Model, changed: Model, one: State, other: State): boolean => {
    const comeOut = (by: Model, state: State) =>
      decideOutcome(by, state, decideJudged(by, judgeRules(by, state)));
    return !isSameOutcome(comeOut(model, one), comeOut(changed, other));
  };

  const tell = (workloads: WorkloadTable, change: Change, state: State): boolean => {
    const sides = makeSides(workloads);
    judgeSides(workloads, change, liftState(workloads, state), sides);
    return tellSidesApart(workloads, sides);
  };

  it('without a rule differ where a reader would find a difference', () => {
    let found = 0;
    for (const [seed, model] of models.entries()) {
      const random = seedRandom(seed);
      const workloads = compileWorkloads(model);
      for (const rule of model.rules.keys()) {
        const never = toCondition(anyOf([]));
        const rules = model.rules.map((each, index) => (index === rule ? { ...each, when: never } : each));
        for (let draw = 0; draw < 20; draw++) {
          const state = model.facts.map(({ all }) => 1 + random.below(all));
          const expected = differ(model, { ...model, rules }, state, state);
          expect(tell(workloads, { is: 'rule', rule }, state), `${seed} ${rule} ${state.join()}`).toBe(
            expected,
          );
          if (expected) found++;
        }
      }
    }
    expect(found).toBeGreaterThan(howMany(500));
  });

  it('with another value differ where a reader would find a difference', () => {
    let found = 0;
    for (const [seed, model] of models.entries()) {
      const random = seedRandom(seed);
      const workloads = compileWorkloads(model);
      for (const [fact, { all }] of model.facts.entries())
        for (const other of listBits(all).slice(1)) {
          const [one, another] = [1, other].map((value) => liftValue(workloads.sets, fact, value));
          const change = swapValues(workloads, fact, one ?? 0, another ?? 0);
          for (let draw = 0; draw < 20; draw++) {
            const state = model.facts.map((each) => 1 + random.below(each.all));
            const put = (value: Mask) => state.map((mask, index) => (index === fact ? value : mask));
            const expected = differ(model, model, put(1), put(other));
            expect(tell(workloads, change, state), `${seed} ${fact} ${state.join()}`).toBe(expected);
            if (expected) found++;
          }
        }
    }
    expect(found).toBeGreaterThan(howMany(500));
  });
});

describe('how much is judged', () => {
  const { model } = loadRules();
  const workloads = compileWorkloads(model);

  it('for every rule of the default rulebook: it is needed, and that shows soon', () => {
    const budget = { left: 3000 };
    expect(model.rules.filter((_, rule) => judgeInfluence(workloads, rule, budget) !== true)).toEqual([]);
    expect(3000 - budget.left).toBeLessThanOrEqual(294);
  });

  it('for every two choices of the default rulebook', () => {
    const budget = { left: 3000 };
    for (const [fact, { all }] of model.facts.entries())
      for (const other of listBits(all).slice(1)) judgeSwap(workloads, fact, [1, other], budget);
    expect(3000 - budget.left).toBeLessThanOrEqual(5);
  });

  it('for rules that nearly do what others do, of which many only lift a form', () => {
    const { rulebook } = loadRules();
    const larger = { ...rulebook, rules: makeManyRules(rulebook.rules, 100, 1) };
    const table = compileWorkloads(compileRulebook(larger));
    const budget = { left: 10_000 };
    const answers = larger.rules.map((_, rule) => judgeInfluence(table, rule, budget));
    expect(answers).not.toContain(null);
    expect(10_000 - budget.left).toBeLessThanOrEqual(1168);
  });

  it('for rules that do what others do wherever they fire', () => {
    const budget = { left: 3000 };
    const firing = model.rules.filter(({ notes, must }) => !notes && must === null).slice(0, 60);
    // Where both conditions hold, what the rule does is done already by the first, or by either.
    const idle = firing.flatMap((rule, index) => {
      const other = firing[(7 * index + 3) % firing.length];
      return other === undefined || rule.favours === null || rule.removes !== 0 || rule.suits.some(Boolean)
        ? []
        : [{ ...rule, id: `${rule.id} again`, when: toCondition(allOf([rule.when.node, other.when.node])) }];
    });
    const larger = { ...model, rules: [...model.rules, ...idle] };
    const table = compileWorkloads(larger);
    const answers = idle.map((_, index) => judgeInfluence(table, model.rules.length + index, budget));
    expect(new Set(answers)).toEqual(new Set([false]));
    expect(3000 - budget.left).toBeLessThanOrEqual(218);
  });

  it('for rules that demand what others demand wherever they fire', () => {
    const budget = { left: 3000 };
    const inert = { removes: 0, favours: null, suits: suitsNothing, notes: false };
    const idle = model.rules
      .filter(({ must }) => must !== null)
      .map((rule, index) => {
        const when = toCondition(allOf([rule.when.node, at(model.rules, 7 * index).when.node]));
        return { ...rule, ...inert, id: `${rule.id} again`, when };
      });
    const table = compileWorkloads({ ...model, rules: [...model.rules, ...idle] });
    const answers = idle.map((_, index) => judgeInfluence(table, model.rules.length + index, budget));
    expect(new Set(answers)).toEqual(new Set([false]));
    expect(3000 - budget.left).toBeLessThanOrEqual(31);
  });
});
