import type { ActionItem } from '../../../advice/result.ts';
import { contradicted, listOnlyFor } from '../../../report/actions.ts';
import { wordCited } from '../../../report/citations.ts';
import { joinRemark, wordMarks } from '../../../report/marks.ts';
import { type ReportPart, withoutStop, wordFact } from '../../../report/names.ts';
import { wordLines } from '../../../report/origins.ts';
import { type Block, dim, entry, line, flow, warn } from '../../../text/lines.ts';
import { columns, renderMore, section, shown } from './sections.ts';

/** What to do once placed; the conditions of the verdict are never kept back. */
export function renderActions(about: ReportPart): Block[] {
  const { actions } = about.part;
  const musts = actions.filter(({ level }) => level === 'must').length;
  const some = about.all ? actions : actions.slice(0, Math.max(shown + 1, musts));
  return [
    ...section(
      'Do',
      some.flatMap((action) => renderAction(action, about)),
    ),
    ...renderMore(actions.length - some.length),
  ];
}

/** An action, with its id only where everything is told. */
export function renderAction(action: ActionItem, { part, names, file, all }: ReportPart): Block[] {
  const { level, title, id, marks, because, cites, contradictedBy } = action;
  const remark = joinRemark(all ? id : '', wordMarks(marks), listOnlyFor(action, part).join(', '));
  const said = contradictedBy.map((fact) => `${wordFact(names, fact)}, ${wordLines([fact], file)}`);
  return [
    entry(level, title, dim(remark), columns),
    ...(said.length === 0 ? [] : [flow(warn(`${contradicted}: ${said.join(' · ')}`), columns.text)]),
    ...(all ? [flow(dim(`${because} Cites: ${wordCited(names, cites)}`), columns.text)] : []),
  ];
}

/** What rules say beside their votes. */
export function renderNotes({ part }: ReportPart): Block[] {
  return part.notes.flatMap(({ rule, note }) => [
    line(''),
    entry('Note', withoutStop(note), dim(rule), { label: 2, text: 8 }),
  ]);
}
