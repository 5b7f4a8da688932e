import { type Condition, listConjuncts, type Term, type Test } from '../rulebook/condition.ts';
import type { Example } from '../rulebook/rulebook.ts';
import type { NameIndex } from './names.ts';

/** What names in conditions stand for. */
type Meanings = Pick<NameIndex, 'params' | 'conditions'>;

/**
 * A condition in words: "os.family is windows and not (...)".
 * @param names by which thresholds are told with their values and conditions by name with what they
 * say; without it they keep the name they are written by
 */
export function wordCondition(condition: Condition, names?: Meanings): string {
  return listConjuncts(condition)
    .map((part) => wordPart(part, names))
    .join(' and ');
}

function wordPart(condition: Condition, names: Meanings | undefined): string {
  if (condition.is === 'test') return `${condition.fact} is ${wordTest(condition.test, names)}`;
  if (condition.is === 'not') return `not (${wordCondition(condition.of, names)})`;
  if (condition.is === 'named') {
    const title = names?.conditions(condition.name)?.title;
    return title === undefined ? condition.name : `${condition.name} (${title})`;
  }
  const parts = condition.of.map((part) => wordCondition(part, names));
  const joined = parts.map((part) => (parts.length > 1 && part.includes(' and ') ? `(${part})` : part));
  return `(${joined.join(condition.is === 'any' ? ' or ' : ' and ')})`;
}

/** A test in words: "not none", "at least 10". */
export function wordTest(test: Test, names?: Meanings): string {
  if (test.is === 'within')
    return test.bounds
      .map(([comparison, term]) => `${comparison.replace('-', ' ')} ${wordTerm(term, names)}`)
      .join(' and ');
  const values = test.values.map((term) => wordTerm(term, names)).join(' or ');
  return test.is === 'none-of' ? `not ${values}` : values;
}

function wordTerm(term: Term, names: Meanings | undefined): string {
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
