import { wordCounts } from '../../../report/remarks.ts';
import { labels } from '../../../report/vocabulary.ts';
import type { RootContent } from 'mdast';
import type { Reason } from '../../../advice/result.ts';
import { listChanges, wordMarks } from '../../../report/marks.ts';
import { type ReportPart, wordFact } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { kindTitles, noVote } from '../../../report/placements.ts';
import {
  formTitle,
  listReasons,
  listWeaker,
  viewConflicts,
  wordFacts,
  wordUnmetNeed,
} from '../../../report/reasons.ts';
import { cite, code, bulletList, listCodes, paragraph, type Piece, table } from '../../../text/markdown.ts';

/** What decides: the votes by concern, and what is ruled out whatever the votes say. */
export function writeDrivers(about: ReportPart): RootContent[] {
  return [...writeVotes(about), ...writeExclusions(about)];
}

function writeVotes({ part, names }: ReportPart): RootContent[] {
  if (part.votes.length === 0) return [paragraph('No rule that fires votes for either side.')];
  const rows = part.votes.map(({ concern, vm, container, rules }): Piece[][] => [
    [names.concerns(concern)?.title ?? concern],
    [vm ?? noVote],
    [container ?? noVote],
    listCodes(rules),
  ]);
  return [
    paragraph(`${wordCounts(part.counts)}.`),
    table(['Concern', kindTitles.vm, kindTitles.container, 'Rules'], rows),
  ];
}

function writeExclusions(about: ReportPart): RootContent[] {
  const { part, names } = about;
  const items = [
    ...part.reasons.rulingOut.map((reason): Piece[] => [
      `${reason.because} ${labels.rulesOut} `,
      ...listCodes(reason.removes),
      ' by the rule ',
      code(reason.rule),
      '.',
      ...cite(reason.cites),
    ]),
    ...listReasons(about)
      .flatMap(({ unmet }) => unmet)
      .map((need): Piece[] => [`${wordUnmetNeed(names, need)} (${wordFacts(names, need.facts, ', ')}).`]),
  ];
  return items.length === 0 ? [] : [paragraph('Ruled out, whatever the votes say:'), bulletList(items)];
}

/** The reasons with all they rest on: for, against, and for `none` the sets that leave nothing. */
export function writeReasons(about: ReportPart): RootContent[] {
  const { verdict, notes } = about.part;
  const lead: Readonly<Record<string, string>> = { Why: 'Good', Against: 'Bad' };
  const groups = listReasons(about).filter(({ title }) => title !== 'Ruling out');
  const told = new Set(groups.flatMap(({ reasons }) => reasons.map(({ rule }) => rule)));
  const items = groups.flatMap(({ title, reasons }) => {
    const word = verdict.headline === 'none' ? 'Bad' : (lead[title] ?? title);
    return reasons.map((reason) => {
      const weaker = listWeaker(about.part, reason).filter(({ rule }) => !told.has(rule));
      return writeReason(word, reason, weaker, about);
    });
  });
  const form = about.part.reasons.form.filter(({ rule }) => !told.has(rule));
  for (const reason of form) items.push(writeReason(formTitle, reason, [], about));
  const { title: setsTitle, sets } = viewConflicts(about);
  return [
    ...(items.length === 0 ? [paragraph('No reason speaks for or against it.')] : [bulletList(items)]),
    ...(sets.length === 0 ? [] : [paragraph(`${setsTitle}:`), bulletList(sets.map((set): Piece[] => [set]))]),
    ...notes.map(({ rule, note }) => paragraph('Note: ', `${note} `, code(rule))),
  ];
}

/** @param weaker what it stands for and that has no line of its own */
function writeReason(
  word: string,
  reason: Reason,
  weaker: readonly Reason[],
  { names, file }: ReportPart,
): Piece[] {
  const said = reason.facts.filter(({ origin }) => origin !== 'presumed');
  const presumed = reason.facts.length - said.length;
  const facts = [
    ...said.map((fact) => `${wordFact(names, fact)} (${wordOrigin(fact, file)})`),
    ...(presumed === 0 ? [] : [presumed === 1 ? 'one presumption' : `${presumed} presumptions`]),
  ];
  const marks = wordMarks(reason.marks);
  return [
    `${word}: ${reason.because} (`,
    ...(reason.strength === null || reason.favours === null ? [] : [`${reason.strength}, `]),
    code(reason.rule),
    marks === '' ? ')' : `, ${marks})`,
    ...cite(reason.cites),
    ...(weaker.length === 0
      ? []
      : [
          ' It stands for what is weaker: ',
          ...weaker.flatMap((each, index): Piece[] => [
            index === 0 ? '' : ', ',
            code(each.rule),
            ...cite(each.cites),
          ]),
          '.',
        ]),
    ...listChanges(reason.marks).map((change) => ` ${labels.changed}: ${change}`),
    ...(facts.length === 0 ? [] : [` ${labels.restsOn} ${facts.join('; ')}.`]),
    ...(reason.instead === undefined ? [] : [` ${labels.instead}: ${reason.instead}`]),
    ...(reason.contested === undefined ? [] : [` ${labels.contested}: ${reason.contested}`]),
  ];
}
