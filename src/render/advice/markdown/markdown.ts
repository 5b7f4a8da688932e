import type { Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { ActionItem, Advice, PartAdvice, Result } from '../../../advice/result.ts';
import { listCitations } from '../../../report/citations.ts';
import { showName } from '../../../report/names.ts';
import { showPlacements, wordHeadline } from '../../../report/verdict.ts';
import {
  code,
  footnote,
  heading,
  linkTo,
  paragraph,
  type Piece,
  strong,
  table,
} from '../../../text/markdown.ts';
import type { RenderContext, Renderer } from '../../renderer.ts';
import { titleRecord, writeRecord } from './write-record.ts';

/** The status of a decision record before anybody has signed it, as MADR 4 has it. */
const frontMatter = '---\nstatus: proposed\n---\n\n';

/**
 * A decision record in the form of MADR 4; of several workloads an overview and a record each. What
 * Markdown would take for marks is escaped, so that every name shows as typed.
 */
export const renderMarkdown: Renderer<Result> = (result, context) => {
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

/** One line a workload or part: what it came out as, how firmly, what must be done, what it hinges on. */
export function writeOverview(
  entries: readonly {
    readonly name: string;
    readonly part: PartAdvice;
    /** Of a system, those of all its parts. */
    readonly actions: readonly ActionItem[];
  }[],
  context: RenderContext,
): RootContent[] {
  const head = ['What', 'Headline', 'Status', 'Placement', 'Must be done', 'Hinges on'];
  const rows = entries.map(({ name, part, actions }): Piece[][] => [
    [showName(name)],
    [wordHeadline(part.verdict)],
    [part.verdict.status],
    [showPlacements(part, context)],
    [String(actions.filter((action) => action.level === 'must').length)],
    listHinges(part).flatMap((fact, index) => [...(index === 0 ? [] : [', ']), code(fact)]),
  ]);
  return [table(head, rows)];
}

/** The facts that nobody stated and that could change the headline, each once. */
function listHinges(part: PartAdvice): string[] {
  return [...new Set(part.hinges.flatMap((flip) => flip.changes.map((change) => change.fact)))];
}
