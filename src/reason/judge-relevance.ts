import { at } from '../at.ts';
import { isSingle } from '../decide/bits.ts';
import type { KindIndex, Mask } from '../decide/model.ts';
import { boundFit, fitBits } from './engine/bound-fit.ts';
import { boundForms } from './engine/bound-forms.ts';
import { boundHeadlines, headlineBits } from './engine/bound-headlines.ts';
import { type Answer, judgeAny, judgeDependence } from './engine/judge-dependence.ts';
import { conditionOf, probeDifference } from './judge-musts.ts';
import { judgeState, type JudgedState } from './engine/judged-state.ts';
import { searchResults } from './engine/search-results.ts';
import type { Must } from './engine/musts.ts';
import type { Prepared } from './engine/prepared.ts';

/**
 * Whether a fact is relevant: two completions of what is known that differ only in it differ in
 * headline, placement or must-actions. Exact. Decided in stages, each of which takes for granted
 * that the ones before do not depend on the fact.
 * @param judged what is known
 * @param fact position of the fact
 * @param budget nodes that each stage may visit; the usual budget where left out
 * @returns null where the budget ended the search
 */
export function judgeRelevance(
  prepared: Prepared,
  judged: JudgedState,
  fact: number,
  budget?: number,
): Answer {
  if (isSingle(at(judged.state, fact))) return false;
  const stages = [
    () => judgeDependence(prepared, judged, fact, boundHeadlines, null, budget),
    () => formDependsOn(prepared, judged, fact, 0, budget),
    () => formDependsOn(prepared, judged, fact, 1, budget),
    ...prepared.musts.map((must) => () => mustDependsOn(prepared, judged, fact, must)),
  ];
  return judgeAny(stages, (ask) => ask());
}

/** A form counts only where the headline is of its kind. */
function formDependsOn(
  prepared: Prepared,
  judged: JudgedState,
  fact: number,
  kind: KindIndex,
  budget: number | undefined,
): Answer {
  const wanted = headlineBits.either | (kind === 0 ? headlineBits.vm : headlineBits.container);
  const { possible } = boundHeadlines(prepared, judged);
  if ((possible & wanted) === 0) return false;
  const counts = (state: JudgedState): Answer => reaches(prepared, state, boundHeadlines, wanted);
  const always = (possible & ~wanted) === 0;
  return judgeDependence(prepared, judged, fact, boundForms[kind], always ? null : counts, budget);
}

/** An action is a must by itself only on its own placements, but always where a rule demands it. */
function mustDependsOn(prepared: Prepared, judged: JudgedState, fact: number, must: Must): Answer {
  const elsewhere = ~must.for & (prepared.kinds[0] | prepared.kinds[1]);
  return judgeAny(
    [
      { forms: must.for, wanted: fitBits.fits },
      { forms: elsewhere, wanted: fitBits.misses },
    ],
    ({ forms, wanted }) => {
      const condition = conditionOf(must, forms);
      if (forms === 0 || typeof condition === 'number' || !condition.reads.includes(fact)) return false;
      return probeDifference(condition, judged.state, fact, (state) =>
        reaches(prepared, judgeState(prepared, state), boundFit(must.for), wanted),
      );
    },
  );
}

function reaches(
  prepared: Prepared,
  judged: JudgedState,
  bound: typeof boundHeadlines,
  wanted: Mask,
): Answer {
  const { found, finished } = searchResults(prepared, judged, bound, { known: ~wanted, enough: 1 });
  return found !== 0 ? true : finished ? false : null;
}
