import { at } from '../at.ts';
import { hasBit } from '../decide/bit-words.ts';
import { choosePoint } from '../decide/kernel.ts';
import { masksOfKinds, otherKind } from '../decide/kinds.ts';
import type { KindIndex, Model } from '../decide/model.ts';
import { kinds, type PlacedHeadline } from '../words.ts';
import { joinPoints, type SurroundedPart, type SurroundedSort } from './fleet-sort.ts';

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
  add(sort: SurroundedSort): void;
  /** Those of a kind, what holds most first. */
  list(kind: KindIndex): CountedHolder[];
}

/**
 * Begins to count.
 * @param model what rulings of single workloads are no part of
 */
export function countHolders(model: Model): HolderCounter {
  const counts = kinds.map(() => model.rules.map(() => ({ holds: 0, supports: 0 })));
  const masks = masksOfKinds(model);
  return {
    add: ({ parts, point, workloads }) => {
      if (point !== 'vm' && point !== 'container') return;
      const kind = point === 'vm' ? 0 : 1;
      const others = at(masks, otherKind(kind));
      const own = at(counts, kind);
      for (let rule = 0; rule < own.length; rule++) {
        const { favours, removes } = at(model.rules, rule);
        if (favours === null && removes === 0) continue;
        if (!parts.some(({ from }) => hasBit(from.certain, rule))) continue;
        const count = at(own, rule);
        const without = parts.map((part) => chooseWithout(part, rule));
        if (joinPoints(without) !== point) count.holds += workloads;
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

/** What a part comes to without a rule. */
function chooseWithout({ prepared, from }: SurroundedPart, rule: number): PlacedHeadline {
  const { certain, trial, headline } = from;
  if (!hasBit(certain, rule)) return headline;
  trial.set(certain);
  trial[rule >> 5] = (trial[rule >> 5] ?? 0) & ~(1 << (rule & 31));
  return choosePoint(prepared.kernel, trial).headline;
}
