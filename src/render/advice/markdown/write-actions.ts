import type { RootContent } from 'mdast';
import type { ActionItem } from '../../../advice/result.ts';
import { showFact } from '../../../report/names.ts';
import type { RenderContext } from '../../renderer.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { taskList, cite, code, listCodes, paragraph, type Piece, strong } from '../../../text/markdown.ts';
import type { DecisionRecord } from './decision-record.ts';

/** What to do, to be ticked off: the conditions of the verdict before everything else. */
export function writeActions(record: DecisionRecord, context: RenderContext): RootContent[] {
  const { actions, forms } = { actions: record.part.actions, forms: record.part.verdict.forms };
  if (actions.length === 0) return [paragraph('Nothing follows from what is known.')];
  const of = (level: ActionItem['level']) =>
    actions
      .filter((action) => action.level === level)
      .map((action) => writeAction(action, forms.length, record, context));
  const must = of('must');
  const should = of('should');
  return [
    ...(must.length === 0 ? [] : [paragraph('Conditions of the decision:'), taskList(must)]),
    ...(should.length === 0 ? [] : [paragraph('Recommended:'), taskList(should)]),
  ];
}

function writeAction(
  action: ActionItem,
  forms: number,
  { advice }: DecisionRecord,
  { rulebook }: RenderContext,
): Piece[] {
  const contradicted = action.contradictedBy.map(
    (fact) => `${showFact(rulebook, fact)} (${wordOrigin(fact, advice.workload.file)})`,
  );
  return [
    ...(action.level === 'must' ? [strong('must'), ' '] : ['should ']),
    `${action.title}. ${action.because} `,
    code(action.id),
    ...(forms > action.for.length && action.for.length > 0 ? [' for ', ...listCodes(action.for)] : []),
    ...cite(action.cites),
    ...(contradicted.length === 0
      ? []
      : [' ', strong('Contradicted by what was said'), `: ${contradicted.join('; ')}.`]),
  ];
}
