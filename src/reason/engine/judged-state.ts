import { at } from '../../at.ts';
import { splitMask } from '../../decide/bits.ts';
import { judgeCondition, truth, type Truth } from '../../decide/judge-condition.ts';
import type { Mask, State } from '../../decide/model.ts';
import type { Prepared } from './prepared.ts';

/** A state with all conditions of a prepared model judged in it. */
export interface JudgedState {
  readonly state: State;
  /** Per condition; false for what is none, which nobody asks for. */
  readonly truths: readonly Truth[];
}

/** The same state with one fact otherwise. */
export function withFact(state: State, fact: number, mask: Mask): State {
  const changed = state.slice();
  changed[fact] = mask;
  return changed;
}

/** Judges every condition in a state. */
export function judgeState(prepared: Prepared, state: State): JudgedState {
  const truths = prepared.conditions.map((condition): Truth =>
    condition === null ? truth.false : judgeCondition(condition, state),
  );
  return { state, truths };
}

/**
 * Narrows one fact. What was true or false stays so; only open conditions that read it are judged
 * again.
 * @param mask a part of its possible values
 */
export function narrowFact(prepared: Prepared, from: JudgedState, fact: number, mask: Mask): JudgedState {
  const state = from.state.slice();
  state[fact] = mask;
  const truths = from.truths.slice();
  for (const index of at(prepared.readers, fact)) {
    const condition = prepared.conditions[index];
    if (truths[index] === truth.unknown && condition) truths[index] = judgeCondition(condition, state);
  }
  return { state, truths };
}

/**
 * Gives one fact other possible values than it has, so that everything that reads it is judged anew.
 * @param mask its new possible values
 */
export function replaceFact(prepared: Prepared, from: JudgedState, fact: number, mask: Mask): JudgedState {
  const state = from.state.slice();
  state[fact] = mask;
  let changed: Truth[] | undefined;
  for (const index of at(prepared.readers, fact)) {
    const condition = prepared.conditions[index];
    if (!condition) continue;
    const judged = judgeCondition(condition, state);
    if (judged !== from.truths[index]) (changed ??= from.truths.slice())[index] = judged;
  }
  return { state, truths: changed ?? from.truths };
}

/**
 * Parts a fact's possible values into classes that some conditions cannot tell apart.
 * @param among positions of the conditions that matter
 * @returns one mask a class
 */
export function partValues(
  prepared: Prepared,
  fact: number,
  possible: Mask,
  among: readonly number[],
): Mask[] {
  const tests = at(prepared.tests, fact);
  const masks: Mask[] = [];
  for (const index of among) masks.push(...(tests.get(index) ?? []));
  return splitMask(possible, masks);
}
