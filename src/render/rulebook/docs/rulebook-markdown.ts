import type { RootContent } from 'mdast';
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { Renderer } from '../../renderer.ts';
import { writeActions } from './actions.ts';
import { writeConditions } from './conditions.ts';
import { writeDifferences } from './differences.ts';
import { writeFacts, writeParams } from './facts.ts';
import { drawGraph } from './graph.ts';
import { keyedHeading, linkHere, resolveLinks } from './links.ts';
import { code, type Inline, item, bulletList, paragraph, writeMarkdown } from '../../../text/markdown.ts';
import { writePlacements } from './placements.ts';
import { writeRules } from './rules.ts';
import { writeClaims, writeCorrections, writeSources } from './sources.ts';

/**
 * A whole rulebook as one Markdown document, with links between everything that names another
 * thing. Equal rulebooks give equal bytes.
 * @param rulebook a checked rulebook
 */
export const renderDocs: Renderer<Rulebook> = (rulebook) => {
  const chapters = [
    ...writeDifferences(rulebook),
    ...writeRules(rulebook),
    ...writeConditions(rulebook),
    ...writeParams(rulebook),
    ...writeFacts(rulebook),
    ...writePlacements(rulebook),
    ...writeActions(rulebook),
    ...writeClaims(rulebook),
    ...writeCorrections(rulebook),
    ...writeSources(rulebook),
  ];
  const children = [
    ...writeOpening(rulebook),
    ...writeContents(chapters),
    ...writeGraph(rulebook),
    ...chapters,
  ];
  return writeMarkdown(children, { listItemIndent: 'one', tablePipeAlign: false }, resolveLinks);
};

function writeOpening(rulebook: Rulebook): RootContent[] {
  const { name, version, date, digest, rules, concerns, facts, placements, actions, sources } = rulebook;
  return [
    keyedHeading(1, 'top', `The rulebook ${name}`),
    paragraph(
      `Version ${version} of ${date} (${digest.slice(0, 8)}): ${count(rules, 'rule')} in ${count(concerns, 'concern')}, ${count(facts, 'fact')}, ${count(placements, 'placement')}, ${count(actions, 'action')}, ${count(sources, 'source')}.`,
    ),
    paragraph('Written by ', code('advise rules docs'), ' from the rulebook itself; change that, not this.'),
  ];
}

function count(list: readonly unknown[], noun: string): string {
  return `${list.length} ${noun}${list.length === 1 ? '' : 's'}`;
}

/** The chapters; below that of the rules its concerns, below that of the facts its groups. */
function writeContents(chapters: readonly RootContent[]): RootContent[] {
  const headings = chapters.flatMap((node) => (node.type === 'heading' && node.depth <= 3 ? [node] : []));
  const link = (node: (typeof headings)[number]): Inline => {
    const [first] = node.children;
    return [linkHere(node.data?.key ?? '', first?.type === 'text' ? first.value : '')];
  };
  const entries = headings.flatMap((node, index) => {
    if (node.depth !== 2) return [];
    const next = headings.findIndex((each, other) => other > index && each.depth === 2);
    const inner = headings.slice(index + 1, next === -1 ? undefined : next);
    const listed = inner.filter(({ data }) =>
      /^(layer|concern|contested|group|actions)\b/.test(data?.key ?? ''),
    );
    return [listed.length === 0 ? item(link(node)) : item(link(node), bulletList(listed.map(link)))];
  });
  const graph = item([linkHere('graph', 'How it hangs together')]);
  return [keyedHeading(2, 'contents', 'Contents'), bulletList([graph, ...entries])];
}

function writeGraph(rulebook: Rulebook): RootContent[] {
  return [
    keyedHeading(2, 'graph', 'How it hangs together'),
    paragraph(
      'Facts by group, the concerns that listen to them, and the kinds of placement they speak of. A thick line votes for a kind or suits one of its placements; a dotted line with a cross can rule out some or all of them.',
    ),
    { type: 'code', lang: 'mermaid', value: drawGraph(rulebook) },
  ];
}
