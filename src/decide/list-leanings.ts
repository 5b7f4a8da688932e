import { at } from '../at.ts';
import { judgeCondition, type Truth } from './judge-condition.ts';
import type { ModelCondition, State } from './model.ts';

/**
 * The presumptions that a judgement rests on: with them switched off it would no longer be what it
 * is. Each is named that matters by itself; where only several together do, all of them.
 * @param condition what was judged
 * @param state what is known, presumptions included
 * @param presumed positions of the facts whose value is presumed
 * @param withheld the same state without presumptions
 * @param judged what it was judged as
 * @returns positions of facts
 */
export function listLeanings(
  condition: ModelCondition,
  state: State,
  presumed: ReadonlySet<number>,
  withheld: State,
  judged: Truth,
): number[] {
  const concerned = condition.reads.filter((fact) => presumed.has(fact));
  if (concerned.length === 0 || judgeCondition(condition, withoutAll(state, withheld, concerned)) === judged)
    return [];
  const alone = concerned.filter(
    (fact) => judgeCondition(condition, withoutAll(state, withheld, [fact])) !== judged,
  );
  return alone.length > 0 ? alone : concerned;
}

function withoutAll(state: State, withheld: State, facts: readonly number[]): State {
  const changed = [...state];
  for (const fact of facts) changed[fact] = at(withheld, fact);
  return changed;
}
