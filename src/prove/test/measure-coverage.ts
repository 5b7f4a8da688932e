import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { judgeCondition, truth, type Truth } from '../../decide/judge-condition.ts';
import type { ModelCondition } from '../../decide/model.ts';
import { compileCondition, prepareCompiler } from '../../rulebook/compile-condition.ts';
import { type Condition, expandCondition, listTests } from '../../rulebook/condition.ts';
import type { Specimen } from './prove-rules.ts';

/** What a condition can be seen as. */
export const sights = ['true', 'false', 'unknown'] as const;
/** @see sights */
export type Sight = (typeof sights)[number];

/** A condition, or one test of it, and what it was never seen as. */
export interface ConditionCoverage {
  readonly condition: Condition;
  readonly unseen: readonly Sight[];
}

/** How far the workloads exercise one rule. */
export interface RuleCoverage extends ConditionCoverage {
  readonly rule: string;
  /** Every test of its condition; none where the condition is a single test. */
  readonly tests: readonly ConditionCoverage[];
}

/**
 * Judges the conditions of rules, and each test in them, on workloads, presumptions included: what
 * was seen true, false and unknown.
 * @param rules positions of the rules to look at
 */
export function measureCoverage(
  ready: ReadyRulebook,
  rules: readonly number[],
  specimens: readonly Specimen[],
): RuleCoverage[] {
  const compiler = prepareCompiler(ready.rulebook, ready.model.facts);
  const look = (condition: Condition, compiled: ModelCondition): ConditionCoverage => {
    const seen = new Set(specimens.map(({ state }) => nameTruth(judgeCondition(compiled, state))));
    return { condition, unseen: sights.filter((sight) => !seen.has(sight)) };
  };
  return rules.flatMap((index) => {
    const [rule, compiled] = [ready.rulebook.rules[index], ready.model.rules[index]];
    if (rule === undefined || compiled === undefined) return [];
    const tests = listTests(expandCondition(rule.when, ready.rulebook.conditions));
    const parts = tests.length < 2 ? [] : tests.map((test) => look(test, compileCondition(test, compiler)));
    return [{ rule: rule.id, ...look(rule.when, compiled.when), tests: parts }];
  });
}

function nameTruth(judged: Truth): Sight {
  return judged === truth.true ? 'true' : judged === truth.false ? 'false' : 'unknown';
}
