import type { ActionItem, Advice, Evidence, PartAdvice, Reason } from '../advice/result.ts';
import { listTold } from './actions.ts';
import type { Annotation } from './annotation.ts';
import { listPlaces } from './list-places.ts';
import type { NameIndex } from './names.ts';
import { wordObservation } from './shown.ts';
import { labels } from './vocabulary.ts';

/**
 * What is worth marking of a part: rules that speak against its verdict or rule something out, and conditions that
 * facts or files are against.
 * @param component its name; undefined for the workload itself
 */
export function annotatePart(
  part: PartAdvice,
  advice: Advice,
  component: string | undefined,
  names: NameIndex,
): Annotation[] {
  const { against, rulingOut } = part.reasons;
  const about = { workload: advice.workload, component };
  const reasons = new Map([...against, ...rulingOut].map((reason) => [reason.rule, reason]));
  const opposing = new Set(against.map((reason) => reason.rule));
  return [
    ...[...reasons.values()].map((reason) => ({
      ...wordReason(reason, part, opposing.has(reason.rule)),
      at: listPlaces(reason.facts, advice),
      ...about,
    })),
    ...part.actions
      .filter((action) => action.level === 'must' && action.contradictedBy.length > 0)
      .map((action) => ({
        ...wordContradiction(action),
        at: listPlaces(action.contradictedBy, advice),
        ...about,
      })),
    ...listTold(part).flatMap((action) =>
      annotateShown(action, advice, names).map((each) => ({ ...each, ...about })),
    ),
  ];
}

/** A slight vote against, or an exclusion that left something to choose, is for the record only. */
function wordReason(reason: Reason, part: PartAdvice, opposes: boolean) {
  const loud = part.verdict.headline === 'none' || (opposes && reason.strength !== 'slight');
  const does = [
    ...(opposes ? [`speaks against ${part.verdict.headline} (${reason.strength ?? ''})`] : []),
    ...(reason.removes.length === 0 ? [] : [`rules out ${reason.removes.join(', ')}`]),
  ].join(' and ');
  const instead = reason.instead === undefined ? '' : ` ${labels.instead}: ${reason.instead}`;
  return {
    id: reason.rule,
    level: loud ? ('warning' as const) : ('note' as const),
    rank: loud ? (reason.strength === 'moderate' ? 2 : 0) : 3,
    title: reason.title,
    message: `${reason.because} It ${does}.${instead}`,
  };
}

/** A value as data: a name or number as such, bounds as JSON. */
function writeValue(value: Evidence['value']): string {
  const values = typeof value === 'object' && 'length' in value ? value : [value];
  return values.map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each))).join();
}

function wordContradiction(action: ActionItem) {
  const facts = action.contradictedBy.map(({ fact, value }) => `${fact} is ${writeValue(value)}`).join(', ');
  return {
    id: `must/${action.id}`,
    level: 'warning' as const,
    rank: 1,
    title: action.title,
    message: `A condition of the verdict, and stated facts speak against it: ${facts}. ${action.because}`,
  };
}

/** Of a condition of the verdict what the files show to be against it, each sort at its own lines. */
function annotateShown(
  { id, level, title, because, shown, hangsOn = [] }: ActionItem,
  advice: Advice,
  names: NameIndex,
) {
  const unless = hangsOn.length === 0 ? '' : ` if it applies (open: ${hangsOn.join(', ')})`;
  const against = level === 'must' ? (shown?.by.filter((each) => each.against) ?? []) : [];
  return [...new Set(against.map(({ observation }) => observation))].map((observation) => ({
    id: `must/${id}`,
    level: 'warning' as const,
    title,
    message: `A condition of the verdict${unless}, and the file shows the contrary: ${wordObservation(names, observation)}. ${because}`,
    at: listPlaces(
      against.filter((each) => each.observation === observation),
      advice,
    ),
    rank: 1,
    detail: observation,
  }));
}
