import type { ActionItem, PartAdvice } from '../advice/result.ts';

/** What stands before the facts that contradict an action. */
export const contradicted = 'contradicted by what was said';

/** The forms that an action is for, by their ids; none where it is for all that were chosen. */
export function listOnlyFor(action: ActionItem, { verdict }: PartAdvice): readonly string[] {
  return verdict.forms.length > action.for.length ? action.for : [];
}

/** All that is told to do: what is called for, behind what may be and of which the contrary was observed. */
export function listTold({ unsettled, actions }: PartAdvice): ActionItem[] {
  return [...unsettled, ...actions];
}
