import type { RootContent } from 'mdast';
import type { Advice, Result } from '../../../advice/result.ts';
import { listCited, wordArticle, wordCitation } from '../../../report/citations.ts';
import { createNames, type NameIndex } from '../../../report/names.ts';
import { listAllParts, listReportParts, wordMembers, wordWorkload } from '../../../report/part.ts';
import { viewUnread } from '../../../report/remarks.ts';
import { wordResultsTitle } from '../../../report/totals.ts';
import { viewVerdict } from '../../../report/verdict.ts';
import { code, footnote, heading, linkTo, paragraph, strong, writeMarkdown } from '../../../text/markdown.ts';
import type { Renderer } from '../../renderer.ts';
import { writeGates, writeJudge } from './write-more.ts';
import { writeFront, writeParts } from './write-front.ts';
import { writeBaseline } from './write-tasks.ts';
import { writeUnsaid } from './write-unsaid.ts';
import { writeRecord, writeTitle } from './write-record.ts';

/** What a decision record has before anybody has signed it, as MADR 4 has it. */
const frontMatter = '---\nstatus: proposed\ndate:\ndecision-makers:\n---\n\n';

/** A decision record in the form of MADR 4, page one before it; of several workloads and parts a record each. */
export const renderMarkdown: Renderer<Result> = (result, { rulebook }) => {
  const names = createNames(rulebook);
  const { results } = result;
  const [first, second] = results;
  const alone = second === undefined ? first : undefined;
  const title = alone === undefined ? wordResultsTitle(results) : writeAdviceTitle(alone, names);
  const children = [
    heading(1, title),
    ...viewUnread(result.unread).map(({ lead, file, because }) =>
      paragraph(strong(lead), ': ', code(file), ` ${because}`),
    ),
    ...writeFront(result, names),
    ...(alone === undefined
      ? results.flatMap((advice) => writeAdvice(advice, result, names, 2))
      : writeRecords(alone, result, names, 1)),
    ...writeForAll(result, names, alone?.components.length === 0 ? 3 : 2),
    ...writeFootnotes(listCited(result), names),
  ];
  const text = writeMarkdown(children, { rule: '-', resourceLink: false, tablePipeAlign: false });
  return `${frontMatter}${text}`;
};

/** The record of one workload as a part of another document, which has page one, with what its footnotes say. */
export function writeDecision(advice: Advice, result: Result, names: NameIndex): RootContent[] {
  const own = { ...result, results: [advice] };
  return [
    ...writeAdvice(advice, own, names, 3),
    ...writeForAll(own, names, 4),
    ...writeFootnotes(listCited(own), names),
  ];
}

/** What is told once for all things to place: the baseline, what nobody said of them, and what judged them. */
function writeForAll(result: Result, names: NameIndex, depth: number): RootContent[] {
  const parts = listAllParts(result.results, names);
  return [...writeBaseline(parts, depth), ...writeUnsaid(parts, names, depth), ...writeJudge(result, depth)];
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

/** The record of one workload with its title; of a system, what its parts make together and a record each. */
function writeAdvice(advice: Advice, result: Result, names: NameIndex, depth: number): RootContent[] {
  return [
    heading(depth, writeAdviceTitle(advice, names)),
    ...(advice.components.length === 0 ? [] : writeParts(advice, names)),
    ...writeRecords(advice, result, names, depth),
  ];
}

/** What stands below the title of a workload: its record, or one for each of its parts. */
function writeRecords(advice: Advice, result: Result, names: NameIndex, depth: number): RootContent[] {
  const { components } = advice;
  const parts = listReportParts(advice, names, false);
  const members = wordMembers(advice);
  if (components.length === 0)
    return [
      ...(members === undefined ? [] : [paragraph(members)]),
      ...parts.flatMap((about) => writeRecord({ advice, about, result, depth })),
    ];
  return [
    ...parts.flatMap((about) => [
      heading(depth + 1, writeTitle(about.name, viewVerdict(about))),
      ...writeRecord({ advice, about, result, depth: depth + 1 }),
    ]),
    ...writeGates(advice, result, names, depth + 1),
  ];
}

function writeAdviceTitle(advice: Advice, names: NameIndex): string {
  return writeTitle(wordWorkload(advice), viewVerdict({ part: advice, names }));
}
