import type { Mask, Model, ModelFact, State } from './model.ts';

/** What is known of a workload, in the form the deciding code works on. */
export interface Known {
  /** Stated values, and presumptions where nothing was said. */
  readonly state: State;
  /** The same without presumptions. */
  readonly withheld: State;
  /** Positions of the facts whose value is presumed. */
  readonly presumed: ReadonlySet<number>;
}

/**
 * Turns statements into sets of possible values. What nobody mentioned is presumed, or anything; an
 * explicit unknown (null) switches the presumption off.
 * @param statements what was said, by fact id
 */
export function buildState(
  model: Model,
  statements: ReadonlyMap<string, { readonly values: readonly (string | number)[] | null }>,
): Known {
  const state: Mask[] = [];
  const withheld: Mask[] = [];
  const presumed = new Set<number>();
  model.facts.forEach((fact, index) => {
    const said = statements.get(fact.id);
    const stated = said === undefined || said.values === null ? fact.all : maskOfValues(fact, said.values);
    const presume = said === undefined && fact.presumed !== null;
    if (presume) presumed.add(index);
    withheld.push(stated);
    state.push(presume ? fact.presumed : stated);
  });
  return { state, withheld, presumed };
}

/**
 * The set of some values of a fact.
 * @param values choices, or numbers
 */
export function maskOfValues(fact: ModelFact, values: readonly (string | number)[]): Mask {
  return values.reduce<Mask>((mask, value) => mask | (1 << indexOfValue(fact, value)), 0);
}

/**
 * The position of a value among a fact's values: of a choice, or of the interval a number lies in.
 * @param value one of its values
 */
export function indexOfValue(fact: ModelFact, value: string | number): number {
  if (typeof value === 'string') return fact.choices.indexOf(value);
  return fact.cuts.filter((cut) => (cut.side === 'before' ? value >= cut.at : value > cut.at)).length;
}
