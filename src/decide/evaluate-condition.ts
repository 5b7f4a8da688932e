import type { Mask, ModelCondition, Node, State } from './model.ts';

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
export function evaluateCondition(condition: ModelCondition, state: State): Truth {
  const quick = evaluateNode(condition.node, state);
  if (quick !== truth.unknown || condition.repeated.length === 0) return quick;
  return evaluateByCases(condition, state, 0);
}

/**
 * A fact that stands at several places of a condition ties them together, which the quick
 * judgement does not see: its values are tried one by one.
 */
function evaluateByCases(condition: ModelCondition, state: State, from: number): Truth {
  const fact = condition.repeated[from];
  if (fact === undefined) return evaluateNode(condition.node, state);
  const possible = state[fact] ?? 0;
  if (isSingle(possible)) return evaluateByCases(condition, state, from + 1);
  let result: Truth | undefined;
  const branch = state.slice();
  for (const value of listBits(possible)) {
    branch[fact] = value;
    const judged = evaluateByCases(condition, branch, from + 1);
    if (judged === truth.unknown || (result !== undefined && result !== judged)) return truth.unknown;
    result = judged;
  }
  return result ?? truth.unknown;
}

function evaluateNode(node: Node, state: State): Truth {
  if (node.is === 'test') {
    const possible = state[node.fact] ?? 0;
    if ((possible & node.mask) === 0) return truth.false;
    return (possible & ~node.mask) === 0 ? truth.true : truth.unknown;
  }
  const decisive = node.is === 'all' ? truth.false : truth.true;
  let result: Truth = node.is === 'all' ? truth.true : truth.false;
  for (let at = 0; at < node.of.length; at++) {
    const part = node.of[at];
    if (part === undefined) continue;
    const judged = evaluateNode(part, state);
    if (judged === decisive) return decisive;
    if (judged === truth.unknown) result = truth.unknown;
  }
  return result;
}

/**
 * The single values in a set of values, each as a mask.
 * @param mask a set
 */
export function listBits(mask: Mask): Mask[] {
  const bits: Mask[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(rest & -rest);
  return bits;
}

/**
 * Whether a set holds exactly one value.
 * @param mask a set
 */
export function isSingle(mask: Mask): boolean {
  return mask !== 0 && (mask & (mask - 1)) === 0;
}
