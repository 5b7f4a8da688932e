import type { Condition, Term, Test } from '../rulebook/condition.ts';
import type { Example, Param } from '../rulebook/rulebook.ts';

/**
 * A condition in words: "os.family is windows and not (...)".
 * @param params thresholds that are named with their values; others keep the name they are written by
 */
export function wordCondition(condition: Condition, params: readonly Param[] = []): string {
  return condition.is === 'all'
    ? condition.of.map((part) => wordPart(part, params)).join(' and ')
    : wordPart(condition, params);
}

function wordPart(condition: Condition, params: readonly Param[]): string {
  if (condition.is === 'test') return `${condition.fact} is ${wordTest(condition.test, params)}`;
  if (condition.is === 'not') return `not (${wordCondition(condition.of, params)})`;
  const parts = condition.of.map((part) => wordCondition(part, params));
  const joined = parts.map((part) => (parts.length > 1 && part.includes(' and ') ? `(${part})` : part));
  return `(${joined.join(condition.is === 'any' ? ' or ' : ' and ')})`;
}

/** A test in words: "not none", "at least 10". */
export function wordTest(test: Test, params: readonly Param[] = []): string {
  if (test.is === 'within')
    return test.bounds
      .map(([comparison, term]) => `${comparison.replace('-', ' ')} ${wordTerm(term, params)}`)
      .join(' and ');
  const values = test.values.map((term) => wordTerm(term, params)).join(' or ');
  return test.is === 'none-of' ? `not ${values}` : values;
}

function wordTerm(term: Term, params: readonly Param[]): string {
  if (typeof term !== 'object') return String(term);
  const param = params.find(({ id }) => id === term.param);
  return param === undefined ? `$${term.param}` : `${String(param.value)} ($${param.id})`;
}

/** An example in words: "os.family is windows and scale.instances is 3". */
export function wordExample(example: Example): string {
  return Object.entries(example)
    .map(([fact, value]) => `${fact} is ${[value].flat().join(' or ')}`)
    .join(' and ');
}
