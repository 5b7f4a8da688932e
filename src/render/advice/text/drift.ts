import type { Advice, Result } from '../../../advice/result.ts';
import { type ChangedLine, type DriftView, viewDrift, wordRulebookChange } from '../../../report/drift.ts';
import type { Wording } from '../../../report/names.ts';
import { type Block, bold, flow, line } from '../../../text/lines.ts';
import { renderMore, section, shown } from './sections.ts';

/** How the decision differs from the recorded one, and what made the difference. */
export function renderDrift({ drift }: Advice, result: Result, wording: Wording): Block[] {
  if (drift?.drifted !== true) return [];
  const change = wordRulebookChange(result);
  const parts = viewDrift(drift, wording);
  const causes = parts.flatMap((part) => renderCauses(part, wording.all));
  return [
    ...section('Drifted', parts.flatMap(renderDecision)),
    ...section('Because of', [...causes, ...(change === undefined ? [] : [flow(change, 4)])]),
  ];
}

function renderDecision({ part, decision }: DriftView): Block[] {
  return [...(part === '' ? [] : [line(bold(part), 4)]), ...decision.map(renderChanged)];
}

function renderCauses({ facts, others }: DriftView, all: boolean): Block[] {
  const some = all ? facts : facts.slice(0, 4 * shown);
  return [
    ...some.map(renderChanged),
    ...renderMore((facts.length - some.length) / 2),
    ...others.map(renderChanged),
  ];
}

function renderChanged({ sign, text }: ChangedLine): Block {
  return flow(`${sign} ${text}`, 4);
}
