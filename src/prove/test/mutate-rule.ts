import { at } from '../../at.ts';
import { maskOfAll, otherKind } from '../../decide/kinds.ts';
import { joinSuits, type Model, type ModelRule, suitsNothing, type Tier } from '../../decide/model.ts';

/** A change of one rule that somebody should notice. */
export interface Mutation {
  readonly change:
    | 'deleted'
    | 'without its vote'
    | 'without suits'
    | 'flipped'
    | 'stronger'
    | 'weaker'
    | 'suits stronger'
    | 'suits weaker';
  readonly model: Model;
}

/**
 * Every change of a rule that must make a difference to some workload: without it; without its vote
 * alone, or what it suits alone; for the other kind; one tier stronger; one tier weaker. What a slight
 * vote loses by weakening is the vote, which is its deletion.
 * @param index position of the rule
 */
export function mutateRule(model: Model, index: number): Mutation[] {
  const rule = at(model.rules, index);
  const mutate = (change: Mutation['change'], to: Partial<ModelRule>): Mutation => ({
    change,
    model: {
      ...model,
      rules: model.rules.map((each, position) => (position === index ? { ...each, ...to } : each)),
    },
  });
  const both = rule.favours !== null && joinSuits(rule.suits) !== 0;
  return [
    mutate('deleted', { removes: 0, favours: null, suits: suitsNothing, must: null, notes: false }),
    ...(both
      ? [
          mutate('without its vote', { favours: null, tier: 0 }),
          mutate('without suits', { suits: suitsNothing }),
        ]
      : []),
    ...mutateVote(model, rule, mutate),
    ...mutateSuits(rule, mutate),
  ];
}

type Mutate = (change: Mutation['change'], to: Partial<ModelRule>) => Mutation;

function mutateVote(model: Model, { favours, tier }: ModelRule, mutate: Mutate): Mutation[] {
  if (favours === null) return [];
  return [
    mutate('flipped', { favours: otherKind(favours), byWayOf: maskOfAll(model) }),
    ...(tier < 3 ? [mutate('stronger', { tier: (tier + 1) as Tier })] : []),
    ...(tier > 1 ? [mutate('weaker', { tier: (tier - 1) as Tier })] : []),
  ];
}

function mutateSuits({ suits }: ModelRule, mutate: Mutate): Mutation[] {
  const [strong, moderate, slight] = suits;
  return [
    ...(moderate + slight > 0 ? [mutate('suits stronger', { suits: [strong | moderate, slight, 0] })] : []),
    ...(strong + moderate > 0 ? [mutate('suits weaker', { suits: [0, strong, moderate | slight] })] : []),
  ];
}
