import type { ReadyRulebook } from '../ready.ts';
import { buildState } from '../../decide/build-state.ts';
import { judgeCondition, truth } from '../../decide/judge-condition.ts';
import { InputError, type Problem } from '../../errors.ts';
import { compileRulebook } from '../compile-rulebook.ts';
import { listExampleConditions, listExampleThresholds } from '../example-thresholds.ts';
import { type FactValue, parseFactValue } from '../fact-value.ts';
import type { Example, NamedCondition, Param, Rule, Rulebook } from '../rulebook.ts';

/** Something wrong with a rule's examples. */
export interface ExampleFailure {
  readonly rule: string;
  readonly example: 'fires' | 'quiet';
  readonly message: string;
}

/**
 * Judges a rule's examples without presumptions: `fires` must be true, and with the one fact of
 * `quiet` it must be false and not merely unknown. They are judged by the thresholds that they were
 * written for, and by the conditions by name that they were written for.
 * @param index position of the rule
 */
export function checkExamples(ready: ReadyRulebook, index: number): ExampleFailure[] {
  const rule = ready.rulebook.rules[index];
  if (rule === undefined) return [];
  const params = listExampleThresholds(ready.rulebook, rule);
  const conditions = listExampleConditions(ready.rulebook, rule);
  return params.length + conditions.length === 0
    ? checkRule(ready, index, rule)
    : checkRule(goBack(ready.rulebook, rule, params, conditions), 0, rule);
}

/** The one rule among the thresholds and conditions of before. */
function goBack(
  rulebook: Rulebook,
  rule: Rule,
  params: readonly Param[],
  conditions: readonly NamedCondition[],
): ReadyRulebook {
  const then = {
    ...rulebook,
    params: replace(rulebook.params, params),
    conditions: replace(rulebook.conditions, conditions),
    rules: [rule],
  };
  return { rulebook: then, model: compileRulebook(then) };
}

function replace<T extends { readonly id: string }>(list: readonly T[], others: readonly T[]): T[] {
  return list.map((entry) => others.find(({ id }) => id === entry.id) ?? entry);
}

function checkRule(ready: ReadyRulebook, index: number, rule: Rule): ExampleFailure[] {
  const fires = judgeExample(ready, index, rule.examples.fires);
  const quiet = judgeExample(ready, index, { ...rule.examples.fires, ...rule.examples.quiet });
  const name = (judged: number) => ['quiet', 'undecided', 'firing'][judged] ?? '';
  return [
    ...(fires === truth.true
      ? []
      : [{ rule: rule.id, example: 'fires' as const, message: `should fire, is ${name(fires)}` }]),
    ...(quiet === truth.false
      ? []
      : [{ rule: rule.id, example: 'quiet' as const, message: `should be quiet, is ${name(quiet)}` }]),
  ];
}

function judgeExample(ready: ReadyRulebook, index: number, example: Example): 0 | 1 | 2 {
  const statements = new Map(
    Object.entries(example).map(([id, raw]) => [id, { values: readExample(ready, id, raw) }]),
  );
  const rule = ready.model.rules[index];
  return rule === undefined
    ? truth.unknown
    : judgeCondition(rule.when, buildState(ready.model, statements).withheld);
}

function readExample(ready: ReadyRulebook, id: string, raw: unknown): FactValue[] | null {
  const fact = ready.rulebook.facts.find((each) => each.id === id);
  if (fact === undefined || raw === 'unknown') return null;
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  return list.flatMap((each) => {
    const read = parseFactValue(fact, each);
    return 'value' in read ? [read.value] : [];
  });
}

/**
 * Judges the examples of every rule that a rulebook added to or changed in the one it extends: a
 * change of the condition may have overtaken them.
 * @throws InputError with every example that does not hold, at the place that touched the rule
 */
export function checkTouchedRules(ready: ReadyRulebook): void {
  const problems = ready.rulebook.rules.flatMap((rule, index): Problem[] => {
    const mark = rule.marks?.at(-1);
    if (mark === undefined) return [];
    return checkExamples(ready, index).map(({ example, message }) => ({
      message: `${rule.id}: the example ${example} ${message}${adviseOn(mark.did)}`,
      at: mark.at,
    }));
  });
  if (problems.length > 0) throw new InputError(problems);
}

function adviseOn(did: 'added' | 'changed'): string {
  return did === 'added' ? '' : '; change its examples too (change: to: { examples: ... })';
}
