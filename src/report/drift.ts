import type { Drift, FactEntry, PartDrift, Result } from '../advice/result.ts';
import { wordValue, type Wording } from './names.ts';
import { wordLines } from './origins.ts';
import { fates } from './placements.ts';

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

/** How one part of a decision differs from the recorded one, a phrase each. */
export interface DriftView {
  /** The name of the component and a colon; empty for the workload itself. */
  readonly lead: string;
  /** What the decision was and is. */
  readonly decision: readonly string[];
  readonly facts: readonly string[];
  readonly rules: readonly string[];
  readonly placements: readonly string[];
}

/** Words how a decision differs from the recorded one, and what made the difference. */
export function viewDrift({ parts }: Drift, wording: Wording): DriftView[] {
  return parts.map((part) => ({
    lead: wordLead(part),
    decision: listDecisionChanges(part),
    facts: part.facts.map(
      ({ fact, was, now }) =>
        `${fact}: ${wordEntry(fact, now, wording)}, was ${wordEntry(fact, was, wording)}`,
    ),
    rules: listRuleChanges(part),
    placements: part.placements.map(
      ({ placement, was, now }) => `${placement}: ${wordFate(now)}, was ${wordFate(was)}`,
    ),
  }));
}

/** What differs and which rules made the difference, a phrase each. */
export function listDifferences({ parts }: Drift): string[] {
  return parts.flatMap((part) =>
    [...listDecisionChanges(part), ...listRuleChanges(part)].map((text) => wordLead(part) + text),
  );
}

/** That the record was judged by another rulebook; undefined where it was not, or there is none. */
export function wordRulebookChange({ against, rulebooks, tool }: Result): string | undefined {
  if (against?.rulebookChanged !== true) return undefined;
  const word = (books: Result['rulebooks'], version: string) =>
    `${books.map((book) => `${book.name} ${book.version} (${book.digest.slice(0, 8)})`).join(', ')}${against.toolVersion === tool.version ? '' : ` of advise ${version}`}`;
  return `the rulebook is ${word(rulebooks, tool.version)}, was ${word(against.rulebooks, against.toolVersion)}`;
}

function wordLead({ component }: PartDrift): string {
  return component === null ? '' : `${component}: `;
}

function listDecisionChanges({ was, now }: PartDrift): string[] {
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

function listRuleChanges({ rules }: PartDrift): string[] {
  return rules.map(({ rule, change }) => `${rule} ${changes[change]}`);
}

function wordFate(survives: PartDrift['placements'][number]['now']): string {
  return survives === null ? 'not there' : fates[survives];
}

function wordEntry(fact: string, entry: FactEntry | null, { names, file }: Wording): string {
  if (entry === null) return 'not in the vocabulary';
  if (entry.origin === 'unknown') return 'not said';
  return `${wordValue(names, fact, entry.value)} (${wordLines([entry], file)})`;
}
