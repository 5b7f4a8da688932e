import type { ReadyRulebook } from '../../src/rulebook/ready.ts';
import { indexOfValue } from '../../src/decide/build-state.ts';
import type { Model, ModelFact } from '../../src/decide/model.ts';
import { listValues } from '../../src/rulebook/fact-value.ts';
import type { Fact } from '../../src/rulebook/rulebook.ts';
import type { FactStatement } from '../../src/workload/workload.ts';
import type { Random } from './random-values.ts';

/** What was said of one fact. */
export type Statement = FactStatement & { readonly values: readonly (string | number)[] | null };

/**
 * A random workload: a part of the facts stated, the rest left to presumptions or unknown; most
 * answers quiet, some exceptional, a few unknown or a set of possible values.
 */
export function makeStatements(ready: ReadyRulebook, random: Random): Map<string, Statement> {
  const stated = random.pick([0.1, 0.4, 0.7, 0.95]);
  const loud = random.pick([0.1, 0.3, 0.6]);
  return new Map(
    ready.rulebook.facts.flatMap((fact, index): [string, Statement][] => {
      const compiled = ready.model.facts[index];
      if (compiled === undefined || !random.chance(stated)) return [];
      return [
        [fact.id, { fact: fact.id, origin: 'stated', values: makeAnswer(fact, compiled, random, loud) }],
      ];
    }),
  );
}

function makeAnswer(fact: Fact, compiled: ModelFact, random: Random, loud: number): Statement['values'] {
  const choices = listChoices(fact, compiled);
  if (random.chance(0.03)) return null;
  if (random.chance(0.05)) return random.shuffle(choices).slice(0, 2);
  if (typeof fact.presumed === 'string' && !random.chance(loud)) return [fact.presumed];
  return [random.pick(choices)];
}

/** Every value that rules can tell apart: the choices, or one number of every interval. */
export function listChoices(fact: Fact, compiled: ModelFact): (string | number)[] {
  if (fact.kind !== 'number') return listValues(fact);
  const step = fact.whole === undefined ? 0.001 : 1;
  const ends = [fact.above ?? fact['at-least'] ?? -1, ...compiled.cuts.map((cut) => cut.at)];
  const numbers = ends.flatMap((at) => [at, at + step]).filter((number) => isAllowed(fact, number));
  const byInterval = new Map(numbers.map((number) => [indexOfValue(compiled, number), number]));
  return [...byInterval].sort(([a], [b]) => a - b).map(([, number]) => number);
}

function isAllowed(fact: Fact, number: number): boolean {
  const { above = -Infinity, 'at-least': lowest = -Infinity, 'at-most': highest = Infinity } = fact;
  return number > above && number >= lowest && number <= highest;
}

/** The same statements with one fact said otherwise. */
export function say(
  statements: ReadonlyMap<string, Statement>,
  fact: string,
  value: string | number,
): Map<string, Statement> {
  return new Map([...statements, [fact, { fact, origin: 'stated', values: [value] }]]);
}

/** What a fact is taken as: its one stated or presumed value, or undefined. */
export function valueOf(
  model: Model,
  statements: ReadonlyMap<string, Statement>,
  index: number,
): string | undefined {
  const fact = model.facts[index];
  if (fact === undefined) return undefined;
  const said = statements.get(fact.id);
  if (said === undefined) return fact.choices.find((_, value) => fact.presumed === 1 << value);
  const [first] = said.values ?? [];
  return said.values?.length === 1 && typeof first === 'string' ? first : undefined;
}
