import { judgeCondition, truth, type Truth } from './judge-condition.ts';
import type { Model, State } from './model.ts';

/** What is true, false or unknown in a state: every rule, and what every placement needs. */
export interface Judgement {
  /** Per rule; a waived rule is false. */
  readonly rules: readonly Truth[];
  /** Per placement; true where it needs nothing. */
  readonly needs: readonly Truth[];
}

const none: ReadonlySet<number> = new Set();

/**
 * Judges all rules and needs of a rulebook.
 * @param model the compiled rulebook
 * @param state the values still possible
 * @param waived positions of rules that count as absent
 */
export function judgeRules(model: Model, state: State, waived: ReadonlySet<number> = none): Judgement {
  return {
    rules: model.rules.map((rule, index) =>
      waived.has(index) ? truth.false : judgeCondition(rule.when, state),
    ),
    needs: model.placements.map((placement) =>
      placement.needs === null ? truth.true : judgeCondition(placement.needs, state),
    ),
  };
}
