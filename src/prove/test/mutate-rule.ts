import type { KindIndex, Model, ModelRule, Tier } from '../../decide/model.ts';

/** A change of one rule that somebody should notice. */
export interface Mutation {
  readonly change: 'deleted' | 'flipped' | 'stronger' | 'weaker';
  readonly model: Model;
}

/**
 * Every change of a rule that must make a difference to some workload: without it; for the other
 * kind; one tier stronger; one tier weaker. What a slight vote loses by weakening is the vote, which
 * is its deletion.
 * @param index position of the rule
 */
export function mutateRule(model: Model, index: number): Mutation[] {
  const rule = model.rules[index];
  if (rule === undefined) return [];
  const replace = (change: Partial<ModelRule>): Model => ({
    ...model,
    rules: model.rules.map((each, position) => (position === index ? { ...each, ...change } : each)),
  });
  const everywhere = 2 ** model.placements.length - 1;
  const inert = { removes: 0, favours: null, suits: 0, must: null } as const;
  const other = rule.favours === null ? null : ((1 - rule.favours) as KindIndex);
  return [
    { change: 'deleted', model: replace(inert) },
    ...(other === null
      ? []
      : [{ change: 'flipped' as const, model: replace({ favours: other, byWayOf: everywhere }) }]),
    ...(rule.tier > 0 && rule.tier < 3
      ? [{ change: 'stronger' as const, model: replace({ tier: (rule.tier + 1) as Tier }) }]
      : []),
    ...(rule.tier > 1
      ? [{ change: 'weaker' as const, model: replace({ tier: (rule.tier - 1) as Tier }) }]
      : []),
  ];
}
