import { listShownBy } from '../rulebook/list-shown-by.ts';
import type { Action } from '../rulebook/rulebook.ts';
import type { Observed } from '../workload/workload.ts';
import type { ActionItem, PartAdvice, Shown } from './result.ts';

/**
 * What was observed of an action: whether it is done, in whole or in part, or the contrary is. What was not
 * seen is never taken for undone: it was looked for, or nobody looked.
 * @param observed everything that was observed of the thing that is placed
 * @returns null where the action says of nothing that it shows it, or nothing at all was observed
 */
export function describeShown(action: Pick<Action, 'shown-by'>, observed: readonly Observed[]): Shown | null {
  const names = listShownBy(action);
  if (names.length === 0 || observed.length === 0) return null;
  const { done = [], part = [], against = [] } = action['shown-by'] ?? {};
  const about = observed.filter(({ observation }) => names.includes(observation));
  const isSeen = (name: string) => about.some(({ observation, seen }) => seen && observation === name);
  const isLookedFor = (name: string) => about.some(({ observation }) => observation === name);
  const steps = done.map((each) => (typeof each === 'string' ? [each] : each));
  const open = [...steps, ...part.map((each) => [each])].filter((any) => !any.some(isSeen));
  const missing = [...new Set(open.filter((any) => any.every(isLookedFor)).flat())];
  const isMissed = steps.length + part.length > 0 ? missing.length > 0 : against.every(isLookedFor);
  const isDone = steps.length > 0 && steps.every((any) => any.some(isSeen));
  return {
    is: against.some(isSeen)
      ? 'against'
      : isDone
        ? 'done'
        : [...steps.flat(), ...part].some(isSeen)
          ? 'part'
          : isMissed
            ? 'not-found'
            : 'not-looked-for',
    by: about
      .filter(({ seen }) => seen)
      .map(({ observation, at, rule }) => ({
        observation,
        ...(against.includes(observation) ? { against: true as const } : {}),
        ...(at === undefined ? {} : { at }),
        ...(rule === undefined ? {} : { rule }),
      })),
    missing,
    unknown: names.filter((name) => !isLookedFor(name)),
  };
}

/**
 * The conditions of a verdict that something is against, be it what files show or what was said; also those
 * of which it is open whether they apply, as only files that show the contrary make them worth telling.
 */
export function listShownAgainst({
  actions,
  unsettled,
}: Pick<PartAdvice, 'actions' | 'unsettled'>): ActionItem[] {
  return [...unsettled, ...actions].filter(
    ({ level, shown, contradictedBy }) =>
      level === 'must' && (shown?.is === 'against' || contradictedBy.length > 0),
  );
}
