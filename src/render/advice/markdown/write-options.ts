import { noOptionLeft } from '../../../report/verdict.ts';
import type { RootContent } from 'mdast';
import type { PartAdvice, Reason } from '../../../advice/result.ts';
import { type ReportPart, wordIsolation, wordPlacement, wordRemover } from '../../../report/names.ts';
import { fates, type PlacementEntry, wordRole } from '../../../report/placements.ts';
import { viewVerdict } from '../../../report/verdict.ts';
import { cite, code, heading, bulletList, paragraph, type Piece, strong } from '../../../text/markdown.ts';
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

/** Pros and cons of the options worth weighing: the best of each kind. */
export function writeOptions({ about, depth }: DecisionRecord): RootContent[] {
  const { reasons, placements } = about.part;
  const { headline, forms, runnerUp } = viewVerdict(about);
  if (headline === 'none') return [paragraph(`${noOptionLeft} to weigh.`)];
  const options = [...forms, ...(runnerUp === null ? [] : [runnerUp])];
  const votes = [...reasons.for, ...reasons.against];
  return options.flatMap(({ id, title, is }) => {
    const placement = placements.find((each) => each.id === id);
    const pros = votes.filter(({ favours }) => favours === placement?.kind);
    const cons = votes.filter(({ favours }) => favours !== null && favours !== placement?.kind);
    const suiting = reasons.form.filter(({ suits }) => suits.includes(id));
    const items = [
      ...[...suiting, ...pros].map((reason) => writePoint('Good', reason)),
      ...cons.map((reason) => writePoint('Bad', reason)),
      ...(placement?.removedBy ?? []).map((remover): Piece[] => [
        'Bad: it is ruled out by ',
        code(wordRemover(remover)),
      ]),
      ...(runnerUp?.id === id ? [[`Neutral: ${runnerUp.takes}`]] : []),
    ];
    return [
      heading(depth + 2, title),
      paragraph(is),
      ...(items.length === 0 ? [paragraph('No rule speaks for or against it.')] : [bulletList(items)]),
    ];
  });
}

function writePoint(word: string, { title, strength, rule, cites }: Reason): Piece[] {
  const tier = strength === null ? [] : [`${strength}, `];
  return [`${word}: ${title} (`, ...tier, code(rule), ')', ...cite(cites)];
}
