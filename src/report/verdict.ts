import type { FlipEntry, PartAdvice, Verdict } from '../advice/result.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { joinTitles, showFactValue, showPresumer, titlePlacement } from './names.ts';
import type { RenderContext } from '../render/renderer.ts';

/** What moving to the runner-up takes, as the end of a sentence. */
export const moves = {
  nothing: 'moving there takes nothing',
  repackage: 'moving there takes repackaging',
  redesign: 'moving there takes a redesign',
  unknown: 'what moving there takes is not known',
} as const;

/** A headline in words: with its strength, and that it was contested. */
export function wordHeadline(verdict: Verdict): string {
  return [verdict.headline, verdict.strength, verdict.contested ? 'contested' : null]
    .filter((word) => word !== null)
    .join(', ');
}

/** The chosen placements by title: one, for `either` the best of both kinds, of a system all. */
export function showPlacements(
  part: Pick<PartAdvice, 'verdict'>,
  context: Pick<RenderContext, 'rulebook'>,
): string {
  const names = part.verdict.forms.map((form) => titlePlacement(context.rulebook, form));
  return joinTitles(names, part.verdict.headline === 'either' ? ' or ' : ', ');
}

/** How far the headline can be trusted, in one sentence without its full stop. */
export function wordStatus(part: Pick<PartAdvice, 'verdict' | 'hinges'>): string {
  const { status, proven } = part.verdict;
  const doubt = proven ? '' : ' (the proof was not finished)';
  const presumptions = part.hinges.filter((flip) => flip.by === 'presumed').length;
  const unanswered = part.hinges.filter((flip) => flip.by === 'unanswered').length;
  const text = {
    firm: 'Firm: nothing unsaid could change it',
    presumed:
      presumptions === 0
        ? 'Holds unless several presumptions are wrong at once'
        : `Holds unless ${presumptions === 1 ? 'a presumption is' : `one of ${presumptions} presumptions is`} wrong (below)`,
    open:
      unanswered === 0
        ? 'Open: several things that were not said could change it together'
        : `Open: ${unanswered === 1 ? 'one thing that was not said' : `${unanswered} things that were not said`} could change it (below)`,
  }[status];
  return `${text}${doubt}`;
}

/** A change of facts in words. */
export interface WordedFlip {
  readonly headline: string;
  /** What would have to be: "licence: machine-bound". */
  readonly what: string;
  /** How it is now: "presumed none". */
  readonly now: string;
}

/** Words a change of facts that changes the headline. */
export function wordFlip(flip: FlipEntry, rulebook: Rulebook): WordedFlip {
  const what = flip.changes.map(({ fact, values }) => {
    const name = rulebook.facts.find((each) => each.id === fact)?.name ?? fact;
    return `${name}: ${values.join(' or ')}`;
  });
  const now = flip.changes.map(({ fact, now: value, origin }) => {
    if (origin === 'unknown') return 'not said';
    if (origin === 'presumed')
      return `presumed ${showFactValue(rulebook, fact, value)}${showPresumer(rulebook, fact)}`;
    return `now ${showFactValue(rulebook, fact, value)}`;
  });
  return { headline: flip.headline, what: what.join(' and '), now: now.join(' and ') };
}
