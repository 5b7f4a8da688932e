import { at } from '../../at.ts';
import { listPositions } from '../../decide/bits.ts';
import { maskOfAll } from '../../decide/kinds.ts';
import type { KindIndex, Mask, Model, ModelPlacement, ModelRule, Tier } from '../../decide/model.ts';
import { columnOf } from '../../import/table/plain-map.ts';
import { kinds } from '../../words.ts';
import { joinAny } from './sql-text.ts';

/** What the columns of stages are called: what stands before the names of rules, placements and so on. */
export const columnNames = {
  rule: (rule: { readonly id: string }) => `r_${columnOf(rule)}`,
  unmet: (placement: { readonly id: string }) => `n_${columnOf(placement)}`,
  action: (action: { readonly id: string }) => `a_${columnOf(action)}`,
  placement: (placement: { readonly id: string }) => `p_${columnOf(placement)}`,
  vote: (concern: { readonly id: string }, kind: KindIndex) => `v_${columnOf(concern)}_${at(kinds, kind)}`,
  count: (tier: Exclude<Tier, 0>, kind: KindIndex) => `${tierNames[tier]}_${at(kinds, kind)}`,
  fit: (placement: { readonly id: string }) => `fit_${columnOf(placement)}`,
} as const;

const tierNames = { 3: 'strong', 2: 'moderate', 1: 'slight' } as const;

/** Placements of a set, in the order in which they are declared. */
export function listPlacements(model: Model, mask: Mask): ModelPlacement[] {
  return listPositions(mask).map((position) => at(model.placements, position));
}

/**
 * That a rule holds, and that one of the placements is left which it speaks by way of. Of a rule that speaks of any
 * placement only that it holds: where none is left, nothing is told of votes.
 */
export function writeCasting(model: Model, rule: ModelRule): string {
  if (rule.byWayOf === maskOfAll(model)) return columnNames.rule(rule);
  const ways = listPlacements(model, rule.byWayOf).map(columnNames.placement);
  return `(${columnNames.rule(rule)} AND ${joinAny(ways)})`;
}
