import { evaluateCondition, truth, type Truth } from './evaluate-condition.ts';
import type { Model, State } from './model.ts';

/** What is true, false or unknown in a state: every rule, and what every placement needs. */
export interface Judgement {
  /** Per rule; a waived rule is false. */
  readonly rules: readonly Truth[];
  /** Per placement; true where it needs nothing. */
  readonly needs: readonly Truth[];
}

/**
 * Judges all rules and needs of a rulebook.
 * @param model the compiled rulebook
 * @param state the values still possible
 * @param waived positions of rules that count as absent
 */
export function judgeRules(model: Model, state: State, waived: ReadonlySet<number>): Judgement {
  return {
    rules: model.rules.map((rule, index) =>
      waived.has(index) ? truth.false : evaluateCondition(rule.when, state),
    ),
    needs: model.placements.map((placement) =>
      placement.needs === null ? truth.true : evaluateCondition(placement.needs, state),
    ),
  };
}
