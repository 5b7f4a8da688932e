import type { Headline } from '../decide/choose-headline.ts';
import type { Mask } from '../decide/model.ts';
import { counts, headlineOf } from './judge-point.ts';
import { type JudgedState, partValues, replaceFact } from './judged-state.ts';
import type { Terrain } from './terrain.ts';

/** A change of facts that changes the headline. */
export interface Flip {
  /** The facts that change, one or two. */
  readonly changes: readonly { readonly fact: number; readonly values: Mask }[];
  readonly headline: Headline;
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
    for (const { values, headline } of tryValues(terrain, fact, point, before))
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
  const quiet = facts.map((fact) =>
    tryValues(terrain, fact, point, before).filter(({ headline }) => headline === before),
  );
  const flips: Flip[] = [];
  for (const [position, first] of facts.entries())
    for (const { values } of quiet[position] ?? []) {
      const changed = replaceFact(terrain, point, first, values);
      for (let other = position + 1; other < facts.length; other++) {
        const second = facts[other] ?? -1;
        const reached = new Map<Headline, Mask>();
        for (const { values: mask } of quiet[other] ?? []) {
          const headline = headlineAfter(terrain, second, changed, mask, before);
          if (headline !== before) reached.set(headline, (reached.get(headline) ?? 0) | mask);
        }
        for (const [headline, mask] of reached) {
          const changes = [
            { fact: first, values },
            { fact: second, values: mask },
          ];
          flips.push({ changes, headline });
          if (flips.length >= limit) return flips;
        }
      }
    }
  return flips;
}

function tryValues(
  terrain: Terrain,
  fact: number,
  point: JudgedState,
  before: Headline,
): { values: Mask; headline: Headline }[] {
  return listChanges(terrain, fact, point).map((values) => ({
    values,
    headline: headlineAfter(terrain, fact, point, values, before),
  }));
}

/** The headline with one fact otherwise; most changes alter nothing that it hangs on. */
function headlineAfter(
  terrain: Terrain,
  fact: number,
  point: JudgedState,
  values: Mask,
  before: Headline,
): Headline {
  const changed = replaceFact(terrain, point, fact, values);
  for (const index of terrain.readers[fact] ?? [])
    if (counts(terrain, point, index) !== counts(terrain, changed, index))
      return headlineOf(terrain, changed);
  return before;
}

/** The other values of a fact, those together that no condition tells apart. */
function listChanges(terrain: Terrain, fact: number, point: JudgedState): Mask[] {
  const all = terrain.model.facts[fact]?.all ?? 0;
  const now = point.state[fact] ?? 0;
  const others = now === all ? all : all & ~now;
  const reading = terrain.readers[fact] ?? [];
  return reading.length === 0 ? [] : partValues(terrain, fact, others, reading);
}
