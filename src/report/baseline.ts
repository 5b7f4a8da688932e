import type { ActionItem } from '../advice/result.ts';
import { isOwnAction } from './brief.ts';
import type { ReportPart } from './names.ts';

/** What is to be done of any program in a placement, or of several parts of a system, and of which. */
export interface BaselineItem<T extends ReportPart = ReportPart> {
  /** As it is told of the first of them. */
  readonly action: ActionItem;
  readonly holders: readonly T[];
}

/** What the list of it is called. */
export const baselineTitle = 'The baseline: what is to be done of any program there';
/** What is said of a thing to place that nothing else is to be done of. */
export const onlyBaseline = 'Nothing that was said calls for more than the baseline.';

/**
 * Whether an action is told of its thing: what was seen of it or contradicts it, and what follows from what is
 * known of this thing alone.
 */
export function isTold(action: ActionItem, { shared }: ReportPart): boolean {
  const { id, contradictedBy, shown } = action;
  if (contradictedBy.length > 0 || (shown?.by.length ?? 0) > 0) return true;
  return isOwnAction(action) && !shared.has(id);
}

/** The rest, once for all the things that it holds for, conditions first. */
export function listBaseline<T extends ReportPart>(parts: readonly T[]): BaselineItem<T>[] {
  const found = new Map<string, { action: ActionItem; holders: T[] }>();
  for (const about of parts)
    for (const action of about.part.actions.filter((each) => !isTold(each, about))) {
      const entry = found.get(action.id) ?? { action, holders: [] };
      entry.holders.push(about);
      found.set(action.id, entry);
    }
  const all = [...found.values()];
  const musts = all.filter(({ action }) => action.level === 'must');
  return [...musts, ...all.filter((each) => !musts.includes(each))];
}
