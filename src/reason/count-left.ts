import { isSingle } from '../decide/evaluate-condition.ts';
import type { Mask } from '../decide/model.ts';
import { hasKind } from './bound-fit.ts';
import { boundForms } from './bound-forms.ts';
import { boundHeadlines, headlineBits, type HeadlineSet } from './bound-headlines.ts';
import { type JudgedState, narrowFact, partValues, replaceFact } from './judged-state.ts';
import { countResults, type Results, searchResults } from './search-results.ts';
import type { Terrain } from './terrain.ts';

/** What the answers to a question leave on average, each value being as likely as the others. */
export interface Left {
  readonly headlines: number;
  /** Placements that may still be chosen, by three-valued bounds. */
  readonly placements: number;
}

/**
 * Counts what the answers to a question leave: headlines exactly, placements by their bounds.
 * @param judged what is known
 * @param fact position of the fact asked for
 * @param reach the headlines possible before the answer
 */
export function countLeft(terrain: Terrain, judged: JudgedState, fact: number, reach: Results): Left {
  const possible = judged.state[fact] ?? 0;
  let headlines = 0;
  let placements = 0;
  for (const mask of partValues(terrain, fact, possible, terrain.readers[fact] ?? [])) {
    const answered = narrowFact(terrain, judged, fact, mask);
    const reached = findLeft(terrain, answered, fact, mask, reach);
    const values = countResults(mask);
    headlines += values * countResults(reached);
    for (const kind of [0, 1] as const)
      if (hasKind(reached, kind))
        placements += values * countResults(boundForms[kind](terrain, answered).possible);
  }
  const all = countResults(possible);
  return { headlines: headlines / all, placements: placements / all };
}

/** A completion that has a headline often keeps it when only this fact changes: that is looked at first. */
function findLeft(
  terrain: Terrain,
  answered: JudgedState,
  fact: number,
  mask: Mask,
  reach: Results,
): HeadlineSet {
  if (reach.finished && isSingle(reach.found)) return reach.found;
  let known = 0;
  for (const witness of reach.witnesses.values()) {
    const { possible } = boundHeadlines(terrain, replaceFact(terrain, witness, fact, mask));
    if (isSingle(possible)) known |= possible;
  }
  const { vm, container, either, none } = headlineBits;
  const impossible = reach.finished ? (vm | container | either | none) & ~reach.found : 0;
  return known | searchResults(terrain, answered, boundHeadlines, { known: known | impossible }).found;
}
