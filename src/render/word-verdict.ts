import type { PartAdvice, Verdict } from '../advice/advice.ts';
import { joinTitles, titlePlacement } from './name-things.ts';
import type { RenderContext } from './render-context.ts';

/** A headline in words: with its strength, and that it was contested. */
export function showHeadline(verdict: Verdict): string {
  return [verdict.headline, verdict.strength, verdict.contested ? 'contested' : null]
    .filter((word) => word !== null)
    .join(', ');
}

/** The chosen placements by title: one, for `either` the best of both kinds, of a system all. */
export function showPlacements(part: PartAdvice, context: Pick<RenderContext, 'rulebook'>): string {
  const names = part.verdict.forms.map((form) => titlePlacement(context.rulebook, form));
  return joinTitles(names, part.verdict.headline === 'either' ? ' or ' : ', ');
}
