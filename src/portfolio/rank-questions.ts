import type { Overview } from '../advice/result.ts';

type Question = Overview['questions'][number];

/** A question that settles fewer of the workloads that are open does not come first, however few answers it takes. */
const leastShare = 0.01;

/**
 * Ranks what to ask. One answer about a site serves all that is there, so such questions come first where they are
 * worth it: where an answer settles a workload or more, and all answers one in a hundred of those that are open.
 * After them comes what settles most, whoever has to answer.
 * @param open how many workloads are open
 */
export function rankQuestions(questions: readonly Question[], open: number): Question[] {
  const isFirst = ({ siteWide, settles, answers }: Question) =>
    siteWide && settles >= answers && settles >= open * leastShare;
  return questions.toSorted(
    (a, b) =>
      Number(isFirst(b)) - Number(isFirst(a)) || b.settles - a.settles || b.settlesAlways - a.settlesAlways,
  );
}
