import type { Condition, Term, Test } from '../rulebook/condition.ts';
import type { Example } from '../rulebook/rulebook.ts';
import type { NameIndex } from './names.ts';

/** The thresholds that are named with their values. */
type Thresholds = Pick<NameIndex, 'params'>;

/**
 * A condition in words: "os.family is windows and not (...)".
 * @param names by which thresholds are told with their values; without them they keep the name they are written by
 */
export function wordCondition(condition: Condition, names?: Thresholds): string {
  return condition.is === 'all'
    ? condition.of.map((part) => wordPart(part, names)).join(' and ')
    : wordPart(condition, names);
}

function wordPart(condition: Condition, names: Thresholds | undefined): string {
  if (condition.is === 'test') return `${condition.fact} is ${wordTest(condition.test, names)}`;
  if (condition.is === 'not') return `not (${wordCondition(condition.of, names)})`;
  const parts = condition.of.map((part) => wordCondition(part, names));
  const joined = parts.map((part) => (parts.length > 1 && part.includes(' and ') ? `(${part})` : part));
  return `(${joined.join(condition.is === 'any' ? ' or ' : ' and ')})`;
}

/** A test in words: "not none", "at least 10". */
export function wordTest(test: Test, names?: Thresholds): string {
  if (test.is === 'within')
    return test.bounds
      .map(([comparison, term]) => `${comparison.replace('-', ' ')} ${wordTerm(term, names)}`)
      .join(' and ');
  const values = test.values.map((term) => wordTerm(term, names)).join(' or ');
  return test.is === 'none-of' ? `not ${values}` : values;
}

function wordTerm(term: Term, names: Thresholds | undefined): string {
  if (typeof term !== 'object') return String(term);
  const param = names?.params(term.param);
  return param === undefined ? `$${term.param}` : `${String(param.value)} ($${param.id})`;
}

/** An example in words: "os.family is windows and scale.instances is 3". */
export function wordExample(example: Example): string {
  return Object.entries(example)
    .map(([fact, value]) => `${fact} is ${[value].flat().join(' or ')}`)
    .join(' and ');
}
