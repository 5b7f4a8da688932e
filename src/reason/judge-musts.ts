import { splitMask } from '../decide/bits.ts';
import { at } from '../at.ts';
import { judgeCondition, truth, type Truth } from '../decide/judge-condition.ts';
import type { Mask, ModelCondition, State } from '../decide/model.ts';
import { listMasks } from '../decide/nodes.ts';
import { withFact } from './engine/judged-state.ts';
import type { Must } from './engine/musts.ts';

/**
 * Whether an action is a condition of the verdict: true or false where it is so for all completions
 * that have these forms. Exact.
 * @param forms the chosen placements, as a mask; 0 where nothing can be placed
 */
export function judgeMust(must: Must, state: State, forms: Mask): Truth {
  if (forms === 0) return truth.false;
  const condition = conditionOf(must, forms);
  return typeof condition === 'number' ? condition : judgeCondition(condition, state);
}

/** What makes an action a must on these forms: a condition, or true or false where that is plain. */
export function conditionOf(must: Must, forms: Mask): ModelCondition | Truth {
  if ((must.for & forms) !== 0) return must.whole ?? truth.true;
  return must.demanded ?? truth.false;
}

/**
 * The states in which two values of a fact tell a condition apart, whatever else is still open.
 * @param fact position of the fact
 * @param probe called with each such state, the fact still open; anything but false ends the search
 * @returns the first answer that is not false
 */
export function probeDifference(
  condition: ModelCondition,
  state: State,
  fact: number,
  probe: (state: State) => boolean | null,
): boolean | null {
  const judged = splitValues(condition, state, fact).map((mask) =>
    judgeCondition(condition, withFact(state, fact, mask)),
  );
  if (judged.includes(truth.true) && judged.includes(truth.false)) return probe(state);
  const other = findOpen(condition, state, fact);
  if (other === undefined || !judged.includes(truth.unknown)) return false;
  for (const mask of splitValues(condition, state, other)) {
    const answer = probeDifference(condition, withFact(state, other, mask), fact, probe);
    if (answer !== false) return answer;
  }
  return false;
}

/**
 * Narrows a state until a condition is true, or false, in it.
 * @returns null where it never is
 */
export function narrowTo(condition: ModelCondition, state: State, wanted: Truth): State | null {
  const judged = judgeCondition(condition, state);
  if (judged !== truth.unknown) return judged === wanted ? state : null;
  const open = findOpen(condition, state);
  if (open === undefined) return null;
  for (const mask of splitValues(condition, state, open)) {
    const narrowed = narrowTo(condition, withFact(state, open, mask), wanted);
    if (narrowed !== null) return narrowed;
  }
  return null;
}

/** The possible values of a fact, those together that a condition cannot tell apart. */
function splitValues(condition: ModelCondition, state: State, fact: number): Mask[] {
  return splitMask(at(state, fact), listMasks(condition.node, fact));
}

/** A fact whose possible values a condition can still tell apart. */
function findOpen(condition: ModelCondition, state: State, except = -1): number | undefined {
  return condition.reads.find((fact) => fact !== except && splitValues(condition, state, fact).length > 1);
}
