import type { RootContent } from 'mdast';
import type { ActionItem } from '../../../advice/result.ts';
import { contradicted, listOnlyFor, listTold } from '../../../report/actions.ts';
import { baselineTitle, isTold, listBaseline, onlyBaseline } from '../../../report/baseline.ts';
import { wordHolders } from '../../../report/front.ts';
import { type ReportPart, startSentence, wordFact } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { viewShown } from '../../../report/shown.ts';
import {
  taskList,
  cite,
  code,
  heading,
  listCodes,
  paragraph,
  type Piece,
  strong,
} from '../../../text/markdown.ts';

/** What to do of this one, to be ticked off: the conditions of the verdict before everything else. */
export function writeTasks(about: ReportPart): RootContent[] {
  const all = listTold(about.part);
  const actions = all.filter((action) => isTold(action, about));
  if (all.length === 0) return [paragraph('Nothing follows from what is known.')];
  if (actions.length === 0) return [paragraph(`${onlyBaseline} ${baselineBelow}`)];
  const own = actions.map((action): Task => ({ action, pieces: writeAction(action, about) }));
  return [...writeLevels(own), ...(actions.length < all.length ? [paragraph(baselineBelow)] : [])];
}

const baselineBelow = 'The baseline is told once, below.';

/** What is to be done of any program there, once for all the things that it holds for. */
export function writeBaseline(parts: readonly ReportPart[], depth: number): RootContent[] {
  const items = listBaseline(parts);
  const all = parts.map(({ name }) => name);
  const tasks = items.flatMap(({ action, holders }): Task[] => {
    const [about] = holders;
    if (about === undefined) return [];
    const of = holders.map(({ name }) => name);
    const pieces = writeAction(action, about);
    return [{ action, pieces: all.length === 1 ? pieces : [...pieces, ` · ${wordHolders(of, all)}`] }];
  });
  return tasks.length === 0 ? [] : [heading(depth, baselineTitle), ...writeLevels(tasks)];
}

interface Task {
  readonly action: ActionItem;
  readonly pieces: Piece[];
}

function writeLevels(tasks: readonly Task[]): RootContent[] {
  const write = (title: string, level: ActionItem['level']) => {
    const some = tasks.filter(({ action }) => action.level === level);
    return some.length === 0
      ? []
      : [
          paragraph(title),
          taskList(
            some.map(({ pieces }) => pieces),
            some.map(({ action }) => action.shown?.is === 'done'),
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
