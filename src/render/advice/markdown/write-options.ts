import type { RootContent } from 'mdast';
import type { PartAdvice, Reason } from '../../../advice/result.ts';
import { showRemover, titlePlacement } from '../../../report/names.ts';
import type { RenderContext } from '../../renderer.ts';
import { moves } from '../../../report/verdict.ts';
import { cite, code, heading, bulletList, paragraph, type Piece, strong } from '../../../text/markdown.ts';
import type { DecisionRecord } from './decision-record.ts';

/** Every placement with what became of it. */
export function writeConsidered(part: PartAdvice, { rulebook }: RenderContext): RootContent[] {
  return [
    bulletList(
      part.placements.map((placement): Piece[] => [
        strong(titlePlacement(rulebook, placement.id)),
        ' (',
        code(placement.id),
        `, isolation: ${placement.isolation.replace('-', ' ')}): ${wordFate(part, placement)}`,
      ]),
    ),
  ];
}

type Placement = PartAdvice['placements'][number];

function wordFate({ verdict }: PartAdvice, placement: Placement): string {
  const role = verdict.forms.includes(placement.id)
    ? verdict.headline === 'either'
      ? 'best of its kind'
      : 'chosen'
    : verdict.runnerUp?.placement === placement.id
      ? 'runner-up'
      : '';
  const fate = {
    yes: role === '' ? 'possible' : '',
    open: `possible only with what is not known (${placement.mightBeRemovedBy.map(showRemover).join(', ')})`,
    no: `out: ${placement.removedBy.map(showRemover).join(', ')}`,
  }[placement.survives];
  return [role, fate].filter((word) => word !== '').join('; ');
}

/** Pros and cons of the options worth weighing: the best of each kind. */
export function writeOptions({ part, depth }: DecisionRecord, context: RenderContext): RootContent[] {
  const { forms, runnerUp, headline } = part.verdict;
  const options = [...forms, ...(runnerUp === null ? [] : [runnerUp.placement])];
  if (headline === 'none') return [paragraph('No option is left to weigh.')];
  return options.flatMap((id) => {
    const kind = part.placements.find((each) => each.id === id)?.kind;
    const votes = [...part.reasons.for, ...part.reasons.against];
    const pros = votes.filter((reason) => reason.favours === kind);
    const cons = votes.filter((reason) => reason.favours !== null && reason.favours !== kind);
    const suiting = part.reasons.form.filter((reason) => reason.suits.includes(id));
    const removers = part.placements.find((each) => each.id === id)?.removedBy ?? [];
    const items = [
      ...suiting.map((reason) => point('Good', reason)),
      ...pros.map((reason) => point('Good', reason)),
      ...cons.map((reason) => point('Bad', reason)),
      ...removers.map((remover): Piece[] => ['Bad: it is ruled out by ', code(showRemover(remover))]),
      ...(runnerUp?.placement === id ? [[`Neutral: ${moves[runnerUp.takes]}`]] : []),
    ];
    return [
      heading(depth + 2, titlePlacement(context.rulebook, id)),
      paragraph(context.rulebook.placements.find((each) => each.id === id)?.is ?? ''),
      ...(items.length === 0 ? [paragraph('No rule speaks for or against it.')] : [bulletList(items)]),
    ];
  });
}

function point(word: string, reason: Reason): Piece[] {
  const strength = reason.strength === null ? [] : [`${reason.strength}, `];
  return [`${word}: ${reason.title} (`, ...strength, code(reason.rule), ')', ...cite(reason.cites)];
}
