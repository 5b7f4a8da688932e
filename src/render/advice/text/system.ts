import type { Advice } from '../../../advice/result.ts';
import type { NameIndex } from '../../../report/names.ts';
import type { OverviewRow } from '../../../report/part.ts';
import { viewSystemBrief } from '../../../report/system-brief.ts';
import { type Block, dim, entry, flow, marked } from '../../../text/lines.ts';
import { renderAction } from './actions.ts';
import { narrow, renderChange } from './brief.ts';
import { titled } from './sections.ts';

/** The advice on a system of several parts as one screen: where each belongs and why, what to do, what next. */
export function renderSystem(advice: Advice, names: NameIndex): Block[] {
  const { parts, actions, moreActions, changes } = viewSystemBrief(advice, names);
  return [
    ...parts.flatMap(renderRow),
    ...titled(
      'Do',
      actions.flatMap(({ of, about, holders }) => renderAction(of, about, narrow, holders)),
      moreActions,
    ),
    ...titled(
      'It would change if',
      changes.map(({ of, holders }) => renderChange(of, names, holders)),
      '',
    ),
  ];
}

function renderRow({ name, verdict, scale, because }: OverviewRow): Block[] {
  const where = [verdict.placements, ...(verdict.leastBad === null ? [] : [verdict.leastBad])];
  const consider = verdict.consider.map(({ text }) => flow(`Consider first: ${text}`, narrow.label));
  return [
    flow([name, ' → ', marked(verdict.headline, verdict.words), ...where.map((text) => `  ${text}`)]),
    ...consider,
    entry('', because, dim(scale.toLowerCase()), { label: 0, text: narrow.label }),
  ];
}
