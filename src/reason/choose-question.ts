import { at } from '../at.ts';
import { countBits, isSingle } from '../decide/bits.ts';
import { truth } from '../decide/judge-condition.ts';
import type { Mask } from '../decide/model.ts';
import { hasKind } from './engine/bound-fit.ts';
import { boundForms } from './engine/bound-forms.ts';
import { boundHeadlines, headlineBits, type HeadlineSet } from './engine/bound-headlines.ts';
import { weighCondition } from './engine/bounds.ts';
import { type JudgedState, narrowFact, partValues, replaceFact } from './engine/judged-state.ts';
import { type Results, searchResults } from './engine/search-results.ts';
import type { Prepared } from './engine/prepared.ts';
import { judgeRelevance } from './judge-relevance.ts';
import { judgeMust } from './judge-musts.ts';
import { proveConclusion } from './prove-conclusion.ts';

/** A fact to ask next. */
export interface Question {
  /** Its position. */
  readonly fact: number;
  /** How many headlines its answers leave on average. */
  readonly leaves: number;
}

interface Scored extends Left {
  readonly fact: number;
  readonly weight: number;
}

/**
 * Chooses the relevant fact whose answers leave the fewest headlines and placements on average; ties
 * go to the one that more undetermined strength hangs on, then to the order of the vocabulary.
 * @param judged what is known, presumptions held; the candidates open
 * @param candidates positions of the facts that may be asked
 * @returns null where none of them is relevant
 */
export function chooseQuestion(
  prepared: Prepared,
  judged: JudgedState,
  candidates: readonly number[],
): Question | null {
  if (candidates.length === 0 || proveConclusion(prepared, judged).found === 'one') return null;
  const reach = searchResults(prepared, judged, boundHeadlines);
  const scored = candidates
    .filter((fact) => !isSingle(at(judged.state, fact)))
    .map((fact): Scored => ({
      fact,
      ...countLeft(prepared, judged, fact, reach),
      weight: weighOpen(prepared, judged, fact),
    }))
    .sort(compareScores);
  // A fact whose answers exclude a headline changes it: no further proof is needed.
  const best = scored.find(
    ({ fact, headlines }) =>
      (reach.finished && headlines < countBits(reach.found)) ||
      judgeRelevance(prepared, judged, fact) !== false,
  );
  return best === undefined ? null : { fact: best.fact, leaves: best.headlines };
}

/** Averages of the same counts are compared as such, whatever order they were summed in. */
function compareScores(a: Scored, b: Scored): number {
  const lead = a.headlines + a.placements - b.headlines - b.placements;
  return Math.abs(lead) > 1e-9 ? lead : b.weight - a.weight || a.fact - b.fact;
}

/**
 * What hangs on a fact of the conditions that are still open: exclusions before votes, strong before
 * slight, needs between them, must-actions last.
 * @param fact its position
 */
export function weighOpen(prepared: Prepared, judged: JudgedState, fact: number): number {
  let sum = 0;
  for (const index of at(prepared.readers, fact))
    if (judged.truths[index] === truth.unknown) sum += weighCondition(prepared, index);
  const anywhere = prepared.kinds[0] | prepared.kinds[1];
  for (const must of prepared.musts)
    if (must.whole?.reads.includes(fact) && judgeMust(must, judged.state, anywhere) === truth.unknown)
      sum += 1;
  return sum;
}

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
export function countLeft(prepared: Prepared, judged: JudgedState, fact: number, reach: Results): Left {
  const possible = at(judged.state, fact);
  let headlines = 0;
  let placements = 0;
  for (const mask of partValues(prepared, fact, possible, at(prepared.readers, fact))) {
    const answered = narrowFact(prepared, judged, fact, mask);
    const reached = findLeft(prepared, answered, fact, mask, reach);
    const values = countBits(mask);
    headlines += values * countBits(reached);
    for (const kind of [0, 1] as const)
      if (hasKind(reached, kind))
        placements += values * countBits(boundForms[kind](prepared, answered).possible);
  }
  const all = countBits(possible);
  return { headlines: headlines / all, placements: placements / all };
}

/** A completion that has a headline often keeps it when only this fact changes: that is looked at first. */
function findLeft(
  prepared: Prepared,
  answered: JudgedState,
  fact: number,
  mask: Mask,
  reach: Results,
): HeadlineSet {
  if (reach.finished && isSingle(reach.found)) return reach.found;
  let known = 0;
  for (const witness of reach.witnesses.values()) {
    const { possible } = boundHeadlines(prepared, replaceFact(prepared, witness, fact, mask));
    if (isSingle(possible)) known |= possible;
  }
  const { vm, container, either, none } = headlineBits;
  const impossible = reach.finished ? (vm | container | either | none) & ~reach.found : 0;
  return known | searchResults(prepared, answered, boundHeadlines, { known: known | impossible }).found;
}
