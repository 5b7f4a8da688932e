import { at } from '../at.ts';
import { listBits } from '../decide/bits.ts';
import type { Mask } from '../decide/model.ts';
import { listSingleFlips } from '../reason/list-flips.ts';
import type { Prepared } from '../reason/engine/prepared.ts';
import type { PlacedHeadline } from '../words.ts';
import type { FleetSort } from './fleet-sort.ts';

/** What one change of a fact would move. */
export interface CountedChange {
  /** Position of the fact. */
  readonly fact: number;
  /** Values that move the same workloads. */
  readonly values: Mask;
  /** Of how many workloads the headline would become this. */
  readonly to: Readonly<Record<PlacedHeadline, number>>;
}

/** Counts, sort by sort, what single changes would move. */
export interface ChangeCounter {
  add(sort: FleetSort): void;
  list(): CountedChange[];
}

/** Begins to count. */
export function countChanges(prepared: Prepared): ChangeCounter {
  const facts = prepared.model.facts.map((_, index) => index);
  const moved = facts.map(() => new Map<Mask, Record<PlacedHeadline, number>>());
  return {
    add: ({ known, workloads }) => {
      for (const { changes, headline } of listSingleFlips(prepared, facts, known.state))
        for (const { fact, values } of changes)
          for (const value of listBits(values)) {
            const own = at(moved, fact);
            const to = own.get(value) ?? { vm: 0, container: 0, either: 0, none: 0 };
            own.set(value, to);
            to[headline] += workloads;
          }
    },
    list: () => moved.flatMap((own, fact) => joinValues(own).map((change) => ({ fact, ...change }))),
  };
}

/** Values that move as many to the same are told together. */
function joinValues(
  moved: ReadonlyMap<Mask, CountedChange['to']>,
): { readonly values: Mask; readonly to: CountedChange['to'] }[] {
  const joined = new Map<string, { values: Mask; readonly to: CountedChange['to'] }>();
  for (const [value, to] of [...moved].sort(([a], [b]) => a - b)) {
    const key = [to.vm, to.container, to.either, to.none].join();
    const known = joined.get(key);
    if (known === undefined) joined.set(key, { values: value, to });
    else known.values |= value;
  }
  return [...joined.values()];
}
