import type { RootContent } from 'mdast';
import type { Advice, Result } from '../../../advice/result.ts';
import { listCited, wordArticle, wordCitation } from '../../../report/citations.ts';
import { createNames, type NameIndex } from '../../../report/names.ts';
import {
  listReportParts,
  type OverviewRow,
  viewOverview,
  viewParts,
  wordWorkload,
} from '../../../report/part.ts';
import { splitExplained, wordResultsTitle, viewUnread } from '../../../report/remarks.ts';
import { viewVerdict } from '../../../report/verdict.ts';
import {
  code,
  footnote,
  heading,
  linkTo,
  paragraph,
  type Piece,
  strong,
  table,
  writeMarkdown,
} from '../../../text/markdown.ts';
import type { Renderer } from '../../renderer.ts';
import { writeRecord, writeTitle } from './write-record.ts';

/** The status of a decision record before anybody has signed it, as MADR 4 has it. */
const frontMatter = '---\nstatus: proposed\n---\n\n';

/** A decision record in the form of MADR 4; of several workloads an overview and a record each. */
export const renderMarkdown: Renderer<Result> = (result, { rulebook }) => {
  const names = createNames(rulebook);
  const [title, ...body] = writeBody(result, names);
  const children = [
    ...(title === undefined ? [] : [title]),
    ...viewUnread(result.unread).map(({ lead, file, because }) =>
      paragraph(strong(lead), ': ', code(file), ` ${because}`),
    ),
    ...body,
    ...writeFootnotes(listCited(result), names),
  ];
  const text = writeMarkdown(children, { rule: '-', resourceLink: false, tablePipeAlign: true });
  return `${frontMatter}${text}`;
};

/** The record of one workload as a part of another document, with what its footnotes say. */
export function writeDecision(advice: Advice, result: Result, names: NameIndex): RootContent[] {
  const own = { ...result, results: [advice] };
  return [...writeAdvice(advice, own, names, 3), ...writeFootnotes(listCited(own), names)];
}

/** What each citation says, as footnotes; which article is meant, once before them. */
function writeFootnotes(ids: readonly string[], names: NameIndex): RootContent[] {
  const article = wordArticle(names, ids);
  return [
    ...(article === undefined ? [] : [paragraph(article)]),
    ...ids.map((cited) => {
      const { id, text, address } = wordCitation(names, cited);
      return footnote(id, `${id}: ${text}`, ...(address === undefined ? [] : [', ', linkTo(address)]));
    }),
  ];
}

function writeBody(result: Result, names: NameIndex): RootContent[] {
  const { results } = result;
  const [first, second] = results;
  if (first !== undefined && second === undefined) return writeAdvice(first, result, names, 1);
  return [
    heading(1, wordResultsTitle(results)),
    writeOverview(viewOverview(results, names)),
    ...results.flatMap((advice) => writeAdvice(advice, result, names, 2)),
  ];
}

/** The record of one workload; of a system, what its parts make together and a record each. */
function writeAdvice(advice: Advice, result: Result, names: NameIndex, depth: number): RootContent[] {
  const { components, verdict } = advice;
  const below = components.length === 0 ? depth : depth + 1;
  const records = listReportParts(advice, names, true).flatMap((about) =>
    writeRecord({ advice, about, result, depth: below }),
  );
  if (components.length === 0) return records;
  return [
    heading(depth, writeTitle(wordWorkload(advice), viewVerdict({ part: advice, names }))),
    ...(verdict.headline === 'split' ? [paragraph(`Split: ${splitExplained}`)] : []),
    writeOverview(viewParts(advice, names)),
    ...records,
  ];
}

/** One line a workload or part: where it goes and why, how sure that is, what must be done. */
function writeOverview(rows: readonly OverviewRow[]): RootContent {
  const head = ['What', 'Headline', 'Placement', 'Because', 'How sure', 'Must be done'];
  return table(
    head,
    rows.map(({ name, verdict, because, scale, musts }): Piece[][] => [
      [name],
      [verdict.words],
      [verdict.placements],
      [because],
      [scale],
      [String(musts)],
    ]),
  );
}
