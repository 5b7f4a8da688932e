import type { RootContent } from 'mdast';
import type { Reason } from '../../advice/advice.ts';
import { showFact, showRemover } from '../name-things.ts';
import { describeChanges, showMarks } from '../show-marks.ts';
import type { RenderContext } from '../render-context.ts';
import { arrangeReasons } from '../report/arrange-reasons.ts';
import { wordOrigin } from '../report/word-origin.ts';
import { cite, code, list, paragraph, type Piece } from './nodes.ts';
import type { DecisionRecord } from './decision-record.ts';

/** The reasons with all they rest on: for, against, and for `none` the sets that leave nothing. */
export function writeReasons(record: DecisionRecord, context: RenderContext): RootContent[] {
  const { part } = record;
  const groups = arrangeReasons(part, true).filter((group) => !group.ruling);
  const lead: Readonly<Record<string, string>> = { Why: 'Good', Against: 'Bad' };
  const items = groups.flatMap((group) =>
    group.reasons.map((reason) => {
      const word = part.verdict.headline === 'none' ? 'Bad' : (lead[group.title] ?? group.title);
      return writeReason(word, reason, record, context);
    }),
  );
  return [
    ...(items.length === 0 ? [paragraph('No reason speaks for or against it.')] : [list(items)]),
    ...(part.conflicts.length === 0
      ? []
      : [
          paragraph('Each of these leaves no placement at all:'),
          list(part.conflicts.map((set): Piece[] => [set.map(showRemover).join(' with ')])),
        ]),
    ...part.notes.map(({ rule, note }) => paragraph('Note: ', `${note} `, code(rule))),
  ];
}

function writeReason(
  word: string,
  reason: Reason,
  record: DecisionRecord,
  { rulebook }: RenderContext,
): Piece[] {
  const { file } = record.advice.workload;
  const said = reason.facts.filter(({ origin }) => origin !== 'presumed');
  const presumed = reason.facts.length - said.length;
  const facts = [
    ...said.map((fact) => `${showFact(rulebook, fact)} (${wordOrigin(fact, file)})`),
    ...(presumed === 0 ? [] : [presumed === 1 ? 'one presumption' : `${presumed} presumptions`]),
  ];
  return [
    `${word}: ${reason.because} (`,
    ...(reason.strength === null || reason.favours === null ? [] : [`${reason.strength}, `]),
    code(reason.rule),
    reason.marks === undefined ? ')' : `, ${showMarks(reason.marks)})`,
    ...cite(reason.cites),
    ...describeChanges(reason.marks).map((change) => ` Changed: ${change}`),
    ...(facts.length === 0 ? [] : [` Rests on ${facts.join('; ')}.`]),
    ...(reason.instead === undefined ? [] : [` Instead: ${reason.instead}`]),
    ...(reason.contested === undefined ? [] : [` Contested: ${reason.contested}`]),
  ];
}
