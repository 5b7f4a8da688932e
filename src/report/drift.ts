import type { Advice, Drift, Gate, PartDrift, Result } from '../advice/result.ts';
import { showName } from './names.ts';

const changes: Readonly<Record<PartDrift['rules'][number]['change'], string>> = {
  'fires-now': 'fires now',
  'fires-no-longer': 'fires no longer',
  waived: 'is waived',
  ruled: 'is a ruling now',
  'ruled-no-longer': 'is no ruling any more',
  'waived-no-longer': 'is waived no longer',
  removed: 'is gone from the rulebook',
  'new-or-changed': 'is new, or its condition was changed',
  'condition-changed': 'no longer holds for the same facts: its condition was changed',
  'effect-changed': 'has another effect',
};

/** What became of a rule, as the end of a sentence that begins with its id. */
export function wordRuleChange(change: PartDrift['rules'][number]['change']): string {
  return changes[change];
}

/** What the decision was and is, a phrase each difference. */
export function listDecisionChanges({ was, now }: PartDrift): string[] {
  if (was === null) return ['is new'];
  if (now === null) return ['is gone'];
  const added = now.must.filter((id) => !was.must.includes(id));
  const gone = was.must.filter((id) => !now.must.includes(id));
  const placements = (list: readonly string[]) => (list.length === 0 ? 'none' : list.join(', '));
  return [
    ...(was.headline === now.headline ? [] : [`headline ${now.headline}, was ${was.headline}`]),
    ...(was.placements.join() === now.placements.join()
      ? []
      : [`placement ${placements(now.placements)}, was ${placements(was.placements)}`]),
    ...(added.length === 0 ? [] : [`must also ${added.join(', ')}`]),
    ...(gone.length === 0 ? [] : [`no longer must ${gone.join(', ')}`]),
  ];
}

/**
 * What a gate found instead, and what that hangs on: phrases for one line.
 * @param gate one that tripped
 */
export function explainTripped(gate: Gate, advice: Advice, result: Result): string[] {
  const facts = gate.hangsOn.map((fact) => fact.fact).join(', ');
  const hangsOn = (none: readonly string[]) => (facts === '' ? none : [`it hangs on ${facts}`]);
  if (gate.gate !== 'against' || advice.drift === undefined)
    return [`it is ${gate.got}`, ...hangsOn(['it hangs on nothing stated'])];
  const change = explainRulebookChange(result);
  return [
    `it is ${gate.got}`,
    ...explainDrift(advice.drift),
    ...hangsOn([]),
    ...(change === undefined ? [] : [change]),
  ];
}

/** What differs and which rules made the difference, a phrase each. */
export function explainDrift(drift: Drift): string[] {
  return drift.parts.flatMap((part) => {
    const lead = part.component === null ? '' : `${showName(part.component)}: `;
    const rules = part.rules.map(({ rule, change }) => `${rule} ${wordRuleChange(change)}`);
    return [...listDecisionChanges(part), ...rules].map((text) => lead + text);
  });
}

/** That the record was judged by another rulebook; undefined where it was not, or there is none. */
export function explainRulebookChange({ against, rulebooks, tool }: Result): string | undefined {
  if (against?.rulebookChanged !== true) return undefined;
  const show = (books: Result['rulebooks'], version: string) =>
    `${books.map((book) => `${showName(book.name)} ${showName(book.version)} (${book.digest.slice(0, 8)})`).join(', ')}${against.toolVersion === tool.version ? '' : ` of advise ${showName(version)}`}`;
  return `the rulebook is ${show(rulebooks, tool.version)}, was ${show(against.rulebooks, against.toolVersion)}`;
}
