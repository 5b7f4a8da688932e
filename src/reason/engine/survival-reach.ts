import { at } from '../../at.ts';
import { hasBit } from '../../decide/bit-words.ts';
import type { Mask } from '../../decide/model.ts';
import type { Neighbours } from './neighbours.ts';
import type { Prepared } from './prepared.ts';

// Which kinds survive decides a headline alone where only one does. Then most changes can be ruled out
// from what their facts are read by, without trying them.

/** What changes of facts can do to the placements of a state. */
export interface SurvivalReach {
  /** The placements that survive. */
  readonly alive: Mask;
  /** For every placement that would bring another headline if it survived, what removes it. */
  readonly fallen: readonly Fallen[];
  /** For every fact the placements that a condition which reads it could remove besides. */
  readonly threatens: readonly Mask[];
}

interface Fallen {
  /** By fact, which of the removers read it, as bits. */
  readonly covers: readonly number[];
  /** All of them. */
  readonly whole: number;
}

/**
 * Finds what facts can do to the placements of a state where one kind survives, or none.
 * @returns undefined where both survive, so that votes count
 */
export function reachSurvival(prepared: Prepared, from: Neighbours): SurvivalReach | undefined {
  const { conditions, kinds, model, removers } = prepared;
  const { alive } = from;
  if ((alive & kinds[0]) !== 0 && (alive & kinds[1]) !== 0) return undefined;
  const threatens = model.facts.map(() => 0);
  const removing = model.placements.map((): (readonly number[])[] => []);
  for (const { condition, removes } of removers) {
    const reads = conditions[condition]?.reads ?? [];
    if (!hasBit(from.certain, condition)) {
      for (const fact of reads) threatens[fact] = at(threatens, fact) | removes;
      continue;
    }
    for (const [placement, by] of removing.entries()) if ((removes & (1 << placement)) !== 0) by.push(reads);
  }
  const own = (alive & kinds[0]) !== 0 ? kinds[0] : (alive & kinds[1]) !== 0 ? kinds[1] : 0;
  const fallen = removing.flatMap((by, placement): Fallen[] => {
    if (((alive | own) & (1 << placement)) !== 0) return [];
    const covers = model.facts.map(() => 0);
    // Bits beyond the 32nd are not told apart: then more is taken for possible, never less.
    for (const [index, reads] of by.slice(0, 32).entries())
      for (const fact of reads) covers[fact] = at(covers, fact) | (1 << index);
    return [{ covers, whole: covers.reduce((all, each) => all | each, 0) }];
  });
  return { alive, fallen, threatens };
}

/** Whether changes of some facts together could bring another headline; false is certain. */
export function canMove({ alive, fallen, threatens }: SurvivalReach, facts: readonly number[]): boolean {
  const join = (masks: readonly number[]): number => facts.reduce((all, fact) => all | at(masks, fact), 0);
  const emptied = alive !== 0 && (alive & ~join(threatens)) === 0;
  return emptied || fallen.some(({ covers, whole }) => join(covers) === whole);
}
