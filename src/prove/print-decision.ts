import { decide } from '../decide/decide.ts';
import { truth } from '../decide/evaluate-condition.ts';
import { listActions } from '../decide/list-actions.ts';
import type { Model, State } from '../decide/model.ts';

/**
 * What a reader would notice of a decision, as one line to compare: headline, strength, placement,
 * actions, and the notes that rules say.
 * @param noting positions of the rules that say a note
 */
export function printDecision(model: Model, state: State, noting: readonly number[]): string {
  const decision = decide(model, state);
  const actions = listActions(model, state, decision).map(
    ({ action, must }) => `${must ? '!' : ''}${action}`,
  );
  const notes = noting.filter((rule) => decision.judgement.rules[rule] === truth.true);
  return [decision.headline, decision.strength, decision.forms.join(), actions.join(), notes.join()].join(
    ' ',
  );
}
