import { kindsOf } from '../../decide/kinds.ts';
import type { KindIndex, Mask } from '../../decide/model.ts';
import { boundForms } from './bound-forms.ts';
import { boundHeadlines, headlineBits, type HeadlineSet } from './bound-headlines.ts';
import type { Bound } from './bounds.ts';
import { placedHeadlines } from '../../words.ts';

/** Whether the chosen placements are among some, as bits. */
export const fitBits = { fits: 1, misses: 2, nothing: 4 } as const;

/**
 * Bounds whether one of the chosen placements is among some: it is, none is, or nothing can be
 * placed.
 * @param among the placements asked for
 */
export function boundFit(among: Mask): Bound {
  return (prepared, judged) => {
    const headlines = boundHeadlines(prepared, judged);
    const forms = boundForms.map((bound, kind) =>
      hasKind(headlines.possible, kind as KindIndex) ? bound(prepared, judged) : null,
    );
    let possible = (headlines.possible & headlineBits.none) !== 0 ? fitBits.nothing : 0;
    for (const kinds of listKinds(headlines.possible)) {
      const chosen = kinds.map((kind) => forms[kind]?.possible ?? 0);
      if (chosen.some((mask) => (mask & among) !== 0)) possible |= fitBits.fits;
      if (chosen.every((mask) => (mask & ~among) !== 0)) possible |= fitBits.misses;
    }
    const live = new Set([headlines, ...forms].flatMap((each) => each?.live ?? []));
    return {
      possible,
      live: [...live],
      key: () => [headlines, ...forms].map((each) => each?.key() ?? '').join('#'),
    };
  };
}

/** The kinds that stand side by side under each headline of a set, `none` left out. */
function listKinds(headlines: HeadlineSet): (readonly KindIndex[])[] {
  return placedHeadlines.flatMap((headline) =>
    headline !== 'none' && (headlines & headlineBits[headline]) !== 0 ? [kindsOf[headline]] : [],
  );
}

/** Whether some headline of a set places a workload in a kind. */
export function hasKind(headlines: HeadlineSet, kind: KindIndex): boolean {
  const own = kind === 0 ? headlineBits.vm : headlineBits.container;
  return (headlines & (own | headlineBits.either)) !== 0;
}
