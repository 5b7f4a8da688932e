import type { Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Advice, Result } from '../advice/advice.ts';
import { showName } from './name-things.ts';
import { code, footnote, heading, linkTo, paragraph, strong } from './markdown/nodes.ts';
import { writeOverview } from './markdown/write-overview.ts';
import { titleRecord, writeRecord } from './markdown/write-record.ts';
import type { RenderContext, Renderer } from './render-context.ts';
import { listCitations } from './report/list-citations.ts';

/** The status of a decision record before anybody has signed it, as MADR 4 has it. */
const frontMatter = '---\nstatus: proposed\n---\n\n';

/**
 * A decision record in the form of MADR 4; of several workloads an overview and a record each. What
 * Markdown would take for marks is escaped, so that every name shows as typed.
 */
export const renderMarkdown: Renderer = (result, context) => {
  const tree: Root = {
    type: 'root',
    children: [
      ...placeAfterTitle(writeBody(result, context), writeUnread(result)),
      ...writeFootnotes(result, context),
    ],
  };
  const text = toMarkdown(tree, {
    extensions: [gfmToMarkdown()],
    bullet: '-',
    rule: '-',
    resourceLink: false,
  });
  return `${frontMatter}${text}`;
};

/** Files that could not be used: the reader must know that something is missing. */
function writeUnread({ unread = [] }: Result): RootContent[] {
  return unread.map(({ file, problems }) =>
    paragraph(
      strong('Not assessed'),
      ': ',
      code(file),
      ` could not be used (${problems[0]?.message ?? ''}).`,
    ),
  );
}

function placeAfterTitle(body: readonly RootContent[], content: readonly RootContent[]): RootContent[] {
  return [...body.slice(0, 1), ...content, ...body.slice(1)];
}

function writeBody(result: Result, context: RenderContext): RootContent[] {
  const [first, second] = result.results;
  if (first !== undefined && second === undefined) return writeAdvice(first, result, context, 1);
  return [
    heading(1, `Where ${result.results.length} workloads belong`),
    ...writeOverview(
      result.results.map((advice) => ({
        name: advice.workload.name,
        part: advice,
        actions: [advice, ...advice.components].flatMap(({ actions }) => actions),
      })),
      context,
    ),
    ...result.results.flatMap((advice) => writeAdvice(advice, result, context, 2)),
  ];
}

/** The record of one workload; of a system, what its parts make together and a record each. */
function writeAdvice(advice: Advice, result: Result, context: RenderContext, depth: number): RootContent[] {
  const name = showName(advice.workload.name);
  if (advice.components.length === 0)
    return writeRecord({ advice, part: advice, name, result, depth }, context);
  return [
    heading(depth, titleRecord(advice, name, context)),
    ...(advice.verdict.headline === 'split'
      ? [
          paragraph(
            'Split: some of its parts belong in VMs and others in containers. Each part is placed by itself, and they meet over the network.',
          ),
        ]
      : []),
    ...writeOverview(
      advice.components.map((component) => ({
        name: component.name,
        part: component,
        actions: component.actions,
      })),
      context,
    ),
    ...advice.components.flatMap((component) =>
      writeRecord(
        { advice, part: component, name: showName(component.name), result, depth: depth + 1 },
        context,
      ),
    ),
  ];
}

function writeFootnotes(result: Result, { rulebook }: RenderContext): RootContent[] {
  return listCitations(result, rulebook).map(({ id, text, address }) =>
    footnote(id, `${id}: ${text}`, ...(address === undefined ? [] : [', ', linkTo(address)])),
  );
}
