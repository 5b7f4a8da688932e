import { isSingle, listBits } from '../decide/evaluate-condition.ts';
import { isRelevant } from './find-relevance.ts';
import { type JudgedState, narrowFact, partValues, type Terrain } from './judged-state.ts';
import { countHeadlines, reachHeadlines } from './reach-headlines.ts';
import { truth } from '../decide/evaluate-condition.ts';

/** A fact to ask next. */
export interface Question {
  /** Its position. */
  readonly fact: number;
  /** How many headlines its answers leave on average. */
  readonly leaves: number;
}

/**
 * Chooses the relevant fact whose answers leave the fewest headlines on average; ties go to the one
 * that more undetermined strength hangs on, then to the order of the vocabulary.
 * @param judged what is known, presumptions held; the candidates open
 * @param candidates positions of the facts that may be asked
 */
export function chooseQuestion(terrain: Terrain, judged: JudgedState, candidates: readonly number[]): Question | null {
  const scored = candidates
    .filter((fact) => !isSingle(judged.state[fact] ?? 0))
    .map((fact) => ({ fact, leaves: averageHeadlines(terrain, judged, fact), weight: weighOpen(terrain, judged, fact) }))
    .sort((a, b) => a.leaves - b.leaves || b.weight - a.weight || a.fact - b.fact);
  const best = scored.find(({ fact }) => isRelevant(terrain, judged, fact) !== false);
  return best === undefined ? null : { fact: best.fact, leaves: best.leaves };
}

function averageHeadlines(terrain: Terrain, judged: JudgedState, fact: number): number {
  const possible = judged.state[fact] ?? 0;
  const classes = partValues(terrain, fact, possible, terrain.readers[fact] ?? []);
  const sum = classes.reduce((total, mask) => {
    const { headlines } = reachHeadlines(terrain, narrowFact(terrain, judged, fact, mask));
    return total + countHeadlines(headlines) * listBits(mask).length;
  }, 0);
  return sum / listBits(possible).length;
}

/** What hangs on a fact: exclusions before votes, of the rules that are still open. */
function weighOpen(terrain: Terrain, judged: JudgedState, fact: number): number {
  return (terrain.readers[fact] ?? []).reduce((sum, index) => {
    if (judged.truths[index] !== truth.unknown) return sum;
    const rule = terrain.model.rules[index];
    if (rule === undefined || index >= terrain.needsFrom) return sum + 2;
    return sum + (rule.removes !== 0 ? 12 : rule.favours !== null ? rule.tier ** 2 : 1);
  }, 0);
}
