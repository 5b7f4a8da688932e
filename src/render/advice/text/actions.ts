import type { ActionItem, PartAdvice } from '../../../advice/result.ts';
import { layOutEntry, wrapText } from '../../../text/lines.ts';
import { showFact, showOrigins } from '../../../report/names.ts';
import type { RenderContext } from '../../renderer.ts';
import { joinRemark, showMarks } from '../../../report/marks.ts';
import { columns, renderMore, shown, withoutStop } from './sections.ts';

/** What to do once placed; the conditions of the verdict are never kept back. */
export function renderActions(part: PartAdvice, file: string, context: RenderContext): string[] {
  if (part.actions.length === 0) return [];
  const some = context.all
    ? part.actions
    : part.actions.slice(
        0,
        Math.max(shown + 1, part.actions.filter((action) => action.level === 'must').length),
      );
  const lines = some.flatMap((action) => {
    const contradicted = action.contradictedBy.map(
      (fact) => `${showFact(context.rulebook, fact)}, ${showOrigins([fact], file)}`,
    );
    return [
      ...layOutEntry(
        action.level,
        action.title,
        context.style.dim(showActionId(action, part)),
        context.width,
        columns,
      ),
      ...(contradicted.length === 0
        ? []
        : wrapText(
            context.style.warn(`contradicted by what was said: ${contradicted.join(' · ')}`),
            context.width,
            columns.text,
          )),
      ...(context.all
        ? wrapText(
            context.style.dim(`${action.because} Cites: ${action.cites.join(', ')}`),
            context.width,
            columns.text,
          )
        : []),
    ];
  });
  return ['', `  ${context.style.bold('Do')}`, ...lines, ...renderMore(part.actions.length - some.length)];
}

/** Beside two forms an action says which of them it is for. */
function showActionId(action: ActionItem, part: PartAdvice): string {
  const forms = part.verdict.forms.length > action.for.length ? action.for.join(', ') : '';
  return joinRemark(action.id, showMarks(action.marks), forms);
}

/** What rules say beside their votes. */
export function renderNotes(part: PartAdvice, context: RenderContext): string[] {
  return part.notes.flatMap(({ rule, note }) => [
    '',
    ...layOutEntry('Note', withoutStop(note), context.style.dim(rule), context.width, { label: 2, text: 8 }),
  ]);
}
