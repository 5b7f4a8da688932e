import type { ExplainedPart } from '../advice/describe-why-condition.ts';
import type { Loss } from '../advice/describe-losses.ts';
import type { WhyPlacement, WhyRule } from '../advice/describe-why.ts';
import { wordTest } from './condition.ts';
import { type NameIndex, wordPlacement, wordValue } from './names.ts';
import { wordLines } from './origins.ts';

/** What became of a vote, in a sentence. */
export const voteFates: Readonly<Record<NonNullable<WhyRule['vote']>, string>> = {
  counts: 'Its vote counts.',
  outvoted: 'Its vote is contained in a stronger one of the same concern.',
  'no-placement': 'Its vote does not count: none of the placements it speaks by way of is left.',
};
/** What became of a rule, as the end of a sentence that begins with its id. */
export const ruleStates: Readonly<Record<WhyRule['state'], string>> = {
  fired: 'fired: its condition holds',
  quiet: 'quiet: its condition does not hold',
  undecided: 'undecided: too little is known to say whether its condition holds',
  waived: 'waived: it counts as absent for this workload',
};
/** What became of a placement, as the end of a sentence that begins with its id. */
export const placementStates: Readonly<Record<WhyPlacement['state'], string>> = {
  chosen: 'chosen',
  stays: 'possible, and not chosen',
  open: 'possible as far as is known, and not chosen',
  out: 'out',
};

/** What a placement lost to and by what, in a sentence without its stop. */
export function wordLoss({ to, by, rules }: Loss, names: NameIndex): string {
  const other = `${to} (${wordPlacement(names, to)})`;
  const listed = rules.join(', ');
  switch (by) {
    case 'kind':
      return `${other}: the other kind is preferred${listed === '' ? '' : `, by ${listed}`}`;
    case 'suits':
      return `${other}: suited more, by ${listed}`;
    case 'order':
      return `${other}: a tie, and it is declared first; a rule that suits this one more strongly would break it`;
  }
}

/** A part of a condition, judged, in words. */
export interface JudgedPart {
  readonly judged: 'holds' | 'fails' | 'open';
  readonly says: string;
  /** What is known of the fact that it tests; empty for a part of several tests. */
  readonly known: string;
  readonly parts: readonly JudgedPart[];
}

const lists: Readonly<Record<string, string>> = { any: 'any of', not: 'not' };

/**
 * Words the parts of a condition with how each was judged.
 * @param file the workload's own file
 */
export function wordJudgedParts(
  parts: readonly ExplainedPart[],
  names: NameIndex,
  file: string,
): JudgedPart[] {
  return parts.map(({ key, judged, test, fact, condition, parts: inner }) => {
    const judgement = judged === 'unknown' ? 'open' : judged;
    if (fact === undefined || test === undefined)
      return {
        judged: judgement,
        says: condition === undefined ? (lists[key] ?? 'all of') : `${condition.id}: ${condition.title}`,
        known: '',
        parts: wordJudgedParts(inner, names, file),
      };
    const known =
      fact.origin === 'unknown'
        ? 'not known'
        : `${wordValue(names, key, fact.value)}, ${wordLines([fact], file)}`;
    return { judged: judgement, says: `${key} is ${wordTest(test)}`, known: `it is ${known}`, parts: [] };
  });
}
