import { type BriefReason, type BriefView, viewBrief } from '../../../report/brief.ts';
import type { ReportPart } from '../../../report/names.ts';
import { viewVerdict } from '../../../report/verdict.ts';
import { type Block, bold, dim, entry, flow } from '../../../text/lines.ts';
import { renderAction, renderNotes } from './actions.ts';
import { renderFlip } from './flips.ts';
import { columns, section } from './sections.ts';

/** The advice on one thing to place as one screen: what to do, how sure, why, what next. */
export function renderBrief(about: ReportPart): Block[] {
  const brief = viewBrief(about);
  const { runnerUp } = viewVerdict(about);
  return [
    flow(bold(brief.recommendation)),
    flow(brief.trust),
    ...section('Why', brief.reasons.map(renderReason), brief.moreReasons),
    ...section('Against', brief.against.map(renderReason)),
    ...[brief.impossible, brief.considered]
      .filter((text) => text !== '')
      .map((text) => flow(dim(text), columns.label)),
    ...section(
      'Do',
      brief.actions.length > 0
        ? brief.actions.flatMap((action) => renderAction(action, about))
        : baseline(brief),
      brief.actions.length > 0 ? brief.moreActions : '',
    ),
    ...renderNotes(about),
    ...section(
      'It would change if',
      brief.changes.map((flip) => renderFlip(flip, about.names)),
      brief.moreChanges,
    ),
    ...(runnerUp === null || runnerUp.removers.length > 0
      ? []
      : [flow(`Runner-up: ${runnerUp.title}; ${runnerUp.takes}`, 2)]),
  ];
}

function renderReason({ strength, because, rests }: BriefReason): Block {
  return entry(strength, because, dim(rests), columns);
}

/** Where nothing that was said calls for anything. */
function baseline({ moreActions }: BriefView): Block[] {
  return moreActions === '' ? [] : [flow(dim(moreActions), columns.label)];
}
