import { isSingle, listBits } from './bits.ts';
import type { ModelCondition, Node, State } from './model.ts';

/** Three-valued truth, ordered: false < unknown < true, so that all is the least and any the most. */
export const truth = { false: 0, unknown: 1, true: 2 } as const;
/** @see truth */
export type Truth = 0 | 1 | 2;

/**
 * Judges a condition over what is known: true if it holds for every completion of the facts, false
 * if for none, else unknown. Exact: a set of values is judged as its members are.
 * @param condition a compiled condition
 * @param state the values still possible
 */
export function judgeCondition(condition: ModelCondition, state: State): Truth {
  return judgeByCases(condition, state, 0);
}

/**
 * A fact that stands at several places of a condition ties them together, which the quick
 * judgement does not see: its values are tried one by one, as far as the quick judgement cannot tell.
 */
function judgeByCases(condition: ModelCondition, state: State, from: number): Truth {
  const quick = judgeNode(condition.node, state);
  const fact = condition.repeated[from];
  if (quick !== truth.unknown || fact === undefined) return quick;
  const possible = state[fact] ?? 0;
  if (isSingle(possible)) return judgeByCases(condition, state, from + 1);
  let result: Truth | undefined;
  const branch = state.slice();
  for (const value of listBits(possible)) {
    branch[fact] = value;
    const judged = judgeByCases(condition, branch, from + 1);
    if (judged === truth.unknown || (result !== undefined && result !== judged)) return truth.unknown;
    result = judged;
  }
  return result ?? truth.unknown;
}

/**
 * Judges a part of a condition at a glance: true and false are right, but where a fact stands at
 * several places, unknown may only mean that it cannot tell.
 */
export function judgeNode(node: Node, state: State): Truth {
  if (node.is === 'test') {
    // The innermost loop of everything: a state has a mask for each fact, and 0 would be false.
    const possible = state[node.fact] ?? 0;
    if ((possible & node.mask) === 0) return truth.false;
    return (possible & ~node.mask) === 0 ? truth.true : truth.unknown;
  }
  const decisive = node.is === 'all' ? truth.false : truth.true;
  let result: Truth = node.is === 'all' ? truth.true : truth.false;
  for (let index = 0; index < node.of.length; index++) {
    const part = node.of[index];
    if (part === undefined) continue;
    const judged = judgeNode(part, state);
    if (judged === decisive) return decisive;
    if (judged === truth.unknown) result = truth.unknown;
  }
  return result;
}
