import { describe, expect, it } from 'vitest';
import { keepPrepared } from '../../src/advice/keep-prepared.ts';
import { assess } from '../../src/assess.ts';
import { assessEach } from '../../src/assess-each.ts';
import { indexOfValue } from '../../src/decide/build-state.ts';
import type { StatedValue } from '../../src/rulebook/fact-value.ts';
import type { FactStatement, Observed, Workload } from '../../src/workload/workload.ts';
import { howMany } from '../support/how-many.ts';
import { loadRules } from '../support/load-rules.ts';
import { type Random, seedRandom } from '../support/random-values.ts';
import { makeStatements } from '../support/random-workload.ts';

// Of many workloads those of which the same is said are judged once. Nobody can tell: each has the advice that it
// would have by itself, with its own places and its own numbers.

const ready = loadRules();
const today = '2027-01-15';
const { observations } = ready.rulebook;

/** Workloads of which the same is said, each in a file of its own and of some numbers a little more. */
function makeTwins(random: Random, many: number): Workload[] {
  const said = [...makeStatements(ready, random).values()];
  const doubted = new Set(said.filter(() => random.chance(0.2)).map(({ fact }) => fact));
  const likely = said.filter(() => random.chance(0.2)).map(({ fact }) => fact);
  const seen = observations
    .filter(() => random.chance(0.3))
    .map(({ id }) => ({ id, seen: random.chance(0.7) }));
  return Array.from({ length: many }, (_, twin): Workload => {
    const file = `twin-${twin}`;
    const more = (fact: string, value: StatedValue) => {
      const number = ready.model.facts.find(({ id }) => id === fact);
      if (typeof value !== 'number' || number === undefined) return value;
      const isSame = indexOfValue(number, value + twin) === indexOfValue(number, value);
      return isSame ? value + twin : value;
    };
    const facts = said.map(({ fact, values }, line): FactStatement => ({
      fact,
      values: values?.map((value) => more(fact, value)) ?? null,
      origin: doubted.has(fact) ? 'suggested' : 'stated',
      at: { file, line, column: twin },
      rule: 'some/rule',
    }));
    const bounds = facts.flatMap((certain, line): FactStatement[] => {
      const [value] = certain.values ?? [];
      if (typeof value !== 'number' || !likely.includes(certain.fact)) return [];
      return [
        { ...certain, values: [{ 'at-most': value }], origin: 'suggested', at: { file, line, column: 99 } },
      ];
    });
    const observed = seen.map(({ id, seen: isSeen }, line): Observed =>
      isSeen
        ? { observation: id, seen: true, at: { file, line, column: 7 }, rule: 'some/sight' }
        : { observation: id, seen: false },
    );
    return { name: file, file, facts: [...facts, ...bounds], observed, waivers: [], components: [] };
  });
}

const random = seedRandom(20261129);
const profile = [...makeStatements(ready, random).values()].slice(0, 5).map((said): FactStatement => ({
  ...said,
  origin: 'profile',
  at: { file: 'profile', line: 1, column: 1 },
}));
const cases = Array.from({ length: howMany(60) }, () => makeTwins(random, 3)).flat();
const prepare = keepPrepared();

describe('many workloads are advised as each by itself', () => {
  it.each([
    { what: 'without more', options: { today } },
    {
      what: 'under gates',
      many: 9,
      options: { today, gates: { expect: ['vm'], require: ['clear', 'musts'] } },
    },
    { what: 'with a profile', options: { today, profile } },
    {
      what: 'with a what-if',
      options: { today, set: [{ fact: 'os.family', values: ['linux'], origin: 'set' as const }] },
    },
  ])('$what', ({ options, many = cases.length }) => {
    const some = cases.slice(0, many);
    const each = assessEach(some, ready, options);
    for (const [index, workload] of some.entries())
      expect(JSON.stringify(each[index])).toBe(
        JSON.stringify(assess(workload, ready, { ...options, prepare })),
      );
  });

  it('and what would change it says the number of each', () => {
    const workloads = [3, 4].map((instances): Workload => {
      const mandate = ['wanted', 'separate-kernel'];
      const said = { 'scale.instances': [instances], 'hardware.memory': [1], 'trust.mandate': mandate };
      const facts = Object.entries(said).map(([fact, values], line): FactStatement => ({
        fact,
        values,
        origin: 'stated',
        at: { file: 'a', line, column: 1 },
      }));
      return { name: 'a', file: 'a', facts, waivers: [], components: [] };
    });
    const advices = assessEach(workloads, ready, { today });
    const changes = advices.map(({ flips }) => flips.flatMap((flip) => flip.changes));
    expect(changes.map((all) => all.find(({ fact }) => fact === 'scale.instances')?.now)).toEqual([3, 4]);
    // No rule tells the two apart, so they were judged once.
    expect(advices[1]?.placements).toBe(advices[0]?.placements);
  });

  it('and what is the same for all is shared', () => {
    const [first, second] = assessEach(cases.slice(0, 2), ready, { today });
    expect(second?.placements).toBe(first?.placements);
  });
});
