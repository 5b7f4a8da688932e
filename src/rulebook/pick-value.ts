import { at } from '../at.ts';
import { positionOf } from '../decide/bits.ts';
import { indexOfValue } from '../decide/build-state.ts';
import type { Cut, Mask, ModelFact } from '../decide/model.ts';
import { type FactValue, listValues, parseFactValue } from './fact-value.ts';
import type { Fact } from './rulebook.ts';

/** A value to state for one of the values that conditions tell apart: the choice, or a number of the interval. */
export function pickValue(fact: Fact, compiled: ModelFact, mask: Mask): FactValue {
  const position = positionOf(mask);
  if (fact.kind !== 'number') return at(listValues(fact), position);
  const number = listNumbers(fact, compiled.cuts).find((each) => indexOfValue(compiled, each) === position);
  if (number === undefined) throw new Error(`no number of ${fact.id} in its interval ${position}`);
  return number;
}

/** Numbers around every cut and between them: each interval holds one. */
function listNumbers(fact: Fact, cuts: readonly Cut[]): number[] {
  const lowest = fact['at-least'] ?? fact.above ?? 0;
  const ends = [lowest, ...cuts.map((cut) => cut.at)];
  const beyond = at(ends, ends.length - 1) + 1;
  const between = ends.flatMap((end, index) => [end, end + 1, (end + (ends[index + 1] ?? beyond)) / 2]);
  const low = cuts[0] === undefined ? [] : [cuts[0].at - 1];
  return [...low, ...between, fact['at-most'] ?? beyond].filter(
    (each) => 'value' in parseFactValue(fact, each),
  );
}
