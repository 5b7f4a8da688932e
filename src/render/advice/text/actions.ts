import type { ActionItem } from '../../../advice/result.ts';
import { contradicted, listOnlyFor, listTold } from '../../../report/actions.ts';
import { wordCited } from '../../../report/citations.ts';
import { joinRemark, wordMarks } from '../../../report/marks.ts';
import { type ReportPart, withoutStop, wordFact } from '../../../report/names.ts';
import { wordLines } from '../../../report/origins.ts';
import { viewShown } from '../../../report/shown.ts';
import { type Block, type Columns, dim, entry, line, flow, warn } from '../../../text/lines.ts';
import { columns, renderMore, section, shown } from './sections.ts';

/** What to do once placed; the conditions of the verdict are never kept back. */
export function renderActions(about: ReportPart): Block[] {
  const actions = listTold(about.part);
  const musts = actions.findLastIndex(({ level }) => level === 'must') + 1;
  const some = about.all ? actions : actions.slice(0, Math.max(shown + 1, musts));
  return [
    ...section(
      'Do',
      some.flatMap((action) => renderAction(action, about)),
    ),
    ...renderMore(actions.length - some.length),
  ];
}

/**
 * An action, with its id only where everything is told.
 * @param at where its level and its text stand
 * @param holders the parts it holds for; empty where there is only one
 */
export function renderAction(
  action: ActionItem,
  about: ReportPart,
  at: Columns = columns,
  holders = '',
): Block[] {
  const { part, names, file, all } = about;
  const { level, title, id, marks, because, cites, contradictedBy } = action;
  const remark = joinRemark(all ? id : '', wordMarks(marks), holders || listOnlyFor(action, part).join(', '));
  const said = contradictedBy.map((fact) => `${wordFact(names, fact)}, ${wordLines([fact], file)}`);
  return [
    entry(level, title, dim(remark), at),
    ...(said.length === 0 ? [] : [flow(warn(`${contradicted}: ${said.join(' · ')}`), at.text)]),
    ...renderShown(action, about, at),
    ...(all ? [flow(dim(`${because} Cites: ${wordCited(names, cites)}`), at.text)] : []),
  ];
}

/** What was seen of it; that nothing was, only where everything is told. */
function renderShown(action: ActionItem, about: ReportPart, at: Columns): Block[] {
  const shown = viewShown(action, about);
  if (shown === null || (!about.all && shown.is.startsWith('not-'))) return [];
  return [flow(shown.is === 'against' ? warn(shown.text) : dim(shown.text), at.text)];
}

/** What rules say beside their votes. */
export function renderNotes({ part }: ReportPart): Block[] {
  return part.notes.flatMap(({ rule, note }) => [
    line(''),
    entry('Note', withoutStop(note), dim(rule), { label: 2, text: 8 }),
  ]);
}
