import type { Mask, Model, ModelFact, State } from './model.ts';

/** What can be said of a fact: a choice, a number, or bounds of a number that belong to it. */
type Stated =
  string | number | { readonly 'at-least'?: number | undefined; readonly 'at-most'?: number | undefined };

/** What is known of a workload, in the form the deciding code works on. */
export interface Known {
  /** Stated values, and presumptions where nothing was said. */
  readonly state: State;
  /** The same without presumptions. */
  readonly withheld: State;
  /** Positions of the facts whose value is presumed. */
  readonly presumed: ReadonlySet<number>;
}

/** What was said of a fact. */
interface Said {
  /** Null for an explicit unknown. */
  readonly values: readonly Stated[] | null;
  /** Of what is only suggested: what is certain; null where nothing is. Left out where all is certain. */
  readonly within?: readonly Stated[] | null;
}

/**
 * Turns statements into sets of possible values. What nobody mentioned is presumed, or anything; an
 * explicit unknown (null) switches the presumption off. What is suggested is a presumption of its own.
 * @param statements what was said, by fact id
 */
export function buildState(model: Model, statements: ReadonlyMap<string, Said>): Known {
  const state: Mask[] = [];
  const withheld: Mask[] = [];
  const presumed = new Set<number>();
  model.facts.forEach((fact, index) => {
    const known = knowFact(fact, statements.get(fact.id));
    if (known.presumed) presumed.add(index);
    withheld.push(known.withheld);
    state.push(known.held);
  });
  return { state, withheld, presumed };
}

/** What is known of one fact: presumptions included, and without them. */
export interface FactSets {
  readonly held: Mask;
  readonly withheld: Mask;
  readonly presumed: boolean;
}

/** Turns what was said of one fact into sets of possible values. */
export function knowFact(fact: ModelFact, said: Said | undefined): FactSets {
  const stated = maskOfSaid(fact, said?.values && prefer(fact, said.values));
  const presume = said === undefined && fact.presumed !== null;
  return {
    held: presume ? fact.presumed : stated,
    withheld: said?.within === undefined ? stated : maskOfSaid(fact, said.within),
    presumed: presume || said?.within !== undefined,
  };
}

function maskOfSaid(fact: ModelFact, values: readonly Stated[] | null | undefined): Mask {
  return values === undefined || values === null ? fact.all : maskOfValues(fact, values);
}

/** What is decided by: where any of the values would do, the most preferred of them alone. */
function prefer(fact: ModelFact, values: readonly Stated[]): readonly Stated[] {
  const best = values.length > 1 ? fact.anyOf?.find((choice) => values.includes(choice)) : undefined;
  return best === undefined ? values : [best];
}

/**
 * The set of some values of a fact.
 * @param values choices, numbers, or bounds of a number
 */
export function maskOfValues(fact: ModelFact, values: readonly Stated[]): Mask {
  return values.reduce<Mask>((mask, value) => mask | maskOfValue(fact, value), 0);
}

/** Of bounds, every interval that reaches between them. */
function maskOfValue(fact: ModelFact, value: Stated): Mask {
  if (typeof value !== 'object') return 1 << indexOfValue(fact, value);
  const { 'at-least': least, 'at-most': most } = value;
  const first = least === undefined ? 0 : indexOfValue(fact, least);
  const last = most === undefined ? fact.cuts.length : indexOfValue(fact, most);
  return 2 ** (last + 1) - 2 ** first;
}

/**
 * The position of a value among a fact's values: of a choice, or of the interval a number lies in.
 * @param value one of its values
 */
export function indexOfValue(fact: ModelFact, value: string | number): number {
  if (typeof value === 'string') return fact.choices.indexOf(value);
  return fact.cuts.filter((cut) => (cut.side === 'before' ? value >= cut.at : value > cut.at)).length;
}
