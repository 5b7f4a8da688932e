import { type Definition, findCircle } from '../condition.ts';
import type { NamedCondition, NamedConditionBody } from '../rulebook.ts';
import { type ConditionNames, parseCondition, type Say } from './parse-condition.ts';

/**
 * Understands conditions that have a name.
 * @param conditions the list that stands under `conditions` in the file
 */
export function parseNamedConditions(
  conditions: readonly NamedConditionBody[],
  names: ConditionNames,
  say: Say,
): NamedCondition[] {
  return conditions.map((condition, index) => ({
    ...condition,
    when: parseCondition(condition.when, names, say, ['conditions', index, 'when']),
  }));
}

/**
 * What to say of conditions that are made of themselves, with the way round.
 * @param own those to look at
 * @param all every condition that has a name
 * @returns an entry for each of `own` that is, with its place there
 */
export function listCircles(
  own: readonly Pick<Definition, 'id'>[],
  all: readonly Definition[],
): { readonly index: number; readonly message: string }[] {
  return own.flatMap(({ id }, index) => {
    const circle = findCircle(id, all);
    return circle === undefined ? [] : [{ index, message: `${id} is made of itself: ${circle.join(' → ')}` }];
  });
}
