import { at } from '../at.ts';
import { judgeCondition, truth, type Truth } from './judge-condition.ts';
import type { Model, ModelCondition, State } from './model.ts';

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

/**
 * Judges again what reads a fact, in a state that differs in nothing else from the one judged before.
 * No rule is waived in it.
 * @param fact position of the fact
 */
export function judgeAgain(model: Model, state: State, fact: number, before: Judgement): Judgement {
  const judge = (condition: ModelCondition | null, was: Truth): Truth =>
    condition?.reads.includes(fact) === true ? judgeCondition(condition, state) : was;
  return {
    rules: before.rules.map((was, index) => judge(at(model.rules, index).when, was)),
    needs: before.needs.map((was, index) => judge(at(model.placements, index).needs, was)),
  };
}
