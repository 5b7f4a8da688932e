import type { FlipEntry, PartAdvice } from '../advice/advice.ts';
import { layOutEntry, wrapText } from './lay-out.ts';
import { showFactValue, showPresumer } from './name-things.ts';
import type { RenderContext } from './render-context.ts';
import { columns, renderMore, shown } from './text-sections.ts';

/** How far the headline can be trusted, in one sentence. */
export function renderStatus(part: PartAdvice, context: RenderContext): string[] {
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
  return wrapText(`${text}${doubt}`, context.width);
}

/** What would change the headline: answers, presumptions, and with --all everything else. */
export function renderFlips(part: PartAdvice, context: RenderContext): string[] {
  const some = context.all ? part.flips : part.flips.slice(0, shown + 2);
  const lines = some.flatMap((flip) => renderFlip(flip, context));
  const impossible = context.all ? part.impossible.flatMap((flip) => renderFlip(flip, context)) : [];
  return [
    ...(lines.length === 0 ? [] : ['', `  ${context.style.bold('It would change if')}`, ...lines]),
    ...renderMore(part.flips.length - some.length),
    ...(impossible.length === 0
      ? []
      : ['', `  ${context.style.bold('It would be impossible if')}`, ...impossible]),
  ];
}

function renderFlip(flip: FlipEntry, context: RenderContext): string[] {
  const changes = flip.changes.map(({ fact, values }) => {
    const name = context.rulebook.facts.find((each) => each.id === fact)?.name ?? fact;
    return `${name}: ${values.join(' or ')}`;
  });
  const now = flip.changes.map(({ fact, now: value, origin }) => {
    if (origin === 'unknown') return 'not said';
    if (origin === 'presumed')
      return `presumed ${showFactValue(context.rulebook, fact, value)}${showPresumer(context.rulebook, fact)}`;
    return `now ${showFactValue(context.rulebook, fact, value)}`;
  });
  return layOutEntry(
    flip.headline,
    changes.join(' and '),
    context.style.dim(now.join(' and ')),
    context.width,
    columns,
  );
}
