import { at } from '../../at.ts';
import { isSingle, listPositions, positionOf } from '../../decide/bits.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { indexOfValue } from '../../decide/build-state.ts';
import type { Cut, Mask, ModelFact, State } from '../../decide/model.ts';
import { type FactValue, listValues, parseFactValue } from '../../rulebook/fact-value.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import type { Said } from './finding.ts';

/** Some values of a fact in words: "current and old-but-supported", "from 5 to below 10". */
export function wordValues({ model }: ReadyRulebook, index: number, mask: Mask): string {
  const names = listPositions(mask).map((position) => wordValue(at(model.facts, index), position));
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

function wordValue({ choices, cuts }: ModelFact, position: number): string {
  if (choices.length > 0) return at(choices, position);
  const [low, high] = [cuts[position - 1], cuts[position]];
  const from = low === undefined ? '' : low.side === 'before' ? `from ${low.at}` : `above ${low.at}`;
  const to = high === undefined ? '' : high.side === 'before' ? `below ${high.at}` : `up to ${high.at}`;
  return [from, to].filter((part) => part !== '').join(' ') || 'any number';
}

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

/**
 * What to say so that a workload lies in a box: nothing of a fact that may be anything, else one of
 * its possible values.
 * @param box every completion of it will do
 * @param unknown positions of facts to state as unknown
 */
export function pickFacts(
  { rulebook, model }: ReadyRulebook,
  box: State,
  unknown: readonly number[] = [],
  unsaid: readonly number[] = [],
): Said {
  return Object.fromEntries(
    rulebook.facts.flatMap((fact, index): [string, FactValue | null][] => {
      if (unknown.includes(index)) return [[fact.id, null]];
      if (unsaid.includes(index)) return [];
      const [compiled, mask] = [at(model.facts, index), at(box, index)];
      return mask === compiled.all && !isSingle(mask) ? [] : [[fact.id, pickValue(fact, compiled, mask)]];
    }),
  );
}
