import { at } from '../../at.ts';
import { isSingle, listPositions } from '../../decide/bits.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { Mask, ModelFact, State } from '../../decide/model.ts';
import type { FactValue } from '../../rulebook/fact-value.ts';
import { pickValue } from '../../rulebook/pick-value.ts';
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
