import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { evaluateCondition, truth, type Truth } from '../../decide/evaluate-condition.ts';
import type { Model, ModelCondition } from '../../decide/model.ts';
import { compileCondition } from '../../rulebook/compile-condition.ts';
import { parseCondition } from '../../rulebook/condition.ts';
import type { Condition, Rulebook } from '../../rulebook/rulebook.ts';
import type { Specimen } from './prove-rules.ts';

/** What a condition can be seen as. */
export const sights = ['true', 'false', 'unknown'] as const;
/** @see sights */
export type Sight = (typeof sights)[number];

/** A condition, or one test of it, and what it was never seen as. */
export interface ConditionCoverage {
  /** As written; of a test a map of the one fact. */
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
  const compile = prepareCompiler(ready);
  const look = (condition: Condition, compiled: ModelCondition): ConditionCoverage => {
    const seen = new Set(specimens.map(({ state }) => nameTruth(evaluateCondition(compiled, state))));
    return { condition, unseen: sights.filter((sight) => !seen.has(sight)) };
  };
  return rules.flatMap((index) => {
    const [rule, compiled] = [ready.rulebook.rules[index], ready.model.rules[index]];
    if (rule === undefined || compiled === undefined) return [];
    const tests = listTests(rule.when);
    const parts = tests.length < 2 ? [] : tests.map((test) => look(test, compile(test)));
    return [{ rule: rule.id, ...look(rule.when, compiled.when), tests: parts }];
  });
}

/** The tests of a condition in the order they are written, each as a map of its one fact. */
function listTests(condition: Condition): Condition[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === 'not') return listTests(value as Condition);
    if (key === 'any' || key === 'all') return (value as Condition[]).flatMap(listTests);
    return [{ [key]: value }];
  });
}

function prepareCompiler({ rulebook, model }: { rulebook: Rulebook; model: Model }) {
  const vocabulary = {
    facts: new Map(rulebook.facts.map((fact) => [fact.id, fact])),
    params: new Map(rulebook.params.map((param) => [param.id, param])),
  };
  const indexOf = new Map(model.facts.map((fact, index) => [fact.id, index]));
  return (condition: Condition): ModelCondition => {
    const parsed = parseCondition(condition, vocabulary, (message) => {
      throw new Error(`unchecked rulebook: ${message}`);
    });
    return compileCondition(parsed, model.facts, indexOf);
  };
}

function nameTruth(judged: Truth): Sight {
  return judged === truth.true ? 'true' : judged === truth.false ? 'false' : 'unknown';
}
