import { labels } from '../../../report/vocabulary.ts';
import type { RootContent } from 'mdast';
import type { Placement, Rulebook } from '../../../rulebook/rulebook.ts';
import { renderWhen } from './condition.ts';
import { keyedHeading, linkAll, linkCitations, writeMarks } from './links.ts';
import { code, type Inline, item, bulletList, paragraph, strong } from '../../../text/markdown.ts';

/** The ways to run a workload, with what each needs, and what moving takes. */
export function writePlacements(rulebook: Rulebook): RootContent[] {
  return [
    keyedHeading(2, 'placements', 'Placements'),
    paragraph(
      'The ways to run a workload, in the order that breaks ties. Where what a placement needs is known to be missing it is out; where that is unknown it stays open.',
    ),
    ...rulebook.placements.flatMap((placement) => writePlacement(rulebook, placement)),
    ...writeGroups(rulebook),
    ...writeOutside(rulebook),
    keyedHeading(3, 'moving', 'What moving takes'),
    paragraph('The first that holds is printed with the runner-up.'),
    ...(['container', 'vm'] as const).flatMap((kind) => [
      paragraph(kind === 'vm' ? 'Into a VM:' : 'Into a container:'),
      bulletList(
        rulebook.moving[kind].map(({ takes, when }) => renderWhen(rulebook, [strong(takes), ' if'], when)),
      ),
    ]),
  ];
}

function writePlacement(rulebook: Rulebook, placement: Placement): RootContent[] {
  const { id, kind, isolation, title, is, needs, cites } = placement;
  return [
    keyedHeading(3, `placement:${id}`, id),
    paragraph(strong(title), `. ${is}`),
    bulletList([
      [`Kind: ${kind === 'vm' ? 'VM' : 'container'}; isolation: `, code(isolation)],
      needs === undefined ? item(['Needs nothing in particular']) : renderWhen(rulebook, ['Needs'], needs),
      [`${labels.restsOn}: `, ...linkCitations(rulebook, cites)],
      ...writeMarks(placement.marks),
    ]),
  ];
}

function writeOutside(rulebook: Rulebook): RootContent[] {
  if (rulebook.outside.length === 0) return [];
  return [
    keyedHeading(3, 'outside', 'Outside the placements'),
    paragraph(
      'What is neither a VM nor a container. It is never the headline; where a rule says so, it is named first, as something to consider.',
    ),
    ...rulebook.outside.flatMap(({ id, title, is, cites, marks }) => [
      keyedHeading(4, `outside:${id}`, id),
      paragraph(strong(title), `. ${is}`),
      bulletList([
        ['Named by ', ...linkAll('rule', listConsidering(rulebook, id))],
        [`${labels.restsOn}: `, ...linkCitations(rulebook, cites)],
        ...writeMarks(marks),
      ]),
    ]),
  ];
}

function listConsidering({ rules }: Rulebook, id: string): string[] {
  return rules.filter(({ consider }) => consider === id).map((rule) => rule.id);
}

function writeGroups({ placementGroups }: Rulebook): RootContent[] {
  const groups = Object.entries(placementGroups);
  if (groups.length === 0) return [];
  const lines = groups.map(([name, members]): Inline => [code(name), ': ', ...linkAll('placement', members)]);
  return [keyedHeading(3, 'groups', 'Groups of placements'), bulletList(lines)];
}
