import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { indexOfValue } from '../../decide/build-state.ts';
import { isSingle, listBits } from '../../decide/evaluate-condition.ts';
import type { Cut, Mask, ModelFact, State } from '../../decide/model.ts';
import { type FactValue, listValues, readFactValue } from '../../rulebook/fact-value.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import type { Said } from './finding.ts';

/** Some values of a fact in words: "current and old-but-supported", "from 5 to below 10". */
export function wordValues({ rulebook, model }: ReadyRulebook, index: number, mask: Mask): string {
  const fact = rulebook.facts[index];
  const compiled = model.facts[index];
  if (fact === undefined || compiled === undefined) return '';
  const names = listBits(mask).map((bit) => nameValue(compiled, Math.log2(bit)));
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

function nameValue({ choices, cuts }: ModelFact, position: number): string {
  if (choices.length > 0) return choices[position] ?? '';
  const [low, high] = [cuts[position - 1], cuts[position]];
  const from = low === undefined ? '' : low.side === 'before' ? `from ${low.at}` : `above ${low.at}`;
  const to = high === undefined ? '' : high.side === 'before' ? `below ${high.at}` : `up to ${high.at}`;
  return [from, to].filter((part) => part !== '').join(' ') || 'any number';
}

/** A value to state for one of the values that conditions tell apart: the choice, or a number of the interval. */
export function pickValue(fact: Fact, compiled: ModelFact, mask: Mask): FactValue {
  const position = Math.log2(listBits(mask)[0] ?? 1);
  if (fact.kind !== 'number') return listValues(fact)[position] ?? '';
  const known = listNumbers(fact, compiled.cuts).find((each) => indexOfValue(compiled, each) === position);
  return known ?? 0;
}

/** Numbers around every cut and between them: each interval holds one. */
function listNumbers(fact: Fact, cuts: readonly Cut[]): number[] {
  const lowest = fact['at-least'] ?? fact.above ?? 0;
  const ends = [lowest, ...cuts.map(({ at }) => at)];
  const beyond = (ends[ends.length - 1] ?? 0) + 1;
  const between = ends.flatMap((at, index) => [at, at + 1, (at + (ends[index + 1] ?? beyond)) / 2]);
  const low = cuts[0] === undefined ? [] : [cuts[0].at - 1];
  return [...low, ...between, fact['at-most'] ?? beyond].filter(
    (each) => 'value' in readFactValue(fact, each),
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
      const compiled = model.facts[index];
      const mask = box[index] ?? 0;
      if (unknown.includes(index)) return [[fact.id, null]];
      if (compiled === undefined || unsaid.includes(index)) return [];
      return mask === compiled.all && !isSingle(mask) ? [] : [[fact.id, pickValue(fact, compiled, mask)]];
    }),
  );
}
