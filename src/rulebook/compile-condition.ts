import { indexOfValue, maskOfValues } from '../decide/build-state.ts';
import type { Cut, Mask, ModelCondition, ModelFact, Node } from '../decide/model.ts';
import type { FactValue } from './fact-value.ts';
import type { Comparison, ParsedCondition, Test } from './condition.ts';

/**
 * Compiles a condition to masks: negations are pushed to the tests, nested all and any flattened,
 * and the tests of one fact inside one all or any merged into one.
 * @param parsed a condition without errors
 * @param facts the compiled facts
 * @param indexOf position of each fact id in `facts`
 */
export function compileCondition(
  parsed: ParsedCondition,
  facts: readonly ModelFact[],
  indexOf: ReadonlyMap<string, number>,
): ModelCondition {
  const node = compileNode(parsed, false, facts, indexOf);
  const places = new Map<number, number>();
  countPlaces(node, places);
  const reads = [...places.keys()].sort((a, b) => a - b);
  return { node, reads, repeated: reads.filter((fact) => (places.get(fact) ?? 0) > 1) };
}

/**
 * The cuts a test makes in a number line. On whole numbers `above n` is `at-least n + 1`, so that no
 * interval is empty.
 * @param test a test of a number
 * @param whole whether the fact takes whole numbers only
 */
export function cutsOf(test: Test, whole: boolean): Cut[] {
  const bounds: (readonly [Comparison, FactValue])[] =
    test.is === 'within'
      ? [...test.bounds]
      : test.values.flatMap((value): [Comparison, FactValue][] => [
          ['at-least', value],
          ['at-most', value],
        ]);
  return bounds.map(([comparison, value]) => {
    const at = Number(value);
    const after = comparison === 'above' || comparison === 'at-most';
    return whole ? { at: after ? at + 1 : at, side: 'before' } : { at, side: after ? 'after' : 'before' };
  });
}

function compileNode(
  parsed: ParsedCondition,
  negated: boolean,
  facts: readonly ModelFact[],
  indexOf: ReadonlyMap<string, number>,
): Node {
  if (parsed.is === 'not') return compileNode(parsed.of, !negated, facts, indexOf);
  if (parsed.is === 'test') {
    const index = indexOf.get(parsed.fact) ?? -1;
    const fact = facts[index];
    if (fact === undefined) throw new Error(`no fact ${parsed.fact}`);
    const mask = maskOfTest(parsed.test, fact);
    return { is: 'test', fact: index, mask: negated ? fact.all & ~mask : mask };
  }
  const is = (parsed.is === 'all') === negated ? 'any' : 'all';
  return merge(
    is,
    parsed.of.map((each) => compileNode(each, negated, facts, indexOf)),
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

function maskOfTest(test: Test, fact: ModelFact): Mask {
  if (test.is === 'one-of') return maskOfValues(fact, test.values);
  if (test.is === 'none-of') return fact.all & ~maskOfValues(fact, test.values);
  return test.bounds.reduce(
    (mask, [comparison, value]) => mask & maskOfBound(fact, comparison, value),
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
