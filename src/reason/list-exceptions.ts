import { joinBits } from '../decide/bits.ts';
import { at } from '../at.ts';
import { truth } from '../decide/judge-condition.ts';
import type { Mask } from '../decide/model.ts';
import { boundHeadlines } from './engine/bound-headlines.ts';
import { judgeRelevance } from './judge-relevance.ts';
import { type JudgedState, judgeState, partValues, replaceFact } from './engine/judged-state.ts';
import { searchResults } from './engine/search-results.ts';
import { listNear, type Prepared } from './engine/prepared.ts';

/**
 * The presumed facts that have to be put before somebody: those whose exception alone changes the
 * outcome, and those that change the headline together with one other. What a search could not
 * finish is taken to matter.
 * @param held what is known, presumptions held, judged
 * @param presumed positions of the facts that are still only presumed
 */
export function listExceptions(prepared: Prepared, held: JudgedState, presumed: readonly number[]): number[] {
  const paired = listPaired(prepared, held, presumed);
  return presumed.filter((fact) => {
    if (paired.has(fact)) return true;
    const freed = replaceFact(prepared, held, fact, at(prepared.model.facts, fact).all);
    return judgeRelevance(prepared, freed, fact) !== false;
  });
}

/** The facts that by exceptions harmless alone lead to a headline not possible now, two at a time. */
function listPaired(prepared: Prepared, held: JudgedState, presumed: readonly number[]): Set<number> {
  const known = searchResults(prepared, held, boundHeadlines).found;
  const leads = (judged: JudgedState, budget?: number): boolean => {
    const { found, finished } = searchResults(prepared, judged, boundHeadlines, { known, enough: 1, budget });
    return found !== 0 || !finished;
  };
  const harmless = new Map<number, Mask>();
  for (const fact of presumed) {
    const values = listOthers(prepared, held, fact).filter(
      (mask) => !leads(replaceFact(prepared, held, fact, mask)),
    );
    if (values.length > 0) harmless.set(fact, joinBits(values));
  }
  const free = held.state.slice();
  for (const [fact, mask] of harmless) free[fact] = mask | at(held.state, fact);
  const freed = judgeState(prepared, free);
  const paired = new Set<number>();
  // Whoever leads nowhere with all others free needs no look at each of them; a glance will do.
  const suspects = [...harmless].filter(([fact, mask]) =>
    leads(replaceFact(prepared, freed, fact, mask), 50),
  );
  const inert = new Set(
    suspects.flatMap(([fact, mask]) => (isInert(prepared, held, fact, mask) ? [fact] : [])),
  );
  for (const [position, [first, one]] of suspects.entries()) {
    const changed = replaceFact(prepared, held, first, one);
    const near = new Set(listNear(prepared, first));
    for (const [second, other] of suspects.slice(position + 1)) {
      if (paired.has(first) && paired.has(second)) continue;
      if ((inert.has(first) || inert.has(second)) && !near.has(second)) continue;
      if (!leads(replaceFact(prepared, changed, second, other))) continue;
      paired.add(first);
      paired.add(second);
    }
  }
  return paired;
}

/**
 * Whether an exception changes no condition in any completion: beside another one it can matter only
 * where a condition reads both.
 */
function isInert(prepared: Prepared, held: JudgedState, fact: number, values: Mask): boolean {
  const { truths } = replaceFact(prepared, held, fact, values | at(held.state, fact));
  return at(prepared.readers, fact).every((index) => truths[index] !== truth.unknown);
}

/** The values of a fact other than its present ones, those together that no condition tells apart. */
function listOthers(prepared: Prepared, held: JudgedState, fact: number): Mask[] {
  const others = at(prepared.model.facts, fact).all & ~at(held.state, fact);
  return others === 0 ? [] : partValues(prepared, fact, others, at(prepared.readers, fact));
}
