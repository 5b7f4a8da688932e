import type { FlipEntry, PartAdvice } from '../../advice/advice.ts';
import { layOutEntry, wrapText } from '../lay-out.ts';
import type { RenderContext } from '../render-context.ts';
import { wordFlip, wordStatus } from '../report/word-verdict.ts';
import { columns, renderMore, shown } from './sections.ts';

/** How far the headline can be trusted, in one sentence. */
export function renderStatus(part: PartAdvice, context: RenderContext): string[] {
  return wrapText(wordStatus(part), context.width);
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
  const { headline, what, now } = wordFlip(flip, context.rulebook);
  return layOutEntry(headline, what, context.style.dim(now), context.width, columns);
}
