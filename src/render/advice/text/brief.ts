import { type BriefReason, type BriefView, viewBrief } from '../../../report/brief.ts';
import type { NameIndex, ReportPart } from '../../../report/names.ts';
import { viewFlip, viewVerdict } from '../../../report/verdict.ts';
import type { FlipEntry } from '../../../advice/result.ts';
import { type Block, bold, dim, entry, flow } from '../../../text/lines.ts';
import { renderAction, renderNotes } from './actions.ts';
import { titled } from './sections.ts';

/** The columns of an entry where every line counts. */
export const narrow = { label: 2, text: 12 };

/** How many values of a fact are named where a change of it is told. */
const mostValues = 2;

/** The advice on one thing to place as one screen: what to do, how sure, why, what next. */
export function renderBrief(about: ReportPart): Block[] {
  const brief = viewBrief(about);
  const { runnerUp } = viewVerdict(about);
  return [
    flow(bold(brief.recommendation)),
    flow(brief.trust),
    ...titled('Why', [...brief.reasons, ...brief.against].map(renderReason), brief.moreReasons),
    ...[brief.impossible, brief.considered]
      .filter((text) => text !== '')
      .map((text) => flow(dim(text), narrow.label)),
    ...titled(
      'Do',
      brief.actions.length > 0
        ? brief.actions.flatMap((action) => renderAction(action, about, narrow))
        : baseline(brief),
      brief.actions.length > 0 ? brief.moreActions : '',
    ),
    ...renderNotes(about),
    ...titled(
      'It would change if',
      brief.changes.map((flip) => renderChange(flip, about.names)),
      brief.moreChanges,
    ),
    ...(runnerUp === null || runnerUp.removers.length > 0
      ? []
      : [flow(`Runner-up: ${runnerUp.title}; ${runnerUp.takes}`)]),
  ];
}

function renderReason({ strength, because, lines }: BriefReason): Block {
  return entry(strength, because, dim(lines), narrow);
}

/**
 * A change of facts that changes the headline.
 * @param of the parts it holds for; empty where there is only one
 */
export function renderChange(flip: FlipEntry, names: NameIndex, of = ''): Block {
  const { headline, what, now } = viewFlip(flip, names, mostValues);
  return entry(headline, [of === '' ? '' : `${of}: `, what, dim(` (${now})`)], '', narrow);
}

/** Where nothing that was said calls for anything. */
function baseline({ moreActions }: BriefView): Block[] {
  return moreActions === '' ? [] : [flow(dim(moreActions), narrow.label)];
}
