import type { PlacedHeadline, VerdictStrength } from '../words.ts';
import type { Choice } from './decide.ts';
import { truth } from './judge-condition.ts';
import { type CalledAction, listActions } from './list-actions.ts';
import type { Model, State } from './model.ts';

/** What a reader would notice of a decision, in positions of the model. */
export interface Outcome {
  readonly headline: PlacedHeadline;
  readonly strength: VerdictStrength | null;
  /** The printed placements. */
  readonly forms: readonly number[];
  readonly actions: readonly CalledAction[];
  /** The rules that fire and say a note. */
  readonly notes: readonly number[];
}

/**
 * What comes out for a state.
 * @param choice what was chosen in it
 */
export function decideOutcome(model: Model, state: State, choice: Choice): Outcome {
  const { headline, strength, forms, judgement } = choice;
  const notes = model.rules.flatMap((rule, index) =>
    rule.notes && judgement.rules[index] === truth.true ? [index] : [],
  );
  return { headline, strength, forms, actions: listActions(model, state, choice), notes };
}

/**
 * Whether a reader would find no difference; why something is to be done is none. The headline goes with the
 * placements.
 */
export function isSameOutcome(one: Outcome, other: Outcome): boolean {
  return (
    one.strength === other.strength &&
    isSameList(one.forms, other.forms) &&
    isSameList(one.actions.map(writeAction), other.actions.map(writeAction)) &&
    isSameList(one.notes, other.notes)
  );
}

/** A number for each action, another one where it is a must. */
function writeAction({ action, must }: CalledAction): number {
  return 2 * action + (must ? 1 : 0);
}

function isSameList(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
