import type { RootContent } from 'mdast';
import type { PartAdvice, Reason } from '../../../advice/result.ts';
import { describeChanges, showMarks } from '../../../report/marks.ts';
import { showFact, showRemover, titlePlacement } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { arrangeReasons } from '../../../report/reasons.ts';
import { cite, code, bulletList, listCodes, paragraph, type Piece, table } from '../../../text/markdown.ts';
import type { RenderContext } from '../../renderer.ts';
import type { DecisionRecord } from './decision-record.ts';

/** What decides: the votes by concern, and what is ruled out whatever the votes say. */
export function writeDrivers(part: PartAdvice, context: RenderContext): RootContent[] {
  return [...keyOfVotes(part, context), ...writeExclusions(part, context)];
}

function keyOfVotes({ votes }: PartAdvice, { rulebook }: RenderContext): RootContent[] {
  if (votes.length === 0) return [paragraph('No rule that fires votes for either side.')];
  const rows = votes.map((vote): Piece[][] => [
    [rulebook.concerns.find(({ id }) => id === vote.concern)?.title ?? vote.concern],
    [vote.vm ?? '–'],
    [vote.container ?? '–'],
    listCodes(vote.rules),
  ]);
  return [
    paragraph(
      'Each concern has one vote a kind, its strongest. Strong votes are compared first, then moderate, then slight; the first difference decides.',
    ),
    table(['Concern', 'For a VM', 'For a container', 'Rules'], rows),
  ];
}

function writeExclusions(part: PartAdvice, { rulebook }: RenderContext): RootContent[] {
  const unmet = arrangeReasons(part, true).flatMap((group) => group.unmet);
  const items = [
    ...part.reasons.rulingOut.map((reason): Piece[] => [
      `${reason.because} Rules out `,
      ...listCodes(reason.removes),
      ' by the rule ',
      code(reason.rule),
      '.',
      ...cite(reason.cites),
    ]),
    ...unmet.map(({ placement, facts }): Piece[] => [
      `${titlePlacement(rulebook, placement)}: what it needs is not there (${facts.map((fact) => showFact(rulebook, fact)).join(', ')}).`,
    ]),
  ];
  return items.length === 0 ? [] : [paragraph('Ruled out, whatever the votes say:'), bulletList(items)];
}

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
    ...(items.length === 0 ? [paragraph('No reason speaks for or against it.')] : [bulletList(items)]),
    ...(part.conflicts.length === 0
      ? []
      : [
          paragraph('Each of these leaves no placement at all:'),
          bulletList(part.conflicts.map((set): Piece[] => [set.map(showRemover).join(' with ')])),
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
