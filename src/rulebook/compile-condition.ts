import { indexOfValue, maskOfValues } from '../decide/build-state.ts';
import type { Cut, Mask, ModelCondition, ModelFact, Node } from '../decide/model.ts';
import type { FactValue, ValueRange } from './fact-value.ts';
import {
  collectVocabulary,
  type Comparison,
  type Condition,
  type Definition,
  expandCondition,
  resolveTerm,
  type Term,
  type Test,
  type ConditionVocabulary,
} from './condition.ts';
import type { Rulebook } from './rulebook.ts';

/** What conditions are compiled by: the vocabulary, and the facts as the deciding code sees them. */
export interface Compiler extends ConditionVocabulary {
  readonly compiled: readonly ModelFact[];
  readonly definitions: readonly Definition[];
  /** Position of each fact among them, by id. */
  readonly indexOf: ReadonlyMap<string, number>;
}

/**
 * Prepares to compile conditions of a rulebook, or parts of them.
 * @param rulebook a checked rulebook
 * @param compiled its facts, compiled
 */
export function prepareCompiler(
  rulebook: Pick<Rulebook, 'facts' | 'params' | 'conditions'>,
  compiled: readonly ModelFact[],
): Compiler {
  const indexOf = new Map(compiled.map((fact, index) => [fact.id, index]));
  return { ...collectVocabulary(rulebook), definitions: rulebook.conditions, compiled, indexOf };
}

/**
 * Compiles a condition to masks: names are replaced by what they stand for, negations pushed to the
 * tests, nested all and any flattened, and the tests of one fact inside one all or any merged into one.
 * @param condition a condition of the rulebook that the compiler was prepared for
 */
export function compileCondition(condition: Condition, compiler: Compiler): ModelCondition {
  const node = compileNode(condition, false, compiler);
  const places = new Map<number, number>();
  countPlaces(node, places);
  const reads = [...places.keys()].sort((a, b) => a - b);
  return { node, reads, repeated: reads.filter((fact) => (places.get(fact) ?? 0) > 1) };
}

/**
 * The cuts a test makes in the line of a number. On whole numbers `above n` is `at-least n + 1`, so
 * that no interval is empty.
 */
export function cutsOf(test: Test, fact: ValueRange, vocabulary: ConditionVocabulary): Cut[] {
  const whole = fact.whole !== undefined;
  const bounds: (readonly [Comparison, Term])[] =
    test.is === 'within'
      ? [...test.bounds]
      : test.values.flatMap((value): [Comparison, Term][] => [
          ['at-least', value],
          ['at-most', value],
        ]);
  return bounds.map(([comparison, term]) => {
    const at = Number(valueOf(term, fact, vocabulary));
    const after = comparison === 'above' || comparison === 'at-most';
    return whole ? { at: after ? at + 1 : at, side: 'before' } : { at, side: after ? 'after' : 'before' };
  });
}

function valueOf(term: Term, fact: ValueRange, vocabulary: ConditionVocabulary): FactValue {
  const read = resolveTerm(term, fact, vocabulary);
  if ('problem' in read) throw new Error(`unchecked rulebook: ${read.problem}`);
  return read.value;
}

function compileNode(condition: Condition, negated: boolean, compiler: Compiler): Node {
  if (condition.is === 'not') return compileNode(condition.of, !negated, compiler);
  if (condition.is === 'test') {
    const index = compiler.indexOf.get(condition.fact) ?? -1;
    const fact = compiler.compiled[index];
    const range = compiler.facts.get(condition.fact);
    if (fact === undefined || range === undefined)
      throw new Error(`unchecked rulebook: no fact ${condition.fact}`);
    const mask = maskOfTest(condition.test, fact, (term) => valueOf(term, range, compiler));
    return { is: 'test', fact: index, mask: negated ? fact.all & ~mask : mask };
  }
  if (condition.is === 'named')
    return compileNode(expandCondition(condition, compiler.definitions), negated, compiler);
  const is = (condition.is === 'all') === negated ? 'any' : 'all';
  return merge(
    is,
    condition.of.map((each) => compileNode(each, negated, compiler)),
  );
}

/** Joins nested nodes of the same sort, and the tests of each fact into one. */
function merge(is: 'all' | 'any', parts: readonly Node[]): Node {
  const flat = parts.flatMap((part) => (part.is === is ? part.of : [part]));
  const masks = new Map<number, Mask>();
  for (const part of flat)
    if (part.is === 'test') {
      const before = masks.get(part.fact);
      masks.set(
        part.fact,
        before === undefined ? part.mask : is === 'all' ? before & part.mask : before | part.mask,
      );
    }
  const tests = [...masks].map(([fact, mask]): Node => ({ is: 'test', fact, mask }));
  const of = [...tests, ...flat.filter((part) => part.is !== 'test')];
  return of.length === 1 && of[0] !== undefined ? of[0] : { is, of };
}

function maskOfTest(test: Test, fact: ModelFact, read: (term: Term) => FactValue): Mask {
  if (test.is === 'one-of') return maskOfValues(fact, test.values.map(read));
  if (test.is === 'none-of') return fact.all & ~maskOfValues(fact, test.values.map(read));
  return test.bounds.reduce(
    (mask, [comparison, term]) => mask & maskOfBound(fact, comparison, read(term)),
    fact.all,
  );
}

/** Every interval lies wholly on one side of a bound, because the bound is one of the cuts. */
function maskOfBound(fact: ModelFact, comparison: Comparison, value: FactValue): Mask {
  const index = indexOfValue(fact, value);
  const below = (1 << index) - 1;
  const upTo = below | (1 << index);
  if (comparison === 'at-least') return fact.all & ~below;
  if (comparison === 'at-most') return fact.all & upTo;
  if (comparison === 'above') return fact.all & ~upTo;
  return fact.all & below;
}

function countPlaces(node: Node, places: Map<number, number>): void {
  if (node.is === 'test') places.set(node.fact, (places.get(node.fact) ?? 0) + 1);
  else for (const part of node.of) countPlaces(part, places);
}
