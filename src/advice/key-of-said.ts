import { maskOfValues } from '../decide/build-state.ts';
import type { Model, ModelFact } from '../decide/model.ts';
import type { StatedValue } from '../rulebook/fact-value.ts';
import type { WhatIsSaid } from './repeat-advice.ts';

/**
 * Makes what gives the key of what is said: where two have the same one the same advice holds of both, but for the
 * places at which things are said and for numbers that no rule can tell apart.
 */
export function createKeys({ facts }: Model): (said: WhatIsSaid) => string {
  const numbers = new Map(facts.filter(({ choices }) => choices.length === 0).map((fact) => [fact.id, fact]));
  const known = (number: ModelFact | undefined, values: readonly StatedValue[] | null | undefined) =>
    number === undefined || values === undefined || values === null ? values : maskOfValues(number, values);
  return ({ statements, observed }) =>
    JSON.stringify([
      ...Array.from(statements.values(), ({ fact, values, within, origin, at, rule }) => {
        // What was said nowhere is not said anew.
        const number = at === undefined ? undefined : numbers.get(fact);
        return [fact, origin, rule, at !== undefined, known(number, values), known(number, within)];
      }),
      ...observed.map(({ observation, seen, at, rule }) => [observation, seen, rule, at !== undefined]),
    ]);
}
