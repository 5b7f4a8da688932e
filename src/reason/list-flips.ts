import { at } from '../at.ts';
import type { PlacedHeadline } from '../words.ts';
import type { Mask } from '../decide/model.ts';
import { counts, headlineOf, listCounting } from './judge-point.ts';
import { type JudgedState, partValues, replaceFact } from './engine/judged-state.ts';
import type { Prepared } from './engine/prepared.ts';

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
 * @param point the state the verdict was printed for, judged
 */
export function listSingleFlips(prepared: Prepared, facts: readonly number[], point: JudgedState): Flip[] {
  const from = startFrom(prepared, point);
  return facts.flatMap((fact) => {
    const reached = new Map<PlacedHeadline, Mask>();
    for (const { values, headline } of tryValues(prepared, fact, from))
      if (headline !== from.headline) reached.set(headline, (reached.get(headline) ?? 0) | values);
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
  point: JudgedState,
  limit: number,
): Flip[] {
  const from = startFrom(prepared, point);
  const quiet = facts.map((fact) =>
    tryValues(prepared, fact, from).filter(({ headline }) => headline === from.headline),
  );
  const flips: Flip[] = [];
  for (const [position, first] of facts.entries()) {
    const near = listNear(prepared, first);
    for (const { values, altered } of at(quiet, position)) {
      // Where no condition reads both facts, what they alter adds up.
      const counting = toggle(from.counting, altered);
      let changed: Start | undefined;
      const change = (): Start =>
        (changed ??= startFrom(prepared, replaceFact(prepared, point, first, values)));
      for (let other = position + 1; other < facts.length; other++) {
        const second = at(facts, other);
        const reached = new Map<PlacedHeadline, Mask>();
        for (const { values: mask, altered: alsoAltered } of at(quiet, other)) {
          const headline = near.has(second)
            ? tryValue(prepared, second, change(), mask).headline
            : altered.length === 0 || alsoAltered.length === 0
              ? from.headline
              : headlineOf(prepared, toggle(counting, alsoAltered));
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

/** The facts that some condition reads together with a fact. */
function listNear(prepared: Prepared, fact: number): ReadonlySet<number> {
  return new Set(at(prepared.readers, fact).flatMap((index) => prepared.conditions[index]?.reads ?? []));
}

/** A state to change facts in, with what the headlines of its neighbours are worked out from. */
interface Start {
  readonly point: JudgedState;
  readonly counting: readonly number[];
  readonly headline: PlacedHeadline;
}

function startFrom(prepared: Prepared, point: JudgedState): Start {
  const counting = listCounting(prepared, point);
  return { point, counting, headline: headlineOf(prepared, counting) };
}

/** What comes of one fact being otherwise. */
interface Trial {
  readonly values: Mask;
  readonly headline: PlacedHeadline;
  /** The conditions that count and no longer do, or the other way round; mostly none. */
  readonly altered: readonly number[];
}

function tryValues(prepared: Prepared, fact: number, from: Start): Trial[] {
  return listChanges(prepared, fact, from.point).map((values) => tryValue(prepared, fact, from, values));
}

function tryValue(prepared: Prepared, fact: number, from: Start, values: Mask): Trial {
  const changed = replaceFact(prepared, from.point, fact, values);
  const altered = at(prepared.readers, fact).filter(
    (index) => counts(prepared, from.point, index) !== counts(prepared, changed, index),
  );
  const headline =
    altered.length === 0 ? from.headline : headlineOf(prepared, toggle(from.counting, altered));
  return { values, headline, altered };
}

/** The conditions that count after some have changed over. */
function toggle(counting: readonly number[], altered: readonly number[]): number[] {
  const kept = counting.filter((index) => !altered.includes(index));
  return [...kept, ...altered.filter((index) => !counting.includes(index))];
}

/** The other values of a fact, those together that no condition tells apart. */
function listChanges(prepared: Prepared, fact: number, point: JudgedState): Mask[] {
  const all = at(prepared.model.facts, fact).all;
  const now = at(point.state, fact);
  const others = now === all ? all : all & ~now;
  const reading = at(prepared.readers, fact);
  return reading.length === 0 ? [] : partValues(prepared, fact, others, reading);
}
