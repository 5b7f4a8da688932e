import type { KindIndex, Mask } from '../../decide/model.ts';
import { boundForms } from './bound-forms.ts';
import { boundHeadlines, headlineBits, type HeadlineSet } from './bound-headlines.ts';
import type { Bound } from './bounds.ts';

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
    const masks = forms.map((each) => each?.possible ?? 0);
    for (const kinds of listForms(headlines.possible)) {
      const chosen = kinds.map((kind) => masks[kind] ?? 0);
      if (chosen.some((mask) => (mask & among) !== 0)) possible |= fitBits.fits;
      if (chosen.every((mask) => (mask & ~among) !== 0)) possible |= fitBits.misses;
    }
    const live = new Set([headlines, ...forms].flatMap((each) => each?.live ?? []));
    return {
      possible,
      live: [...live],
      writeKey: () => [headlines, ...forms].map((each) => each?.writeKey() ?? '').join('#'),
    };
  };
}

/** The kinds that stand side by side under each headline of a set, `none` left out. */
function listForms(headlines: HeadlineSet): KindIndex[][] {
  return [
    ...((headlines & headlineBits.vm) !== 0 ? [[0 as const]] : []),
    ...((headlines & headlineBits.container) !== 0 ? [[1 as const]] : []),
    ...((headlines & headlineBits.either) !== 0 ? [[0 as const, 1 as const]] : []),
  ];
}

/** Whether some headline of a set places a workload in a kind. */
export function hasKind(headlines: HeadlineSet, kind: KindIndex): boolean {
  const own = kind === 0 ? headlineBits.vm : headlineBits.container;
  return (headlines & (own | headlineBits.either)) !== 0;
}
