import { chooseHeadline, type Headline } from '../decide/choose-headline.ts';
import { countVotes } from '../decide/count-votes.ts';
import { truth } from '../decide/evaluate-condition.ts';
import { findSurvivors } from '../decide/find-survivors.ts';
import type { Mask } from '../decide/model.ts';
import { type JudgedState, partValues, replaceFact, type Terrain } from './judged-state.ts';

/** A change of facts that changes the headline. */
export interface Flip {
  /** The facts that change, one or two. */
  readonly changes: readonly { readonly fact: number; readonly values: Mask }[];
  readonly headline: Headline;
}

/**
 * The headline of a judged state by three-valued logic, as it is printed.
 */
export function headlineOf(terrain: Terrain, { truths }: JudgedState): Headline {
  const { model, needsFrom, actionsFrom } = terrain;
  const judgement = { rules: truths.slice(0, needsFrom), needs: truths.slice(needsFrom, actionsFrom) };
  const { alive } = findSurvivors(model, judgement);
  return chooseHeadline(model, alive, countVotes(model, judgement, alive)).headline;
}

/**
 * The single facts whose change alone changes the headline, everything else as in the point verdict.
 * Values that lead to the same headline stand together.
 * @param facts positions of the facts to try
 * @param point the state the verdict was printed for, judged
 */
export function findSingleFlips(terrain: Terrain, facts: readonly number[], point: JudgedState): Flip[] {
  const before = headlineOf(terrain, point);
  return facts.flatMap((fact) => {
    const reached = new Map<Headline, Mask>();
    for (const { values, headline } of tryValues(terrain, fact, point))
      if (headline !== before) reached.set(headline, (reached.get(headline) ?? 0) | values);
    return [...reached].map(([headline, values]): Flip => ({ changes: [{ fact, values }], headline }));
  });
}

/**
 * The pairs of facts whose change together changes the headline while neither alone does.
 * @param facts positions of the facts to pair
 * @param limit how many to find at most
 */
export function findPairFlips(
  terrain: Terrain,
  facts: readonly number[],
  point: JudgedState,
  limit: number,
): Flip[] {
  const before = headlineOf(terrain, point);
  const flips: Flip[] = [];
  for (const [position, first] of facts.entries()) {
    for (const one of listChanges(terrain, first, point)) {
      const changed = replaceFact(terrain, point, first, one);
      if (headlineOf(terrain, changed) !== before) continue;
      for (const second of facts.slice(position + 1)) {
        const shared = (terrain.readers[second] ?? []).length > 0;
        if (!shared) continue;
        for (const flip of findSingleFlips(terrain, [second], changed)) {
          const alone = replaceFact(terrain, point, second, flip.changes[0]?.values ?? 0);
          if (headlineOf(terrain, alone) !== before) continue;
          flips.push({ changes: [{ fact: first, values: one }, ...flip.changes], headline: flip.headline });
          if (flips.length >= limit) return flips;
        }
      }
    }
  }
  return flips;
}

function tryValues(
  terrain: Terrain,
  fact: number,
  point: JudgedState,
): { values: Mask; headline: Headline }[] {
  return listChanges(terrain, fact, point).map((values) => ({
    values,
    headline: headlineOf(terrain, replaceFact(terrain, point, fact, values)),
  }));
}

/** The other values of a fact, those together that no condition tells apart. */
function listChanges(terrain: Terrain, fact: number, point: JudgedState): Mask[] {
  const all = terrain.model.facts[fact]?.all ?? 0;
  const now = point.state[fact] ?? 0;
  const others = now === all ? all : all & ~now;
  const reading = (terrain.readers[fact] ?? []).filter((index) => index < terrain.actionsFrom);
  return reading.length === 0 ? [] : partValues(terrain, fact, others, reading);
}

/** Whether a condition is open in a state: neither true nor false. */
export function isOpen(judged: JudgedState, index: number): boolean {
  return judged.truths[index] === truth.unknown;
}
