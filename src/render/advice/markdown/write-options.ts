import { noOptionLeft } from '../../../report/verdict.ts';
import type { RootContent } from 'mdast';
import type { PartAdvice } from '../../../advice/result.ts';
import { type DecisionPoint, viewDecisionTable } from '../../../report/decision-table.ts';
import {
  type ReportPart,
  startSentence,
  wordIsolation,
  wordPlacement,
  wordRemover,
} from '../../../report/names.ts';
import { fates, noVote, type PlacementEntry, wordRole } from '../../../report/placements.ts';
import { viewVerdict } from '../../../report/verdict.ts';
import { code, bulletList, paragraph, type Piece, strong, table } from '../../../text/markdown.ts';
import type { DecisionRecord } from './decision-record.ts';

/** Every placement with what became of it. */
export function writeConsidered({ part, names }: ReportPart): RootContent[] {
  return [
    bulletList(
      part.placements.map((placement): Piece[] => [
        strong(wordPlacement(names, placement.id)),
        ' (',
        code(placement.id),
        `, isolation: ${wordIsolation(placement.isolation)}): ${wordFate(part, placement)}`,
      ]),
    ),
  ];
}

function wordFate(part: PartAdvice, { id, survives, removedBy, mightBeRemovedBy }: PlacementEntry): string {
  const role = wordRole(part, id);
  const fate = {
    yes: role === '' ? fates.yes : '',
    open: `possible only with what is not known (${mightBeRemovedBy.map(wordRemover).join(', ')})`,
    no: `${fates.no}: ${removedBy.map(wordRemover).join(', ')}`,
  }[survives];
  return [role, fate].filter((word) => word !== '').join('; ');
}

/** What speaks for the options worth weighing, side by side: the choice, the best of the other kind, the next form. */
export function writeOptions({ about }: DecisionRecord): RootContent[] {
  const { headline, runnerUp } = viewVerdict(about);
  if (headline === 'none') return [paragraph(`${noOptionLeft} to weigh.`)];
  const { columns, rows } = viewDecisionTable(about);
  const options = columns.map(({ placement, role, title, out }): Piece[] => {
    const takes = runnerUp?.id === placement ? ` ${startSentence(runnerUp.takes)}.` : '';
    return [
      `${role}${out ? ', ruled out' : ''}: `,
      strong(title),
      `. ${about.names.placements(placement)?.is ?? ''}${takes}`,
    ];
  });
  return [
    bulletList(options),
    ...(rows.length === 0
      ? [paragraph('No rule speaks for or against any of them.')]
      : [
          table(
            ['Concern', ...columns.map(({ title }) => title)],
            rows.map(({ title, cells }): Piece[][] => [[title], ...cells.map(writeCell)]),
          ),
        ]),
  ];
}

function writeCell(points: readonly DecisionPoint[]): Piece[] {
  if (points.length === 0) return [noVote];
  return points.flatMap(({ strength, rule, title }, index): Piece[] => [
    index === 0 ? '' : '; ',
    strong(strength),
    ` ${title} `,
    code(rule),
  ]);
}
