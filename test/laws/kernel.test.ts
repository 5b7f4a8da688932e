import { describe, expect, it } from 'vitest';
import { allBits, listBits } from '../../src/decide/bits.ts';
import { buildState } from '../../src/decide/build-state.ts';
import { decide } from '../../src/decide/decide.ts';
import { judgeCondition, truth } from '../../src/decide/judge-condition.ts';
import { choosePoint, compileKernel, judgeCertain, type Kernel } from '../../src/decide/kernel.ts';
import type { Mask, Model, ModelFact, Node, State } from '../../src/decide/model.ts';
import { toCondition } from '../../src/decide/nodes.ts';
import { packKernel, type PackedKernel, unpackKernel } from '../../src/decide/pack-kernel.ts';
import { compileTable, judgeTable } from '../../src/decide/bit-table.ts';
import { hasBit } from '../../src/decide/bit-words.ts';
import { howMany } from '../support/how-many.ts';
import { loadRules } from '../support/load-rules.ts';
import { loadSmallRulebook } from '../support/load-small-rulebook.ts';
import { type Random, seedRandom } from '../support/random-values.ts';
import { makeStatements } from '../support/random-workload.ts';
import { makeModel } from '../unit/reason/random-model.ts';

// The kernel says of every state what deciding says: deciding reads the conditions one by one, as they
// are written, and is the oracle.

/** What the kernel finds that deciding does not, in words; none where they agree. */
function compareKernel(kernel: Kernel, model: Model, state: State, waived: ReadonlySet<number>): string[] {
  const decision = decide(model, state, waived);
  const certain = judgeCertain(kernel, state);
  const conditions = [
    ...decision.judgement.rules.map((judged) => judged === truth.true),
    ...decision.judgement.needs.map((judged) => judged === truth.false),
  ];
  const wrong = conditions.flatMap((holds, bit) =>
    hasBit(certain, bit) === holds ? [] : [`condition ${bit} of ${state.join()}`],
  );
  const { headline, strength, contested, alive } = choosePoint(kernel, certain);
  const [found, expected] = [
    [headline, strength, contested, alive].join(),
    [decision.headline, decision.strength, decision.contested, decision.survivors.alive].join(),
  ];
  return found === expected ? wrong : [...wrong, `${found} is not ${expected} of ${state.join()}`];
}

/** A set of values that is not empty: any of them, one, or all. */
function makeMask(random: Random, { all }: ModelFact): Mask {
  const bits = listBits(all);
  if (random.chance(0.3)) return all;
  if (random.chance(0.5)) return random.pick(bits);
  return bits.reduce<Mask>((mask, bit) => (random.chance(0.5) ? mask | bit : mask), random.pick(bits));
}

function drawWaived(random: Random, { rules }: Model): ReadonlySet<number> {
  return new Set(random.chance(0.7) ? [] : rules.flatMap((_, rule) => (random.chance(0.1) ? [rule] : [])));
}

/** Every state of some facts: all sets of the values of each. */
function listSets(facts: readonly ModelFact[]): State[] {
  return facts.reduce<Mask[][]>(
    (states, { all }) =>
      states.flatMap((state) => Array.from({ length: all }, (_, set) => [...state, set + 1])),
    [[]],
  );
}

describe('the kernel decides as the conditions say', () => {
  it.each([
    { name: 'the default rulebook', ready: loadRules() },
    { name: 'a small one', ready: loadSmallRulebook() },
  ])('in random states of $name, rules waived or not', ({ ready }) => {
    const { model } = ready;
    const random = seedRandom(20261129);
    const wrong: string[] = [];
    for (let round = 0; round < howMany(50); round++) {
      const waived = drawWaived(random, model);
      const kernel = compileKernel(model, waived);
      for (let trial = 0; trial < 50; trial++) {
        const { state, withheld } = buildState(model, makeStatements(ready, random));
        const sets = model.facts.map((fact) => makeMask(random, fact));
        for (const each of [state, withheld, sets]) wrong.push(...compareKernel(kernel, model, each, waived));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('in every state of small rulebooks, nested and with facts that stand at several places', () => {
    const wrong: string[] = [];
    for (let seed = 0; seed < howMany(400); seed++) {
      const model = makeModel(seedRandom(seed));
      if (model.facts.length > 3) continue;
      const kernel = compileKernel(model, new Set());
      for (const state of listSets(model.facts))
        wrong.push(...compareKernel(kernel, model, state, new Set()));
    }
    expect(wrong).toEqual([]);
  });

  it('as a file keeps it, too', () => {
    const random = seedRandom(20261130);
    const wrong: string[] = [];
    const models = [loadRules().model, ...Array.from({ length: howMany(100) }, () => makeModel(random))];
    for (const model of models) {
      const compiled = packKernel(compileKernel(model, new Set()));
      const kernel = unpackKernel(JSON.parse(JSON.stringify(compiled)) as PackedKernel, model);
      expect(packKernel(kernel)).toEqual(compiled);
      for (let trial = 0; trial < 10; trial++) {
        const state = model.facts.map((fact) => makeMask(random, fact));
        wrong.push(...compareKernel(kernel, model, state, new Set()));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('where a rulebook cuts a number thirty times', () => {
    const random = seedRandom(3);
    const facts = [0, 1, 2].map((index): ModelFact => ({ ...wideFact, id: `number ${index}` }));
    const conditions = Array.from({ length: 40 }, () => toCondition(makeWideNode(random, facts, 3)));
    const table = compileTable(facts, conditions);
    const words = new Int32Array(table.width);
    const wrong: string[] = [];
    for (let trial = 0; trial < howMany(500); trial++) {
      const state = facts.map((fact) => makeMask(random, fact));
      judgeTable(table, state, words);
      for (const [bit, condition] of conditions.entries())
        if (hasBit(words, bit) !== (judgeCondition(condition, state) === truth.true))
          wrong.push(`condition ${bit} of ${state.join()}`);
    }
    // Some have too many cases to be taken apart, and are judged one by one.
    expect(table.tangled.length).toBeGreaterThan(0);
    expect(table.tangled.length).toBeLessThan(conditions.length);
    expect(wrong).toEqual([]);
  });
});

const wideFact: ModelFact = {
  id: 'number',
  choices: [],
  cuts: Array.from({ length: 29 }, (_, at) => ({ at, side: 'before' })),
  all: allBits(30),
  presumed: null,
  anyOf: null,
  askedIf: null,
};

function makeWideNode(random: Random, facts: readonly ModelFact[], depth: number): Node {
  if (depth === 0 || random.chance(0.2)) {
    const fact = random.below(facts.length);
    const from = random.below(29);
    return { is: 'test', fact, mask: allBits(30) & ~allBits(from) };
  }
  const of = Array.from({ length: 3 }, () => makeWideNode(random, facts, depth - 1));
  return { is: random.pick(['all', 'any'] as const), of };
}
