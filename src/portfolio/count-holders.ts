import { at } from '../at.ts';
import { hasBit } from '../decide/bit-table.ts';
import { choosePoint, judgeCertain } from '../decide/kernel.ts';
import { findPlacedKind, maskOfKind, otherKind } from '../decide/kinds.ts';
import type { Prepared } from '../reason/engine/prepared.ts';
import type { FleetSort } from './fleet-sort.ts';

/** A rule, and what it does for the workloads of a kind. */
export interface CountedHolder {
  /** Position of the rule. */
  readonly rule: number;
  /** How many would come out otherwise without this rule alone. */
  readonly holds: number;
  /** For how many others it speaks. */
  readonly supports: number;
}

/** Counts, sort by sort, which rules hold workloads where they are. */
export interface HolderCounter {
  add(sort: FleetSort): void;
  /** Those of a kind, what holds most first. */
  list(kind: 0 | 1): CountedHolder[];
}

/** Begins to count. */
export function countHolders({ model, kernel }: Prepared): HolderCounter {
  const counts = [0, 1].map(() => model.rules.map(() => ({ holds: 0, supports: 0 })));
  return {
    add: ({ known, workloads }) => {
      const certain = judgeCertain(kernel, known.state);
      const { headline } = choosePoint(kernel, certain);
      const kind = findPlacedKind(headline);
      if (kind === null) return;
      const others = maskOfKind(model, otherKind(kind));
      for (const [rule, { favours, removes }] of model.rules.entries()) {
        if (!hasBit(certain, rule) || (favours === null && removes === 0)) continue;
        const without = certain.slice();
        without[rule >> 5] = (without[rule >> 5] ?? 0) & ~(1 << (rule & 31));
        const count = at(at(counts, kind), rule);
        if (choosePoint(kernel, without).headline !== headline) count.holds += workloads;
        else if (favours === kind || (removes & others) !== 0) count.supports += workloads;
      }
    },
    list: (kind) =>
      at(counts, kind)
        .map((count, rule) => ({ rule, ...count }))
        .filter(({ holds, supports }) => holds + supports > 0)
        .sort((a, b) => b.holds - a.holds || b.supports - a.supports || a.rule - b.rule),
  };
}
