import { listBits } from '../../src/decide/bits.ts';
import fc from 'fast-check';
import type { Model, State } from '../../src/decide/model.ts';
import { writeCondition } from '../../src/rulebook/condition.ts';
import type { Fact, Rulebook } from '../../src/rulebook/rulebook.ts';
import { listChoices } from './random-workload.ts';

/** One value for every fact, by id. */
export type Values = ReadonlyMap<string, string | number>;

/**
 * Judges a condition as written, for one value of every fact: a second, plain reading of the
 * language to hold the compiled one against.
 */
export function holdsFor(
  condition: unknown,
  values: Values,
  rulebook: Pick<Rulebook, 'facts' | 'params'> & Partial<Pick<Rulebook, 'conditions'>>,
): boolean {
  return Object.entries(condition as object).every(([key, test]: [string, unknown]) => {
    if (key === 'not') return !holdsFor(test, values, rulebook);
    if (key === 'all') return (test as unknown[]).every((each) => holdsFor(each, values, rulebook));
    if (key === 'any') return (test as unknown[]).some((each) => holdsFor(each, values, rulebook));
    if (key === 'condition') {
      const named = rulebook.conditions?.find((each) => each.id === test);
      if (named === undefined) throw new Error(`no condition ${String(test)}`);
      return holdsFor(writeCondition(named.when), values, rulebook);
    }
    const fact = rulebook.facts.find((each) => each.id === key);
    const value = values.get(key);
    if (fact === undefined || value === undefined) throw new Error(`no fact ${key}`);
    return passes(test, value, fact, rulebook);
  });
}

function passes(
  test: unknown,
  value: string | number,
  fact: Fact,
  rulebook: Pick<Rulebook, 'params'>,
): boolean {
  const resolve = (raw: unknown) =>
    typeof raw === 'string' && raw.startsWith('$')
      ? rulebook.params.find((param) => param.id === raw.slice(1))?.value
      : raw;
  if (Array.isArray(test)) return test.some((each) => resolve(each) === value);
  if (typeof test !== 'object' || test === null) return resolve(test) === value;
  const rank = (raw: unknown) =>
    fact.kind === 'number' ? readNumber(raw, fact) : Object.keys(fact.values ?? {}).indexOf(String(raw));
  return Object.entries(test).every(([key, raw]: [string, unknown]) => {
    if (key === 'not') return !passes(raw, value, fact, rulebook);
    const [mine, bound] = [rank(value), rank(resolve(raw))];
    if (key === 'at-least') return mine >= bound;
    if (key === 'at-most') return mine <= bound;
    return key === 'above' ? mine > bound : mine < bound;
  });
}

/** Every way to give each of some facts one of its possible values, and the others any. */
export function listCompletions(
  rulebook: Rulebook,
  model: Model,
  state: State,
  facts: readonly number[],
): Values[] {
  return facts.reduce<Map<string, string | number>[]>(
    (completions, index) => {
      const fact = rulebook.facts[index];
      const compiled = model.facts[index];
      if (fact === undefined || compiled === undefined) throw new Error(`no fact ${index}`);
      const values = listChoices(fact, compiled);
      const possible = listBits(state[index] ?? 0).map((bit) => values[Math.log2(bit)] ?? '');
      return completions.flatMap((each) => possible.map((value) => new Map(each).set(fact.id, value)));
    },
    [new Map<string, string | number>()],
  );
}

/** Five facts, so few that they meet at several places of one condition. */
export const tinyFacts = {
  'r.colour': { kind: 'choice', values: { red: 'red', green: 'green', blue: 'blue', grey: 'grey' } },
  'r.size': { kind: 'scale', values: { small: 's', medium: 'm', large: 'l' } },
  'r.flag': { kind: 'yes-no' },
  'r.count': { kind: 'number', whole: 'yes', 'at-least': 1, 'at-most': 100 },
  'r.weight': { kind: 'number', unit: 'GiB', above: 0 },
} as const;

/** Cuts the numbers of `tinyFacts` wherever `randomCondition` might. */
export const cuttingRule = {
  when: { any: [{ 'r.count': [1, 2, 5, 99, 100] }, { 'r.weight': [0.5, 1, 4] }] },
  note: 'Never said.',
} as const;

const colour = fc.constantFrom('red', 'green', 'blue', 'grey');
const size = fc.constantFrom('small', 'medium', 'large');
const flag = fc.constantFrom('yes', 'no');
const count = fc.constantFrom(1, 2, 5, 99, 100);
const weight = fc.constantFrom(0.5, 1, 4);

function bounds(value: fc.Arbitrary<string | number>): fc.Arbitrary<unknown> {
  const comparison = fc.constantFrom('at-least', 'at-most', 'above', 'below');
  return fc.dictionary(comparison, value, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
}

function tests(value: fc.Arbitrary<string | number>, ordered: boolean): fc.Arbitrary<unknown> {
  const list = fc.uniqueArray(value, { minLength: 1, maxLength: 2 });
  const plain = [value, list, fc.record({ not: fc.oneof(value, list) }, { noNullPrototype: true })];
  return fc.oneof(...plain, ...(ordered ? [bounds(value)] : []));
}

const test = fc.record(
  {
    'r.colour': tests(colour, false),
    'r.size': tests(size, true),
    'r.flag': tests(flag, false),
    'r.count': tests(count, true),
    'r.weight': tests(weight, true),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const { condition } = fc.letrec((tie) => {
  const list = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
  return {
    condition: fc
      .oneof(
        { maxDepth: 3, withCrossShrink: true },
        test,
        fc.record({ any: list }, { noNullPrototype: true }),
        fc.record({ all: list }, { noNullPrototype: true }),
        fc.record({ not: tie('condition') }, { noNullPrototype: true }),
        fc.tuple(test, list, tie('condition')).map(([own, any, not]) => ({ ...own, any, not })),
      )
      .filter((each) => Object.keys(each).length > 0),
  };
});

/** A random condition over `tinyFacts`, as it could stand in a rulebook. */
export const randomCondition = condition;

/** A number as it is, or written with the unit of its fact. */
function readNumber(raw: unknown, { id, unit }: Fact): number {
  const [, number, given] = /^([\d.]+)(?: (\w+))?$/.exec(String(raw)) ?? [];
  if (number === undefined || (given !== undefined && given !== unit))
    throw new Error(`no number for ${id}: ${String(raw)}`);
  return Number(number);
}
