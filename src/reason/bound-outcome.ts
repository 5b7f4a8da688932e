import { truth } from '../decide/evaluate-condition.ts';
import { maskOfKind } from '../decide/find-survivors.ts';
import type { KindIndex, Mask } from '../decide/model.ts';
import { boundHeadlines, headlineBits } from './bound-headlines.ts';
import { boundSurvival, type SurvivalBounds } from './bound-survival.ts';
import type { JudgedState, Terrain } from './judged-state.ts';

/** What somebody has to decide by: headline, placement and must-actions. */
export interface OutcomeBounds {
  /** The outcome of every completion as a comparable text; null while more than one seems possible. */
  readonly settled: string | null;
  /** Positions of the open conditions that can still matter for it. */
  readonly live: readonly number[];
}

/**
 * Bounds the outcomes of all completions of a state. The headline comes first, then the form, then
 * the must-actions; `live` holds everything that may matter for any of them.
 */
export function boundOutcome(terrain: Terrain, judged: JudgedState): OutcomeBounds {
  const headlines = boundHeadlines(terrain, judged);
  const survival = boundSurvival(terrain, judged);
  const kinds = listKinds(headlines.headlines);
  const single = (headlines.headlines & (headlines.headlines - 1)) === 0;
  const forms = kinds.map((kind) => boundForm(terrain, judged, survival, kind));
  const formsSettled = forms.every((form) => form !== null);
  const musts = single && formsSettled ? boundMusts(terrain, judged, forms) : null;
  if (musts !== null) return { settled: `${headlines.headlines} ${forms.join()} ${musts}`, live: [] };
  const live = listLive(terrain, judged, survival, kinds, headlines.live);
  return { settled: null, live };
}

function listKinds(headlines: number): KindIndex[] {
  const vm = (headlines & (headlineBits.vm | headlineBits.either)) !== 0;
  const container = (headlines & (headlineBits.container | headlineBits.either)) !== 0;
  return [...(vm ? [0 as const] : []), ...(container ? [1 as const] : [])];
}

type Counts = [strong: number, moderate: number, slight: number];

/** The form of a kind where all completions choose the same; null where they may not; -1 for none left. */
function boundForm(terrain: Terrain, judged: JudgedState, { out, doubtful }: SurvivalBounds, kind: KindIndex): number | null {
  const candidates = maskOfKind(terrain.model, kind) & ~out;
  if (candidates === 0) return -1;
  const least: Counts[] = [];
  const most: Counts[] = [];
  terrain.model.placements.forEach((_, placement) => {
    least.push([0, 0, 0]);
    most.push([0, 0, 0]);
    if ((candidates & (1 << placement)) === 0) return;
    terrain.model.rules.forEach((rule, index) => {
      if ((rule.suits & (1 << placement)) === 0 || rule.tier === 0 || judged.truths[index] === truth.false) return;
      const tier = (3 - rule.tier) as 0 | 1 | 2;
      (most[placement] as Counts)[tier]++;
      if (judged.truths[index] === truth.true) (least[placement] as Counts)[tier]++;
    });
  });
  const winner = terrain.model.placements.findIndex(
    (_, placement) =>
      (candidates & ~doubtful & (1 << placement)) !== 0 && beatsAll(placement, candidates, least, most),
  );
  return winner === -1 ? null : winner;
}

/** Even at its least it beats every other at its most; ties go to the one declared first. */
function beatsAll(placement: number, candidates: Mask, least: readonly Counts[], most: readonly Counts[]): boolean {
  return most.every((other, index) => {
    if (index === placement || (candidates & (1 << index)) === 0) return true;
    const lead = compare(least[placement] ?? [0, 0, 0], other);
    return lead > 0 || (lead === 0 && placement < index);
  });
}

function compare(a: Counts, b: Counts): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** The must-actions of the forms; null while one is open. */
function boundMusts(terrain: Terrain, { truths }: JudgedState, forms: readonly (number | null)[]): string | null {
  const chosen = forms.filter((form) => form !== null && form >= 0).map((form) => form as number);
  if (chosen.length === 0) return '';
  const mask = chosen.reduce((sum, form) => sum | (1 << form), 0);
  const musts: string[] = [];
  for (const [index, rule] of terrain.model.rules.entries()) {
    if (rule.must === null || truths[index] === truth.false) continue;
    if (truths[index] === truth.unknown) return null;
    musts.push(`r${rule.must}`);
  }
  for (const [position, action] of terrain.mustActions.entries()) {
    const judged = truths[terrain.actionsFrom + position];
    const fits = ((terrain.model.actions[action]?.for ?? 0) & mask) !== 0;
    if (!fits || judged === truth.false) continue;
    if (judged === truth.unknown) return null;
    musts.push(String(action));
  }
  return musts.join();
}

function listLive(
  terrain: Terrain,
  { truths }: JudgedState,
  { out }: SurvivalBounds,
  kinds: readonly KindIndex[],
  forHeadline: readonly number[],
): number[] {
  const candidates = kinds.reduce<Mask>((mask, kind) => mask | maskOfKind(terrain.model, kind), 0) & ~out;
  const live = new Set(forHeadline);
  terrain.conditions.forEach((_, index) => {
    if (truths[index] !== truth.unknown) return;
    if (index >= terrain.actionsFrom) {
      const action = terrain.mustActions[index - terrain.actionsFrom] ?? -1;
      if (((terrain.model.actions[action]?.for ?? 0) & candidates) !== 0) live.add(index);
    } else if (index >= terrain.needsFrom) {
      if ((candidates & (1 << (index - terrain.needsFrom))) !== 0) live.add(index);
    } else {
      const rule = terrain.model.rules[index];
      if (rule !== undefined && (((rule.suits | rule.removes) & candidates) !== 0 || rule.must !== null)) live.add(index);
    }
  });
  return [...live];
}
