import type { RootContent } from 'mdast';
import type { Advice, Result } from '../../../advice/result.ts';
import { considerTitle } from '../../../report/beside-headline.ts';
import { type BriefReason, viewBrief } from '../../../report/brief.ts';
import { type SharedPoint, viewFront } from '../../../report/front.ts';
import { listScaleWords } from '../../../report/glossary.ts';
import { signers, signOffColumns } from '../../../report/judge.ts';
import type { NameIndex, ReportPart } from '../../../report/names.ts';
import { listReportParts, type OverviewRow, viewOverview, viewParts } from '../../../report/part.ts';
import { splitExplained } from '../../../report/remarks.ts';
import { viewResultsOverview } from '../../../report/results-overview.ts';
import { wordTotals } from '../../../report/totals.ts';
import { viewVerdict } from '../../../report/verdict.ts';
import { labels } from '../../../report/vocabulary.ts';
import { bulletList, paragraph, type Piece, strong, table } from '../../../text/markdown.ts';
import { writeOverview } from '../../overview/overview-markdown.ts';

/** How many points of each list page one has; the rest stands with what it is about. */
const most = 10;

/** Page one: all that is needed to decide, and where to sign; what follows it is details. */
export function writeFront(result: Result, names: NameIndex): RootContent[] {
  const [only, second] = result.results;
  return [
    ...(only !== undefined && second === undefined ? writeOne(only, names) : writeSeveral(result, names)),
    paragraph(strong(`${labels.signOff}:`)),
    table(
      signOffColumns,
      signers.map((role): Piece[][] => [[role], [], [], []]),
    ),
  ];
}

function writeOne(advice: Advice, names: NameIndex): RootContent[] {
  const { recommendation, trust, conditions, open, presumed } = viewFront(advice, names);
  return [
    paragraph(strong('Recommended'), `: ${recommendation}`),
    ...(trust === '' ? [] : [paragraph(`${trust}.`)]),
    ...(advice.components.length === 0
      ? listReportParts(advice, names, false).flatMap(writeWhy)
      : [...writeParts(advice, names), ...writeWords(viewParts(advice, names))]),
    ...writePoints('Conditions', 'what must be done for this to hold', conditions),
    ...writePoints('Open', 'what nobody said', open),
    ...writePoints('Presumed', 'to be confirmed', presumed),
  ];
}

/** Each in a line, and what they come to together. */
function writeSeveral(result: Result, names: NameIndex): RootContent[] {
  const rows = viewOverview(result.results, names);
  const overview = viewResultsOverview(result, names);
  return [
    paragraph(`${wordTotals(result)}.`),
    writePlaces(rows),
    ...writeWords(rows),
    ...(overview === undefined ? [] : writeOverview(overview, overview.tables, 2, most)),
  ];
}

/** The parts of a system, and what it means that they go to different places. */
export function writeParts(advice: Advice, names: NameIndex): RootContent[] {
  const split = advice.verdict.headline === 'split' ? [paragraph(`Split: ${splitExplained}`)] : [];
  return [writePlaces(viewParts(advice, names)), ...split];
}

/** One line a workload or part: where it goes and why, how sure that is, how many conditions that has. */
function writePlaces(rows: readonly OverviewRow[]): RootContent {
  return table(
    ['What', 'Goes to', 'Because', 'How sure', 'Conditions'],
    rows.map(({ name, verdict, because, scale, musts }): Piece[][] => [
      [name],
      [strong(verdict.headline), verdict.placements === '' ? '' : `: ${verdict.placements}`],
      [because],
      [scale],
      [musts === 0 ? '' : String(musts)],
    ]),
  );
}

/** What the words in the table mean. */
function writeWords(rows: readonly OverviewRow[]): RootContent[] {
  const words = listScaleWords(rows.map(({ scale }) => scale));
  return words.length === 0
    ? []
    : [bulletList(words.map(({ word, means }): Piece[] => [strong(word), `: ${means}`]))];
}

/** Why, where there is only one thing to place and so no table that says it. */
function writeWhy(about: ReportPart): RootContent[] {
  const { consider, tell } = viewVerdict(about);
  if (tell.length > 0) return [];
  const { reasons, against, impossible } = viewBrief(about);
  return [
    ...consider.map(({ text }) => paragraph(strong(considerTitle), `: ${text}.`)),
    ...writeReasonList('Why', reasons),
    ...writeReasonList('Against it', against),
    ...(impossible === '' ? [] : [paragraph(`${impossible}.`)]),
  ];
}

function writeReasonList(title: string, reasons: readonly BriefReason[]): RootContent[] {
  if (reasons.length === 0) return [];
  const items = reasons.map(({ strength, because, rests }): Piece[] => [
    `${strength}: ${because} (${rests})`,
  ]);
  return [paragraph(strong(`${title}:`)), bulletList(items)];
}

function writePoints(title: string, explained: string, points: readonly SharedPoint[]): RootContent[] {
  if (points.length === 0) return [];
  const more = points.length - most;
  return [
    paragraph(strong(title), `, ${explained}:`),
    bulletList(
      points.slice(0, most).map(({ text, of }): Piece[] => [`${text}${of === '' ? '' : ` · ${of}`}`]),
    ),
    ...(more > 0 ? [paragraph(`And ${more} more in the details.`)] : []),
  ];
}
