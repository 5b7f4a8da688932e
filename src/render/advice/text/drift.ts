import type { Advice, FactEntry, PartDrift, Result } from '../../../advice/result.ts';
import { layOutEntry } from '../../../text/lines.ts';
import { showFactValue, showName, showOrigins } from '../../../report/names.ts';
import type { RenderContext } from '../../renderer.ts';
import { columns, renderMore, shown } from './sections.ts';
import { explainRulebookChange, listDecisionChanges, wordRuleChange } from '../../../report/drift.ts';

/** How the decision differs from the recorded one, and what made the difference. */
export function renderDrift(advice: Advice, result: Result, context: RenderContext): string[] {
  const { drift } = advice;
  if (drift?.drifted !== true) return [];
  const change = explainRulebookChange(result);
  return [
    '',
    `  ${context.style.bold('Drifted')}`,
    ...drift.parts.flatMap((part) => renderPartDrift(part, advice.workload.file, context)),
    ...(change === undefined ? [] : layOutEntry('', change, '', context.width, columns)),
  ];
}

function renderPartDrift(part: PartDrift, file: string, context: RenderContext): string[] {
  const { width } = context;
  const entry = (label: string, text: string) => layOutEntry(label, text, '', width, columns);
  const lead = part.component === null ? '' : `${showName(part.component)}: `;
  const facts = context.all ? part.facts : part.facts.slice(0, 2 * shown);
  return [
    ...listDecisionChanges(part).flatMap((text) => entry('now', lead + text)),
    ...facts.flatMap(({ fact, was, now }) =>
      entry(
        'fact',
        `${fact}: ${showOne(fact, now, file, context)}, was ${showOne(fact, was, file, context)}`,
      ),
    ),
    ...renderMore(part.facts.length - facts.length),
    ...part.rules.flatMap(({ rule, change }) => entry('rule', `${rule} ${wordRuleChange(change)}`)),
    ...part.placements.flatMap(({ placement, was, now }) =>
      entry('place', `${placement}: ${fates[now ?? 'gone']}, was ${fates[was ?? 'gone']}`),
    ),
  ];
}

const fates = { yes: 'possible', open: 'open', no: 'out', gone: 'not there' } as const;

function showOne(fact: string, entry: FactEntry | null, file: string, context: RenderContext): string {
  if (entry === null) return 'not in the vocabulary';
  if (entry.origin === 'unknown') return 'not said';
  return `${showFactValue(context.rulebook, fact, entry.value)} (${showOrigins([{ fact, ...entry }], file)})`;
}
