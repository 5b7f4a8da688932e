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

/** A line of a comparison: what was, or what is. */
export interface ChangedLine {
  readonly sign: '-' | '+';
  readonly text: string;
}

/** How one part of a decision differs from the recorded one, and what made it so. */
export interface DriftView {
  /** The name of the component; empty for the workload itself. */
  readonly part: string;
  readonly decision: readonly ChangedLine[];
  readonly facts: readonly ChangedLine[];
  /** Rules and placements. */
  readonly others: readonly ChangedLine[];
}

/** Words how a decision differs from the recorded one, and what made the difference. */
export function viewDrift({ parts }: Drift, wording: Pick<Wording, 'names' | 'file'>): DriftView[] {
  return parts.map((part) => ({
    part: part.component ?? '',
    decision: listDecisionLines(part),
    facts: part.facts.flatMap(({ fact, was, now }) => [
      wasLine(`${fact}: ${wordEntry(fact, was, wording)}`),
      nowLine(`${fact}: ${wordEntry(fact, now, wording)}`),
    ]),
    others: [
      ...part.rules.map(({ rule, change }) =>
        goneChanges.includes(change)
          ? wasLine(`rule ${rule} ${changes[change]}`)
          : nowLine(`rule ${rule} ${changes[change]}`),
      ),
      ...part.placements.flatMap(({ placement, was, now }) => [
        wasLine(`${placement} ${wordFate(was)}`),
        nowLine(`${placement} ${wordFate(now)}`),
      ]),
    ],
  }));
}

const goneChanges: readonly PartDrift['rules'][number]['change'][] = [
  'fires-no-longer',
  'waived',
  'ruled-no-longer',
  'removed',
];
const wasLine = (text: string): ChangedLine => ({ sign: '-', text });
const nowLine = (text: string): ChangedLine => ({ sign: '+', text });

function listDecisionLines({ was, now }: PartDrift): ChangedLine[] {
  if (was === null) return [nowLine('a part that the record does not have')];
  if (now === null) return [wasLine('a part that is gone')];
  return [
    ...(was.headline === now.headline
      ? []
      : [wasLine(`headline ${was.headline}`), nowLine(`headline ${now.headline}`)]),
    ...(was.placements.join() === now.placements.join()
      ? []
      : [
          wasLine(`placement ${wordPlacementIds(was.placements)}`),
          nowLine(`placement ${wordPlacementIds(now.placements)}`),
        ]),
    ...was.must.filter((id) => !now.must.includes(id)).map((id) => wasLine(`must ${id}`)),
    ...now.must.filter((id) => !was.must.includes(id)).map((id) => nowLine(`must ${id}`)),
  ];
}

/** How many facts are named as the cause. */
const mostCauses = 3;

/** What made a decision differ from the recorded one, in a sentence without its stop; empty for nothing. */
export function wordCauses({ parts }: Drift, wording: Pick<Wording, 'names' | 'file'>): string {
  const facts = parts.flatMap((part) =>
    part.facts.map(
      ({ fact, was, now }) =>
        `${wordLead(part)}${fact}: ${wordEntry(fact, now, wording)}, was ${wordEntry(fact, was, wording)}`,
    ),
  );
  const causes =
    facts.length > 0
      ? facts
      : parts.flatMap((part) => listRuleChanges(part).map((text) => wordLead(part) + text));
  const more = causes.length - mostCauses;
  const named = [...new Set(causes)].slice(0, mostCauses).join('; ');
  return named === '' ? '' : `because ${named}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What differs between the decision and the recorded one, a phrase each: "headline container → vm". */
export function listDifferences({ parts }: Drift): string[] {
  return parts.flatMap((part) => listChanges(part).map((text) => wordLead(part) + text));
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

function listChanges({ was, now }: PartDrift): string[] {
  if (was === null) return ['is new'];
  if (now === null) return ['is gone'];
  const musts = [
    ...now.must.filter((id) => !was.must.includes(id)).map((id) => `+${id}`),
    ...was.must.filter((id) => !now.must.includes(id)).map((id) => `-${id}`),
  ];
  return [
    ...(was.headline === now.headline ? [] : [`headline ${was.headline} → ${now.headline}`]),
    ...(was.placements.join() === now.placements.join()
      ? []
      : [`placement ${wordPlacementIds(was.placements)} → ${wordPlacementIds(now.placements)}`]),
    ...(musts.length === 0 ? [] : [`must ${musts.join(', ')}`]),
  ];
}

function wordPlacementIds(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ');
}

function listRuleChanges({ rules }: PartDrift): string[] {
  return rules.map(({ rule, change }) => `${rule} ${changes[change]}`);
}

function wordFate(survives: PartDrift['placements'][number]['now']): string {
  return survives === null ? 'not there' : fates[survives];
}

function wordEntry(
  fact: string,
  entry: FactEntry | null,
  { names, file }: Pick<Wording, 'names' | 'file'>,
): string {
  if (entry === null) return 'not in the vocabulary';
  if (entry.origin === 'unknown') return 'not said';
  const value = wordValue(names, fact, entry.value);
  // A lock keeps what was said, and not where.
  if (entry.origin === 'stated' && entry.at === undefined) return value;
  return `${value} (${wordLines([entry], file)})`;
}
