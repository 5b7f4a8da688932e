import { isSingle } from '../decide/evaluate-condition.ts';
import type { KindIndex, Mask } from '../decide/model.ts';
import { boundFit, fitBits } from './engine/bound-fit.ts';
import { boundForms } from './engine/bound-forms.ts';
import { boundHeadlines, headlineBits } from './engine/bound-headlines.ts';
import { dependsOn, type Finding } from './engine/find-dependence.ts';
import { conditionOf, probeDifference } from './judge-musts.ts';
import { judgeState, type JudgedState } from './engine/judged-state.ts';
import { defaultBudget, searchResults } from './engine/search-results.ts';
import type { Must, Terrain } from './engine/terrain.ts';

/**
 * Whether a fact is relevant: two completions of what is known that differ only in it differ in
 * headline, placement or must-actions. Exact. Decided in stages, each of which takes for granted
 * that the ones before do not depend on the fact.
 * @param judged what is known
 * @param fact position of the fact
 * @param budget nodes that each stage may visit
 * @returns null where the budget ended the search
 */
export function isRelevant(
  terrain: Terrain,
  judged: JudgedState,
  fact: number,
  budget: number = defaultBudget,
): Finding {
  if (isSingle(judged.state[fact] ?? 0)) return false;
  return findFirst([
    () => dependsOn(terrain, judged, fact, boundHeadlines, null, budget),
    () => formDependsOn(terrain, judged, fact, 0, budget),
    () => formDependsOn(terrain, judged, fact, 1, budget),
    ...terrain.musts.map((must) => () => mustDependsOn(terrain, judged, fact, must)),
  ]);
}

/** True as soon as one finding is; else null where one could not be made, else false. */
function findFirst(findings: readonly (() => Finding)[]): Finding {
  let result: Finding = false;
  for (const find of findings) {
    const finding = find();
    if (finding === true) return true;
    if (finding === null) result = null;
  }
  return result;
}

/** A form counts only where the headline is of its kind. */
function formDependsOn(
  terrain: Terrain,
  judged: JudgedState,
  fact: number,
  kind: KindIndex,
  budget: number,
): Finding {
  const wanted = headlineBits.either | (kind === 0 ? headlineBits.vm : headlineBits.container);
  const { possible } = boundHeadlines(terrain, judged);
  if ((possible & wanted) === 0) return false;
  const counts = (state: JudgedState): Finding => reaches(terrain, state, boundHeadlines, wanted);
  const always = (possible & ~wanted) === 0;
  return dependsOn(terrain, judged, fact, boundForms[kind], always ? null : counts, budget);
}

/** An action is a must by itself only on its own placements, but always where a rule demands it. */
function mustDependsOn(terrain: Terrain, judged: JudgedState, fact: number, must: Must): Finding {
  const elsewhere = ~must.for & (terrain.kinds[0] | terrain.kinds[1]);
  return findFirst(
    [
      { forms: must.for, wanted: fitBits.fits },
      { forms: elsewhere, wanted: fitBits.misses },
    ].map(({ forms, wanted }) => () => {
      const condition = conditionOf(must, forms);
      if (forms === 0 || typeof condition === 'number' || !condition.reads.includes(fact)) return false;
      return probeDifference(condition, judged.state, fact, (state) =>
        reaches(terrain, judgeState(terrain, state), boundFit(must.for), wanted),
      );
    }),
  );
}

function reaches(terrain: Terrain, judged: JudgedState, bound: typeof boundHeadlines, wanted: Mask): Finding {
  const { found, finished } = searchResults(terrain, judged, bound, { known: ~wanted, enough: 1 });
  return found !== 0 ? true : finished ? false : null;
}
