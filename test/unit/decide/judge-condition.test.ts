import { isSingle, listBits } from '../../../src/decide/bits.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCondition, truth } from '../../../src/decide/judge-condition.ts';
import type { Model, State } from '../../../src/decide/model.ts';
import { compileCondition, prepareCompiler } from '../../../src/rulebook/compile-condition.ts';
import { writeCondition } from '../../../src/rulebook/condition.ts';
import type { Rulebook } from '../../../src/rulebook/rulebook.ts';
import { buildRulebook, knowing, type Said } from '../../support/build-rulebook.ts';
import { loadRules } from '../../support/load-rules.ts';
import {
  cuttingRule,
  holdsFor,
  listCompletions,
  randomCondition,
  tinyFacts,
} from '../../support/random-condition.ts';
import { seedRandom } from '../../support/random-values.ts';
import { understand } from '../../support/understand.ts';
import { howMany } from '../../support/how-many.ts';

/** yes, no or unknown, for the switches a and b. */
const letters = { T: 'yes', F: 'no', U: null } as const;

function judge(when: unknown, said: Said): string {
  const ready = buildRulebook({ facts: tinyFacts, rules: { x: { rule: { when, note: 'Said.' } } } });
  const rule = ready.model.rules[0];
  if (rule === undefined) throw new Error('no rule');
  const judged = judgeCondition(rule.when, knowing(ready, said).state);
  return judged === truth.true ? 'T' : judged === truth.false ? 'F' : 'U';
}

describe('three-valued truth', () => {
  const both = [
    'T T → all T any T',
    'T F → all F any T',
    'T U → all U any T',
    'F T → all F any T',
    'F F → all F any F',
    'F U → all F any U',
    'U T → all U any T',
    'U F → all F any U',
    'U U → all U any U',
  ];

  it.each(both)('of two tests: %s', (line) => {
    const [a, b, all, any] = line.match(/\b[TFU]\b/g) as ('T' | 'F' | 'U')[];
    const said = { 't.a': letters[a ?? 'U'], 't.b': letters[b ?? 'U'] };
    const parts = [{ 't.a': 'yes' }, { 't.b': 'yes' }];
    expect({
      map: judge({ 't.a': 'yes', 't.b': 'yes' }, said),
      all: judge({ all: parts }, said),
      any: judge({ any: parts }, said),
    }).toEqual({ map: all, all, any });
  });

  it.each([
    ['T', 'F'],
    ['F', 'T'],
    ['U', 'U'],
  ] as const)('not: %s becomes %s', (before, after) => {
    expect(judge({ not: { 't.a': 'yes' } }, { 't.a': letters[before] })).toBe(after);
  });

  it.each([
    { of: 'a value it has', test: 'red', T: ['red'], F: ['blue', 'grey'], U: ['red', 'blue'] },
    { of: 'a list', test: ['red', 'blue'], T: ['blue', 'red'], F: ['grey'], U: ['red', 'grey'] },
    { of: 'not', test: { not: 'red' }, T: ['blue', 'grey'], F: ['red'], U: ['red', 'grey'] },
    { of: 'not a list', test: { not: ['red', 'blue'] }, T: ['grey'], F: ['red', 'blue'], U: ['red', 'grey'] },
  ])('a set of values tested for $of', ({ test, T, F, U }) => {
    const when = { 'r.colour': test };
    const judged = [T, F, U].map((values) => judge(when, { 'r.colour': values }));
    expect(judged.join('')).toBe('TFU');
  });
});

describe('a fact at several places of a condition', () => {
  const red = { 'r.colour': 'red' };
  const blue = { 'r.colour': 'blue' };
  const flag = { 'r.flag': 'yes' };
  const noFlag = { 'r.flag': 'no' };

  it.each([
    { name: 'red or not red', when: { any: [red, { not: red }] }, judged: 'T' },
    { name: 'red and not red', when: { all: [red, { not: red }] }, judged: 'F' },
    {
      name: 'both halves of a flag, deep inside',
      when: { any: [{ all: [red, flag] }, { all: [red, noFlag] }, { not: red }] },
      judged: 'T',
    },
    {
      name: 'red with blue elsewhere',
      when: { all: [{ any: [red, flag] }, { any: [blue, noFlag] }] },
      judged: 'U',
    },
    {
      name: 'what no value can do',
      when: { all: [red, { any: [blue, { all: [blue, flag] }] }] },
      judged: 'F',
    },
  ])('$name, of an unknown colour and flag', ({ when, judged }) => {
    expect(judge(when, {})).toBe(judged);
  });
});

/** What brute force says: all completions judged one by one. */
function judgeByForce(
  rulebook: Rulebook,
  model: Model,
  when: unknown,
  reads: readonly number[],
  state: State,
) {
  const judged = listCompletions(rulebook, model, state, reads).map((values) =>
    holdsFor(when, values, rulebook),
  );
  return judged.every(Boolean) ? truth.true : judged.some(Boolean) ? truth.unknown : truth.false;
}

describe('a set of values is judged exactly as its members are', () => {
  it('for random conditions and sets', () => {
    const ready = buildRulebook({ facts: tinyFacts, rules: { x: { cuts: cuttingRule } } });
    const { rulebook, model } = ready;
    const compiler = prepareCompiler(rulebook, model.facts);
    const reads = model.facts.flatMap((fact, index) => (fact.id.startsWith('r.') ? [index] : []));
    const sets = fc.array(fc.integer({ min: 1, max: 2 ** 12 - 1 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(randomCondition, sets, (when, masks) => {
        const condition = compileCondition(understand(when, rulebook), compiler);
        const state = model.facts.map((fact, index) => (masks[index % 5] ?? 0) & fact.all || fact.all);
        expect(judgeCondition(condition, state)).toBe(judgeByForce(rulebook, model, when, reads, state));
      }),
      { seed: 41, numRuns: howMany(3000) },
    );
  });

  it('for every rule of the default rulebook', () => {
    const { rulebook, model } = loadRules();
    const random = seedRandom(7);
    const seen = { true: 0, false: 0, unknown: 0 };
    rulebook.rules.forEach((rule, index) => {
      const condition = model.rules[index]?.when;
      if (condition === undefined) throw new Error(`no rule ${index}`);
      for (let round = 0; round < howMany(60); round++) {
        const state = model.facts.map((fact) => 1 << random.below(Math.log2(fact.all + 1)));
        for (let wide = 0; wide < 4; wide++) {
          const fact = random.pick(condition.reads);
          state[fact] = (state[fact] ?? 0) | (random.below(model.facts[fact]?.all ?? 1) + 1);
        }
        const forced = judgeByForce(rulebook, model, writeCondition(rule.when), condition.reads, state);
        expect(judgeCondition(condition, state), rule.id).toBe(forced);
        seen[forced === truth.true ? 'true' : forced === truth.false ? 'false' : 'unknown']++;
      }
    });
    for (const [judged, times] of Object.entries(seen))
      expect(times, `conditions judged ${judged}`).toBeGreaterThan(howMany(100));
  });
});

describe('sets of values as bits', () => {
  it('lists the single values', () => expect(listBits(0b1011)).toEqual([1, 2, 8]));
  it('lists nothing of nothing', () => expect(listBits(0)).toEqual([]));
  it.each([
    [0, false],
    [1, true],
    [8, true],
    [12, false],
  ])('%i holds one value: %s', (mask, single) => expect(isSingle(mask)).toBe(single));
});
