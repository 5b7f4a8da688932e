import type { PartAdvice, Verdict } from '../advice/result.ts';
import { joinTitles, type NameIndex, withoutStop, wordFactName, wordPlacement } from './names.ts';

/** What stands before what is neither a VM nor a container and is to be thought of first. */
export const considerTitle = 'Consider first';
/** What stands before the placement that comes nearest where none is left. */
export const leastBadTitle = 'Least bad';
/** What is said of a form that no rule chose; the tie was broken by the order of the rulebook. */
export const unchosenForm = 'no rule chose; the plainest is named';

/** What stands outside the placements and is to be considered first, without its full stop. */
export function wordConsidered({ title, because }: PartAdvice['consider'][number]): string {
  return `${title} – ${withoutStop(because)}`;
}

/** A form among several of its kind that nothing but the order of declaration chose. */
export function isUnchosenForm(part: PartAdvice, form: string): boolean {
  const kind = part.placements.find(({ id }) => id === form)?.kind;
  const rivals = part.placements.filter((each) => each.kind === kind && each.survives !== 'no');
  return rivals.length > 1 && !part.reasons.form.some(({ suits }) => suits.includes(form));
}

type LeastBad = NonNullable<Verdict['leastBad']>;

/** For `none`: the placement that least stands against, under what condition, and what to do about it. */
export function wordLeastBad({ placement, removedBy }: LeastBad, names: NameIndex): string {
  const conditions = removedBy.map((remover) => wordLift(remover, names));
  const ways = removedBy.flatMap(({ instead }) => instead ?? []);
  const lead = `${wordPlacement(names, placement)}, if ${joinTitles(conditions, ', and ')}`;
  return ways.length === 0 ? `${lead}.` : `${lead}: ${ways.join(' ')}`;
}

/** The first fact that alone would lift what removes the placement; else the remover by name. */
function wordLift({ rule, needs, liftedBy }: LeastBad['removedBy'][number], names: NameIndex): string {
  const [change] = liftedBy;
  if (change === undefined)
    return rule === undefined ? `what ${needs ?? 'it'} needs were there` : `${rule} did not hold`;
  return `${wordFactName(names, change.fact)} were ${change.values.join(' or ')}`;
}
