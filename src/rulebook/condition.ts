import { type FactValue, type ReadValue, parseFactValue, type ValueRange } from './fact-value.ts';
import { wordUnknownName } from '../text/suggest.ts';

/** A comparison with one bound. */
export type Comparison = 'at-least' | 'at-most' | 'above' | 'below';

/** What a test compares with: a value as a workload could state it, or a threshold by its name. */
export type Term = FactValue | { readonly param: string };

/** What a fact is tested for: one of some values, none of them, or bounds that must all hold. */
export type Test =
  | { readonly is: 'one-of'; readonly values: readonly Term[] }
  | { readonly is: 'none-of'; readonly values: readonly Term[] }
  | { readonly is: 'within'; readonly bounds: readonly (readonly [Comparison, Term])[] };

/** A condition as a rulebook holds it: understood once, when it is loaded. Plain data. */
export type Condition =
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'test'; readonly fact: string; readonly test: Test };

/** The part of a condition that looks at one fact. */
export type TestCondition = Extract<Condition, { readonly is: 'test' }>;

/** What the terms of a condition are read by. */
export interface ConditionVocabulary {
  readonly facts: ReadonlyMap<string, ValueRange>;
  readonly params: ReadonlyMap<string, { readonly value: unknown }>;
}

/**
 * What the conditions of a rulebook are read by.
 * @param rulebook its facts and thresholds
 */
export function collectVocabulary(rulebook: {
  readonly facts: readonly ValueRange[];
  readonly params: readonly { readonly id: string; readonly value: unknown }[];
}): ConditionVocabulary {
  return {
    facts: new Map(rulebook.facts.map((fact) => [fact.id, fact])),
    params: new Map(rulebook.params.map((param) => [param.id, param])),
  };
}

/**
 * The value that a term stands for, or what is wrong with it.
 * @param fact the fact that is compared
 */
export function resolveTerm(term: Term, fact: ValueRange, { params }: ConditionVocabulary): ReadValue {
  if (typeof term !== 'object') return parseFactValue(fact, term);
  const param = params.get(term.param);
  if (param === undefined) return { problem: wordUnknownName('param', term.param, [...params.keys()]) };
  const read = parseFactValue(fact, param.value);
  return 'value' in read ? read : { problem: `param ${term.param} does not fit: ${read.problem}` };
}

/** What a test compares with, in the order it is written. */
export function listTerms(test: Test): Term[] {
  return test.is === 'within' ? test.bounds.map(([, term]) => term) : [...test.values];
}

/** Calls `see` with a condition and with every part of it, in the order they are written. */
export function visitCondition(condition: Condition, see: (part: Condition) => void): void {
  see(condition);
  if (condition.is === 'not') visitCondition(condition.of, see);
  else if (condition.is !== 'test') for (const part of condition.of) visitCondition(part, see);
}

/** The tests of a condition, in the order they are written. */
export function listTests(condition: Condition): TestCondition[] {
  const tests: TestCondition[] = [];
  visitCondition(condition, (part) => {
    if (part.is === 'test') tests.push(part);
  });
  return tests;
}

/** The facts that a condition reads, each once, in the order they are written; none for no condition. */
export function listFactsOf(condition: Condition | undefined): string[] {
  return condition === undefined ? [] : [...new Set(listTests(condition).map(({ fact }) => fact))];
}

/** The thresholds that a condition names, each once; none for no condition. */
export function listParamsOf(condition: Condition | undefined): string[] {
  if (condition === undefined) return [];
  const terms = listTests(condition).flatMap(({ test }) => listTerms(test));
  return [...new Set(terms.flatMap((term) => (typeof term === 'object' ? [term.param] : [])))];
}

/** A condition as a file holds it. */
export type WrittenCondition = Readonly<Record<string, unknown>>;

/**
 * Writes a condition as it stands in a file. Reading it gives the same condition; of several ways to
 * write one it takes the shortest.
 */
export function writeCondition(condition: Condition): WrittenCondition {
  if (condition.is !== 'all' || condition.of.length < 2) return writeEntry(condition);
  const entries = condition.of.map(writeEntry);
  const keys = new Set(entries.flatMap((entry) => Object.keys(entry)));
  return keys.size < entries.length
    ? writeEntry(condition)
    : (Object.assign({}, ...entries) as WrittenCondition);
}

/** A map with one key. */
function writeEntry(condition: Condition): WrittenCondition {
  if (condition.is === 'test') return { [condition.fact]: writeTest(condition.test) };
  if (condition.is === 'not') return { not: writeCondition(condition.of) };
  return { [condition.is]: condition.of.map(writeCondition) };
}

/** Writes a test as it stands behind its fact in a file. */
export function writeTest(test: Test): unknown {
  if (test.is === 'within')
    return Object.fromEntries(test.bounds.map(([comparison, term]) => [comparison, writeTerm(term)]));
  const terms = test.values.map(writeTerm);
  const values = terms.length === 1 ? terms[0] : terms;
  return test.is === 'none-of' ? { not: values } : values;
}

function writeTerm(term: Term): FactValue {
  return typeof term === 'object' ? `$${term.param}` : term;
}
