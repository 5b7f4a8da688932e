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
  | { readonly is: 'named'; readonly name: string }
  | { readonly is: 'test'; readonly fact: string; readonly test: Test };

/** The part of a condition that looks at one fact. */
export type TestCondition = Extract<Condition, { readonly is: 'test' }>;

/** What a name in a condition stands for. */
export interface Definition {
  readonly id: string;
  readonly when: Condition;
}

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
  else if (condition.is === 'all' || condition.is === 'any')
    for (const part of condition.of) visitCondition(part, see);
}

/** The parts that must all hold for a condition to hold, whether they stand in one list or in several. */
export function listConjuncts(condition: Condition): Condition[] {
  return condition.is === 'all' ? condition.of.flatMap(listConjuncts) : [condition];
}

/** The names of conditions that stand in a condition itself, each once. */
export function listNamesOf(condition: Condition): string[] {
  const names = new Set<string>();
  visitCondition(condition, (part) => {
    if (part.is === 'named') names.add(part.name);
  });
  return [...names];
}

/**
 * The conditions by name that a condition is made of, also by way of others, each once, in the order
 * they are met; none for no condition.
 */
export function listDefinitions<T extends Definition>(
  condition: Condition | undefined,
  definitions: readonly T[],
): T[] {
  const met = new Set<T>();
  const meet = (part: Condition): void => {
    for (const name of listNamesOf(part)) {
      const definition = definitions.find(({ id }) => id === name);
      if (definition === undefined || met.has(definition)) continue;
      met.add(definition);
      meet(definition.when);
    }
  };
  if (condition !== undefined) meet(condition);
  return [...met];
}

/**
 * A condition with what its names stand for in their place.
 * @param definitions the conditions by name, none of them made of itself
 * @throws Error where a name stands for nothing: the rulebook was never checked
 */
export function expandCondition(condition: Condition, definitions: readonly Definition[]): Condition {
  if (condition.is === 'test') return condition;
  if (condition.is === 'not') return { is: 'not', of: expandCondition(condition.of, definitions) };
  if (condition.is !== 'named')
    return { is: condition.is, of: condition.of.map((part) => expandCondition(part, definitions)) };
  const definition = definitions.find(({ id }) => id === condition.name);
  if (definition === undefined) throw new Error(`unchecked rulebook: no condition ${condition.name}`);
  return expandCondition(definition.when, definitions);
}

/**
 * The shortest way from a condition back to itself, by the names that conditions use.
 * @returns the names on the way, the first and last the same; undefined where there is none
 */
export function findCircle(id: string, all: readonly Definition[]): string[] | undefined {
  const ways = [[id]];
  const met = new Set<string>();
  for (const way of ways) {
    const definition = all.find((each) => each.id === way.at(-1));
    for (const name of definition === undefined ? [] : listNamesOf(definition.when)) {
      if (name === id) return [...way, id];
      if (met.has(name)) continue;
      met.add(name);
      ways.push([...way, name]);
    }
  }
  return undefined;
}

/** The tests that stand in a condition itself, in the order they are written. */
export function listTests(condition: Condition): TestCondition[] {
  const tests: TestCondition[] = [];
  visitCondition(condition, (part) => {
    if (part.is === 'test') tests.push(part);
  });
  return tests;
}

/** The facts that a condition reads, each once, also by way of names; none for no condition. */
export function listFactsOf(condition: Condition | undefined, definitions: readonly Definition[]): string[] {
  return [...new Set(listAllTests(condition, definitions).map(({ fact }) => fact))];
}

/** The thresholds that a condition compares with, each once, also by way of names; none for no condition. */
export function listParamsOf(condition: Condition | undefined, definitions: readonly Definition[]): string[] {
  const terms = listAllTests(condition, definitions).flatMap(({ test }) => listTerms(test));
  return [...new Set(terms.flatMap((term) => (typeof term === 'object' ? [term.param] : [])))];
}

/** The tests of a condition, then those of every condition by name that it is made of. */
function listAllTests(condition: Condition | undefined, definitions: readonly Definition[]): TestCondition[] {
  if (condition === undefined) return [];
  return [condition, ...listDefinitions(condition, definitions).map(({ when }) => when)].flatMap(listTests);
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
  if (condition.is === 'named') return { condition: condition.name };
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
