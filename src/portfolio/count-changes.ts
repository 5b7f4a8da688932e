import { at } from '../at.ts';
import { joinBits, listBits, positionOf } from '../decide/bits.ts';
import type { Mask, ModelFact } from '../decide/model.ts';
import { reachBeside } from '../reason/engine/neighbours.ts';
import { listOtherValues, trySingleChanges } from '../reason/list-flips.ts';
import { type Headline, headlines } from '../words.ts';
import { joinPoints, type SurroundedSort } from './fleet-sort.ts';

/** What one change of a fact would move. */
export interface CountedChange {
  /** Position of the fact. */
  readonly fact: number;
  /** Values that move the same workloads. */
  readonly values: Mask;
  /** Of how many workloads the headline would become this. */
  readonly to: Readonly<Record<Headline, number>>;
}

/** Counts, sort by sort, what single changes would move. */
export interface ChangeCounter {
  add(sort: SurroundedSort): void;
  list(): CountedChange[];
}

/** As many values may a fact have. */
const most = 32;

/** Begins to count. */
export function countChanges(facts: readonly ModelFact[]): ChangeCounter {
  /** By fact, by value, by headline. */
  const moved = new Float64Array(facts.length * most * headlines.length);
  const count = (fact: number, values: Mask, to: Headline, workloads: number): void => {
    for (let rest = values; rest !== 0; rest &= rest - 1) {
      const place = (fact * most + positionOf(rest)) * headlines.length + headlines.indexOf(to);
      moved[place] = (moved[place] ?? 0) + workloads;
    }
  };
  const addOne = ({ parts, point, workloads }: SurroundedSort): void => {
    const { prepared, from } = at(parts, 0);
    for (let fact = 0; fact < facts.length; fact++)
      for (const values of listOtherValues(prepared, fact, from.state)) {
        const headline = reachBeside(prepared.kernel, from, fact, values);
        if (headline !== point) count(fact, values, headline, workloads);
      }
  };
  /** A system moves where what its parts come to together is another. */
  const addSystem = ({ parts, point, workloads }: SurroundedSort): void => {
    for (let fact = 0; fact < facts.length; fact++) {
      const tried = parts.map(({ prepared, from }) => trySingleChanges(prepared, fact, from));
      for (const value of listBits(joinBits(tried.flat().map(({ values }) => values)))) {
        const to = joinPoints(
          parts.map(
            ({ from }, part) =>
              at(tried, part).find(({ values }) => (values & value) !== 0)?.headline ?? from.headline,
          ),
        );
        if (to !== point) count(fact, value, to, workloads);
      }
    }
  };
  return {
    add: (sort) => {
      if (sort.parts.length === 1) addOne(sort);
      else addSystem(sort);
    },
    list: () => facts.flatMap((_, fact) => joinValues(moved, fact).map((change) => ({ fact, ...change }))),
  };
}

/** Values that move as many to the same are told together. */
function joinValues(moved: Float64Array, fact: number): Omit<CountedChange, 'fact'>[] {
  const joined = new Map<string, { values: Mask; readonly to: CountedChange['to'] }>();
  for (let value = 0; value < most; value++) {
    const start = (fact * most + value) * headlines.length;
    const own = moved.slice(start, start + headlines.length);
    if (own.every((workloads) => workloads === 0)) continue;
    const known = joined.get(own.join());
    if (known !== undefined) known.values |= 1 << value;
    else {
      const to = Object.fromEntries(headlines.map((headline, place) => [headline, own[place] ?? 0]));
      joined.set(own.join(), { values: 1 << value, to: to as CountedChange['to'] });
    }
  }
  return [...joined.values()];
}
