import type { Mask, Model, ModelCondition } from '../../decide/model.ts';
import { joinConditions } from '../../decide/nodes.ts';

/** An action that can be a condition of the verdict. */
export interface Must {
  readonly action: number;
  /** The placements it is a must for by itself; 0 where only rules demand it. */
  readonly for: Mask;
  /** When a rule demands it; null for never. */
  readonly demanded: ModelCondition | null;
  /** When a rule demands it or, on one of its placements, it holds by itself; null for always. */
  readonly whole: ModelCondition | null;
}

/**
 * The actions that can be conditions of a verdict.
 * @param waived positions of rules that count as absent
 */
export function listMusts(model: Model, waived: ReadonlySet<number>): Must[] {
  const demands = new Map<number, ModelCondition[]>();
  for (const [position, { must, when }] of model.rules.entries())
    if (must !== null && !waived.has(position)) demands.set(must, [...(demands.get(must) ?? []), when]);
  return model.actions.flatMap((action, index): Must[] => {
    const rules = demands.get(index) ?? [];
    const own = action.must ? action.for : 0;
    if (rules.length === 0 && own === 0) return [];
    return [
      {
        action: index,
        for: own,
        demanded: rules.length === 0 ? null : joinConditions(rules),
        whole: action.when === null ? null : joinConditions([...rules, action.when]),
      },
    ];
  });
}
