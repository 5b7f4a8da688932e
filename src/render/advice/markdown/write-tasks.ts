import type { RootContent } from 'mdast';
import type { ActionItem } from '../../../advice/result.ts';
import { contradicted, listOnlyFor, listTold } from '../../../report/actions.ts';
import { type ReportPart, startSentence, wordFact } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { viewShown } from '../../../report/shown.ts';
import { taskList, cite, code, listCodes, paragraph, type Piece, strong } from '../../../text/markdown.ts';

/** What to do, to be ticked off: the conditions of the verdict before everything else. */
export function writeTasks(about: ReportPart): RootContent[] {
  const actions = listTold(about.part);
  if (actions.length === 0) return [paragraph('Nothing follows from what is known.')];
  const write = (title: string, level: ActionItem['level']) => {
    const some = actions.filter((action) => action.level === level);
    return some.length === 0
      ? []
      : [
          paragraph(title),
          taskList(
            some.map((action) => writeAction(action, about)),
            some.map(({ shown }) => shown?.is === 'done'),
          ),
        ];
  };
  return [...write('Conditions of the decision:', 'must'), ...write('Recommended:', 'should')];
}

function writeAction(action: ActionItem, about: ReportPart): Piece[] {
  const { part, names, file } = about;
  const { level, title, because, id, cites } = action;
  const only = listOnlyFor(action, part);
  const shown = viewShown(action, about);
  const said = action.contradictedBy.map((fact) => `${wordFact(names, fact)} (${wordOrigin(fact, file)})`);
  return [
    ...(level === 'must' ? [strong('must'), ' '] : ['should ']),
    `${title}. ${because} `,
    code(id),
    ...(only.length === 0 ? [] : [' for ', ...listCodes(only)]),
    ...cite(cites),
    ...(said.length === 0 ? [] : [' ', strong(startSentence(contradicted)), `: ${said.join('; ')}.`]),
    ...(shown === null
      ? []
      : [
          ' ',
          ...(shown.is === 'against'
            ? [strong(startSentence(shown.text)), '.']
            : [`${startSentence(shown.text)}.`]),
        ]),
  ];
}
