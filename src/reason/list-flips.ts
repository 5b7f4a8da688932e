import { at } from '../at.ts';
import type { PlacedHeadline } from '../words.ts';
import type { Mask, State } from '../decide/model.ts';
import { partValues, withFact } from './engine/judged-state.ts';
import { lookAround, type Neighbours, reachBeside, type Trial, tryValues } from './engine/neighbours.ts';
import { listNear, type Prepared } from './engine/prepared.ts';
import { canMove, reachSurvival } from './engine/survival-reach.ts';

/** A change of facts that changes the headline. */
export interface Flip {
  /** The facts that change, one or two. */
  readonly changes: readonly { readonly fact: number; readonly values: Mask }[];
  readonly headline: PlacedHeadline;
}

/**
 * The single facts whose change alone changes the headline, everything else as in the point verdict.
 * Values that lead to the same headline stand together.
 * @param facts positions of the facts to try
 * @param point the state the verdict was printed for
 */
export function listSingleFlips(prepared: Prepared, facts: readonly number[], point: State): Flip[] {
  const from = lookAround(prepared.kernel, point);
  const survival = reachSurvival(prepared, from);
  return facts.flatMap((fact) => {
    if (survival && !canMove(survival, [fact])) return [];
    const reached = new Map<PlacedHeadline, Mask>();
    for (const values of listOtherValues(prepared, fact, point)) {
      const headline = reachBeside(prepared.kernel, from, fact, values);
      if (headline !== from.headline) reached.set(headline, (reached.get(headline) ?? 0) | values);
    }
    return [...reached].map(([headline, values]): Flip => ({ changes: [{ fact, values }], headline }));
  });
}

/**
 * The pairs of facts whose change together changes the headline while neither alone does.
 * @param facts positions of the facts to pair
 * @param limit how many to find at most
 */
export function listPairFlips(
  prepared: Prepared,
  facts: readonly number[],
  point: State,
  limit: number,
): Flip[] {
  const { kernel } = prepared;
  const from = lookAround(kernel, point);
  const survival = reachSurvival(prepared, from);
  const tried: (Trial[] | undefined)[] = [];
  const tryQuiet = (fact: number): Trial[] =>
    (tried[fact] ??= trySingleChanges(prepared, fact, from).filter(
      ({ headline }) => headline === from.headline,
    ));
  const flips: Flip[] = [];
  for (const [position, first] of facts.entries()) {
    const partners = facts
      .slice(position + 1)
      .filter((second) => !survival || canMove(survival, [first, second]));
    if (partners.length === 0) continue;
    const near = new Set(listNear(prepared, first));
    for (const { values, altered } of tryQuiet(first)) {
      let changed: Neighbours | undefined;
      for (const second of partners) {
        const reached = new Map<PlacedHeadline, Mask>();
        for (const { values: mask, altered: alsoAltered } of tryQuiet(second)) {
          // Where no condition reads both facts, one that alters nothing adds nothing.
          if (!near.has(second) && !(altered && alsoAltered)) continue;
          changed ??= lookAround(kernel, withFact(point, first, values));
          const { headline } = tryValues(kernel, changed, second, mask);
          if (headline !== from.headline) reached.set(headline, (reached.get(headline) ?? 0) | mask);
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
  }
  return flips;
}

/** What comes of a fact having other values, those together that no condition tells apart. */
export function trySingleChanges(prepared: Prepared, fact: number, from: Neighbours): Trial[] {
  return listOtherValues(prepared, fact, from.state).map((values) =>
    tryValues(prepared.kernel, from, fact, values),
  );
}

/** How many sets of a fact's values are remembered. */
const mostRemembered = 1000;

/** The other values of a fact, those together that no condition tells apart. */
export function listOtherValues(prepared: Prepared, fact: number, point: State): readonly Mask[] {
  const { all } = at(prepared.model.facts, fact);
  const now = at(point, fact);
  const remembered = at(prepared.changes, fact);
  const known = remembered.get(now);
  if (known !== undefined) return known;
  const others = now === all ? all : all & ~now;
  const reading = at(prepared.readers, fact);
  const changes = reading.length === 0 ? [] : partValues(prepared, fact, others, reading);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(now, changes);
  return changes;
}
