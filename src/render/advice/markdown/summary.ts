import type { RootContent } from 'mdast';
import type { Advice, Result } from '../../../advice/result.ts';
import { viewDrift, wordRulebookChange } from '../../../report/drift.ts';
import { wordIncomplete, wordTripped } from '../../../report/gates.ts';
import { listRulebooks } from '../../../report/judge.ts';
import { createNames, type NameIndex, startSentence } from '../../../report/names.ts';
import { type OverviewRow, viewOverview, viewParts, wordWorkload } from '../../../report/part.ts';
import { viewUnread } from '../../../report/remarks.ts';
import { wordCount, wordTotals } from '../../../report/totals.ts';
import { wordHeadline } from '../../../report/verdict.ts';
import {
  codeBlock,
  code,
  countBytes,
  fold,
  heading,
  paragraph,
  type Piece,
  strong,
  table,
  writeMarkdown,
} from '../../../text/markdown.ts';
import type { Renderer } from '../../renderer.ts';
import { writeDecision } from './markdown.ts';

/** GitHub takes 1 MiB of a step, and drops all of a summary that is larger: in bytes, with some to spare. */
const mostBytes = 1_000_000;
/** What the sections before the records may have of that, so that none leaves no room for the next. */
const shares = { rows: 400_000, unread: 50_000, tripped: 150_000, changes: 250_000 } as const;

/**
 * The summary of a job: where each workload belongs, which gates tripped, what changed; behind that the
 * decision records, folded, as many as there is room for. What has no room is counted.
 */
export const renderSummary: Renderer<Result> = (result, { rulebook }) => {
  const names = createNames(rulebook);
  const { results } = result;
  const front = [
    write([heading(2, wordTotals(result))]),
    writeRows(results, names),
    writeSection(
      'What was not assessed',
      viewUnread(result.unread).map(({ file, because }) => paragraph(code(file), ` ${because}`)),
      shares.unread,
    ),
    writeSection(
      'What tripped',
      [...results.flatMap((advice) => writeTripped(advice, result, names)), ...writeIncomplete(result)],
      shares.tripped,
    ),
    writeSection(
      'What changed',
      results.flatMap((advice) => writeChanges(advice, names)),
      shares.changes,
    ),
    write(
      [wordRulebookChange(result), ...listRulebooks(result, '', false)].flatMap((line) =>
        line === undefined ? [] : [paragraph(`${startSentence(line)}.`)],
      ),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n');
  const records = results.map((advice) => () => write(writeFolded(advice, result, names)));
  return `${front}${joinFitting(records, mostBytes - countBytes(front), 'record')}`;
};

function write(children: readonly RootContent[]): string {
  return children.length === 0 ? '' : writeMarkdown(children, { tablePipeAlign: false });
}

/** As many texts as fit, each behind an empty line, and how many do not; no text is made after the first that does not. */
function joinFitting(texts: readonly (() => string)[], most: number, noun: string): string {
  let left = most;
  const kept: string[] = [];
  for (const make of texts) {
    const text = `\n${make()}`;
    left -= countBytes(text);
    if (left < 0) break;
    kept.push(text);
  }
  const more = texts.length - kept.length;
  const rest =
    more === 0
      ? ''
      : `\n${write([paragraph(`${wordCount(more, noun)} more, for which there is no room here.`)])}`;
  return `${kept.join('')}${rest}`;
}

function writeSection(title: string, entries: readonly RootContent[], most: number): string {
  if (entries.length === 0) return '';
  const texts = entries.map((entry) => () => write([entry]));
  return `${write([heading(3, title)])}${joinFitting(texts, most, 'entry')}`;
}

/** A table of workloads and their parts. Those that tripped or changed come first, as not all rows may fit. */
function writeRows(results: readonly Advice[], names: NameIndex): string {
  const overview = viewOverview(results, names);
  const entries = results.flatMap((advice, index) => {
    const row = overview[index];
    if (row === undefined) return [];
    const drifted = advice.drift?.drifted === true;
    const parts = advice.components.length === 0 ? [] : viewParts(advice, names);
    const rows = [
      writeRow(row, row.name, [
        row.tripped ? '✗' : '',
        drifted ? 'changed' : '',
        row.waivings.length > 0 ? 'waiver' : '',
      ]),
      ...parts.map((part) => writeRow(part, `${row.name}: ${part.name}`, [])),
    ];
    return [{ rows, urgent: row.tripped || drifted }];
  });
  let left: number = shares.rows;
  const sorted = entries.toSorted((a, b) => Number(b.urgent) - Number(a.urgent));
  const fitting = sorted.filter(({ rows }) => (left -= countBytes(write([table([], rows)]))) >= 0);
  const more = sorted.length - fitting.length;
  return write([
    table(
      ['', 'Workload', 'Headline', 'Placement', 'Because', 'How sure', 'Must be done'],
      fitting.flatMap(({ rows }) => rows),
    ),
    ...(more === 0
      ? []
      : [paragraph(`${wordCount(more, 'workload')} more, for which there is no room here.`)]),
  ]);
}

function writeRow(
  { verdict, because, scale, musts }: OverviewRow,
  name: string,
  marks: readonly string[],
): Piece[][] {
  return [
    [marks.filter((mark) => mark !== '').join(' ')],
    [name],
    [wordHeadline(verdict)],
    [verdict.placements],
    [because],
    [scale],
    [musts === 0 ? '' : String(musts)],
  ];
}

function writeTripped(advice: Advice, result: Result, names: NameIndex): RootContent[] {
  return advice.gates
    .filter(({ passed }) => !passed)
    .map((gate) => paragraph(strong(wordWorkload(advice)), `: ${wordTripped(gate, advice, result, names)}.`));
}

function writeIncomplete(result: Result): RootContent[] {
  const message = wordIncomplete(result);
  return message === undefined ? [] : [paragraph(`${message}.`)];
}

/** What was and what is, in the lines of a diff, which GitHub colours. */
function writeChanges(advice: Advice, names: NameIndex): RootContent[] {
  const { drift, workload } = advice;
  if (drift?.drifted !== true) return [];
  const parts = viewDrift(drift, { names, file: workload.file });
  return parts.map(({ part, decision, facts, others }) => {
    const name = [wordWorkload(advice), part].filter((word) => word !== '').join(': ');
    const lines = [...decision, ...facts, ...others].map(({ sign, text }) => `${sign} ${text}`);
    return codeBlock('diff', [`  ${name}`, ...lines].join('\n'));
  });
}

function writeFolded(advice: Advice, result: Result, names: NameIndex): RootContent[] {
  const title = `${wordWorkload(advice)} → ${wordHeadline(advice.verdict)}`;
  return fold(title, ...writeDecision(advice, result, names));
}
