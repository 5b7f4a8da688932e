import { holdsPosition } from './bits.ts';
import { truth } from './judge-condition.ts';
import type { Judgement } from './judge-rules.ts';
import { joinSuits, type Mask, type Model } from './model.ts';

/**
 * Chooses the best of some placements: most strong `suits`, then most moderate, then most slight;
 * ties go to the one declared first.
 * @param among the placements to choose from
 * @returns its position, or null where there is none to choose from
 */
export function chooseForm(model: Model, judgement: Judgement, among: Mask): number | null {
  let best: number | null = null;
  let bestCounts: SuitCounts = [0, 0, 0];
  model.placements.forEach((_, index) => {
    if (!holdsPosition(among, index)) return;
    const counts = countSuits(model, judgement, index);
    if (best !== null && compareCounts(counts, bestCounts) <= 0) return;
    best = index;
    bestCounts = counts;
  });
  return best;
}

/**
 * The rules that fire and suit a placement.
 * @param placement its position
 */
export function listSuits(model: Model, judgement: Judgement, placement: number): number[] {
  return model.rules.flatMap((rule, index) =>
    judgement.rules[index] === truth.true && holdsPosition(joinSuits(rule.suits), placement) ? [index] : [],
  );
}

type SuitCounts = [strong: number, moderate: number, slight: number];

function countSuits(model: Model, judgement: Judgement, placement: number): SuitCounts {
  const counts: SuitCounts = [0, 0, 0];
  model.rules.forEach(({ suits }, index) => {
    if (judgement.rules[index] !== truth.true) return;
    for (const rank of [0, 1, 2] as const) if (holdsPosition(suits[rank], placement)) counts[rank]++;
  });
  return counts;
}

function compareCounts(a: SuitCounts, b: SuitCounts): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
