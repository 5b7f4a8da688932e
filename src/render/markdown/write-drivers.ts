import type { RootContent } from 'mdast';
import type { PartAdvice } from '../../advice/advice.ts';
import { showFact, titlePlacement } from '../name-things.ts';
import type { RenderContext } from '../render-context.ts';
import { arrangeReasons } from '../report/arrange-reasons.ts';
import { cite, code, list, listCodes, paragraph, type Piece, table } from './nodes.ts';

/** What decides: the votes by concern, and what is ruled out whatever the votes say. */
export function writeDrivers(part: PartAdvice, context: RenderContext): RootContent[] {
  return [...writeVotes(part, context), ...writeExclusions(part, context)];
}

function writeVotes({ votes }: PartAdvice, { rulebook }: RenderContext): RootContent[] {
  if (votes.length === 0) return [paragraph('No rule that fires votes for either side.')];
  const rows = votes.map((vote): Piece[][] => [
    [rulebook.concerns.find(({ id }) => id === vote.concern)?.title ?? vote.concern],
    [vote.vm ?? '–'],
    [vote.container ?? '–'],
    listCodes(vote.rules),
  ]);
  return [
    paragraph(
      'Each concern has one vote a kind, its strongest. Strong votes are compared first, then moderate, then slight; the first difference decides.',
    ),
    table(['Concern', 'For a VM', 'For a container', 'Rules'], rows),
  ];
}

function writeExclusions(part: PartAdvice, { rulebook }: RenderContext): RootContent[] {
  const unmet = arrangeReasons(part, true).flatMap((group) => group.unmet);
  const items = [
    ...part.reasons.rulingOut.map((reason): Piece[] => [
      `${reason.because} Rules out `,
      ...listCodes(reason.removes),
      ' by the rule ',
      code(reason.rule),
      '.',
      ...cite(reason.cites),
    ]),
    ...unmet.map(({ placement, facts }): Piece[] => [
      `${titlePlacement(rulebook, placement)}: what it needs is not there (${facts.map((fact) => showFact(rulebook, fact)).join(', ')}).`,
    ]),
  ];
  return items.length === 0 ? [] : [paragraph('Ruled out, whatever the votes say:'), list(items)];
}
