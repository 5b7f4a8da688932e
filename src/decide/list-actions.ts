import { holdsPosition } from './bits.ts';
import type { Choice } from './decide.ts';
import { judgeCondition, truth } from './judge-condition.ts';
import type { Model, State } from './model.ts';

/** An action that is called for. */
export interface CalledAction {
  /** Its position. */
  readonly action: number;
  /** Whether it is a condition of the verdict: by itself, or because a rule demands it. */
  readonly must: boolean;
  /** The rule that demands it, or null. */
  readonly demandedBy: number | null;
  /** The chosen placements it is for. */
  readonly forms: readonly number[];
}

/**
 * The actions that fire: those a fired rule demands, and those that fit a chosen placement and
 * whose condition holds. Where nothing can be placed there is nothing to do.
 * @param state the values still possible
 * @param decision the decision on that state
 */
export function listActions(
  model: Model,
  state: State,
  decision: Pick<Choice, 'judgement' | 'forms'>,
): CalledAction[] {
  if (decision.forms.length === 0) return [];
  const demands = listDemands(model, decision);
  return model.actions.flatMap((action, index): CalledAction[] => {
    const demanding = demands.get(index);
    if (demanding !== undefined)
      return [{ action: index, must: true, demandedBy: demanding, forms: decision.forms }];
    const fitting = decision.forms.filter((form) => holdsPosition(action.for, form));
    const holds = action.when === null || judgeCondition(action.when, state) === truth.true;
    return fitting.length > 0 && holds
      ? [{ action: index, must: action.must, demandedBy: null, forms: fitting }]
      : [];
  });
}

/** For every action that a fired rule demands the first such rule. */
function listDemands(model: Model, decision: Pick<Choice, 'judgement'>): ReadonlyMap<number, number> {
  const demands = new Map<number, number>();
  model.rules.forEach((rule, position) => {
    if (rule.must === null || demands.has(rule.must)) return;
    if (decision.judgement.rules[position] === truth.true) demands.set(rule.must, position);
  });
  return demands;
}
