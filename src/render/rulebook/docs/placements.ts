import type { RootContent } from 'mdast';
import type { Placement, Rulebook } from '../../../rulebook/rulebook.ts';
import { renderWhen } from './condition.ts';
import { keyedHeading, linkAll, linkCitations, writeMarks } from './links.ts';
import { code, type Inline, item, list, paragraph, strong } from '../../../text/markdown.ts';

/** The ways to run a workload, with what each needs, and what moving takes. */
export function writePlacements(rulebook: Rulebook): RootContent[] {
  return [
    keyedHeading(2, 'placements', 'Placements'),
    paragraph(
      'The ways to run a workload, in the order that breaks ties. Where what a placement needs is known to be missing it is out; where that is unknown it stays open.',
    ),
    ...rulebook.placements.flatMap((placement) => writePlacement(rulebook, placement)),
    ...writeGroups(rulebook),
    keyedHeading(3, 'moving', 'What moving takes'),
    paragraph('The first that holds is printed with the runner-up.'),
    ...(['container', 'vm'] as const).flatMap((kind) => [
      paragraph(kind === 'vm' ? 'Into a VM:' : 'Into a container:'),
      list(
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
    list([
      [`Kind: ${kind === 'vm' ? 'VM' : 'container'}; isolation: `, code(isolation)],
      needs === undefined ? item(['Needs nothing in particular']) : renderWhen(rulebook, ['Needs'], needs),
      ['Rests on: ', ...linkCitations(rulebook, cites)],
      ...writeMarks(placement.marks),
    ]),
  ];
}

function writeGroups({ placementGroups }: Rulebook): RootContent[] {
  const groups = Object.entries(placementGroups);
  if (groups.length === 0) return [];
  const lines = groups.map(([name, members]): Inline => [code(name), ': ', ...linkAll('placement', members)]);
  return [keyedHeading(3, 'groups', 'Groups of placements'), list(lines)];
}
