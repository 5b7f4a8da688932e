import type { Advice, Result } from '../../../advice/result.ts';
import { type DriftView, viewDrift, wordRulebookChange } from '../../../report/drift.ts';
import type { Wording } from '../../../report/names.ts';
import { type Block, entry } from '../../../text/lines.ts';
import { columns, renderMore, section, shown } from './sections.ts';

/** How the decision differs from the recorded one, and what made the difference. */
export function renderDrift({ drift }: Advice, result: Result, wording: Wording): Block[] {
  if (drift?.drifted !== true) return [];
  const change = wordRulebookChange(result);
  return section('Drifted', [
    ...viewDrift(drift, wording).flatMap((part) => renderPartDrift(part, wording.all)),
    ...(change === undefined ? [] : [entry('', change, '', columns)]),
  ]);
}

function renderPartDrift({ lead, decision, facts, rules, placements }: DriftView, all: boolean): Block[] {
  const say = (label: string, text: string) => entry(label, text, '', columns);
  const some = all ? facts : facts.slice(0, 2 * shown);
  return [
    ...decision.map((text) => say('now', lead + text)),
    ...some.map((text) => say('fact', text)),
    ...renderMore(facts.length - some.length),
    ...rules.map((text) => say('rule', text)),
    ...placements.map((text) => say('place', text)),
  ];
}
