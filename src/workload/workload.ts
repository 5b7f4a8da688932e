import type { Position } from '../errors.ts';
import type { NumberRange, StatedValue } from '../rulebook/fact-value.ts';
import type { OldName } from '../rulebook/rulebook.ts';
import type { Headline, Kind } from '../words.ts';

/** What standard input is called in messages and results. */
export const stdinName = '(stdin)';
/** What stands in for a file where somebody answered questions. */
export const interviewName = '(interview)';

/**
 * Where a stated fact came from; the later in this list, the more it counts. What an artefact merely
 * suggests is a presumption about this one workload: it only narrows what nobody said for certain.
 */
export type StatedOrigin = 'suggested' | 'profile' | 'stated' | 'component' | 'asked' | 'set';

/** What somebody said about one fact. */
export interface FactStatement {
  readonly fact: string;
  /** The old name that it was said under. */
  readonly oldName?: string;
  /** The values that are possible; null for an explicit `unknown`. */
  readonly values: readonly StatedValue[] | null;
  readonly origin: StatedOrigin;
  /** Where it was said; undefined for the command line and the interview. */
  readonly at?: Position | undefined;
  /** The rule of inference that found it in somebody else's file. */
  readonly rule?: string | undefined;
  /** Of a suggestion: what was said for certain, as far as that goes; null where nothing was. */
  readonly within?: readonly StatedValue[] | null;
}

/** What an artefact shows of how a workload is run, or where it would show it and does not. */
export interface Observed {
  /** By the id that the rulebook has for it. */
  readonly observation: string;
  /** Whether it was seen; else it was looked for, and not found. */
  readonly seen: boolean;
  /** Where it was seen. */
  readonly at?: Position | undefined;
  /** The rule of inference that saw it in somebody else's file. */
  readonly rule?: string | undefined;
}

/** A question that what was read leaves open, and that settles several facts: by the id of the clarification. */
export interface Unclear {
  readonly clarification: string;
  /** What raised it. */
  readonly at?: Position | undefined;
}

/** A rule set aside for one workload. */
export interface Waiver {
  readonly rule: string;
  /** The old name that it was waived under. */
  readonly oldName?: string;
  readonly because: string;
  readonly by?: string | undefined;
  /** The last day it counts, YYYY-MM-DD, UTC; undefined for ever. */
  readonly until?: string | undefined;
  readonly at: Position;
}

/** How strongly a ruling can favour a kind, strongest first. */
export const rulingStrengths: readonly ['moderate', 'slight'] = ['moderate', 'slight'];

/** What people decided for one workload that no rule says: it excludes placements, or favours a kind. */
export interface Ruling {
  /** Placements, groups of them, or a kind. */
  readonly 'rules-out'?: readonly string[];
  readonly favours?: Readonly<Partial<Record<Kind, (typeof rulingStrengths)[number]>>> | undefined;
  readonly because: string;
  readonly by: string;
  /** The last day it counts, YYYY-MM-DD, UTC; undefined for ever. */
  readonly until?: string | undefined;
  readonly at: Position;
}

/** A part of a workload that is placed by itself. */
export interface Component {
  readonly name: string;
  readonly facts: readonly FactStatement[];
  /** None where left out. */
  readonly observed?: readonly Observed[];
  /** None where left out. */
  readonly unclear?: readonly Unclear[];
  readonly at: Position;
}

/** A row of a table of whose workload the same is known as of another. */
export interface Alike {
  readonly name: string;
  readonly at: Position;
}

/** A file of another program that a workload was read from, so that somebody can see whether it has changed. */
export interface WorkloadOrigin {
  /** From the file of the workload. */
  readonly from: string;
  readonly sha256: string;
  /** The kind of file, as `--as` takes it. */
  readonly kind: string;
}

/** The thing to place, as one document of a file says it. */
export interface Workload {
  readonly name: string;
  readonly file: string;
  /** Position among the documents of the file, from 1; undefined where it holds one. */
  readonly document?: number | undefined;
  /** Of a row of a table, where it stands. */
  readonly at?: Position | undefined;
  /** Others of the table of which no rule could tell it: what is said of it holds of each. */
  readonly alike?: readonly Alike[] | undefined;
  readonly facts: readonly FactStatement[];
  /** None where left out. */
  readonly observed?: readonly Observed[];
  /** None where left out. */
  readonly unclear?: readonly Unclear[];
  readonly expect?: { readonly headline: Headline; readonly at: Position } | undefined;
  /** What it was read from; no part of deciding. */
  readonly imported?: readonly WorkloadOrigin[];
  readonly waivers: readonly Waiver[];
  /** None where left out. */
  readonly rulings?: readonly Ruling[];
  readonly components: readonly Component[];
}

/**
 * Lays statements over each other: a later layer replaces what an earlier one says of a fact.
 * Order: profile, file, component, answers of the interview, --set. A suggestion stands where nothing
 * was said, and where what was said leaves several values and it names some of them.
 * @param layers from the least to the most that counts
 */
export function combineFacts(
  ...layers: readonly (readonly FactStatement[])[]
): ReadonlyMap<string, FactStatement> {
  const all = layers.flat();
  const certain = new Map(
    all.filter(({ origin }) => origin !== 'suggested').map((statement) => [statement.fact, statement]),
  );
  const likely = all.flatMap((suggestion): [string, FactStatement][] => {
    if (suggestion.origin !== 'suggested') return [];
    const said = certain.get(suggestion.fact);
    if (said !== undefined && !narrows(suggestion, said)) return [];
    return [[suggestion.fact, { ...suggestion, within: said?.values ?? null }]];
  });
  return new Map([...certain, ...likely]);
}

/** Whether a suggestion names some, and not all, of what a statement leaves open. */
function narrows(suggestion: FactStatement, { values: certain, origin }: FactStatement): boolean {
  if (suggestion.values === null || certain === null || origin === 'set' || origin === 'asked') return false;
  const [only] = certain;
  if (typeof only === 'object') return suggestion.values.every((value) => isWithin(value, only));
  return (
    suggestion.values.length < certain.length && suggestion.values.every((value) => certain.includes(value))
  );
}

function isWithin(value: StatedValue, { 'at-least': least, 'at-most': most }: NumberRange): boolean {
  const [low, high] =
    typeof value === 'object' ? [value['at-least'], value['at-most']] : [Number(value), Number(value)];
  return (
    (least === undefined || (low !== undefined && low >= least)) &&
    (most === undefined || (high !== undefined && high <= most))
  );
}

/** What is placed by itself: a component, or the whole workload. */
export interface PlacedPart {
  /** What it is called among all that a run tells of: "shop", or "shop: web". */
  readonly name: string;
  /** The name of the component; undefined for the whole. */
  readonly component?: string;
  /** What is said of it alone. */
  readonly facts: readonly FactStatement[];
  /** What was observed of it, as part of the whole too. */
  readonly observed: readonly Observed[];
  /** What is unclear of it, as part of the whole too. */
  readonly unclear: readonly Unclear[];
}

/** What a workload is called where it stands for all that are like it: "erp and 750 like it". */
export function labelOf({ name, alike = [] }: Pick<Workload, 'name' | 'alike'>): string {
  return alike.length === 0 ? name : `${name} and ${alike.length} like it`;
}

/** What is placed of a workload: its components; where it has none, the workload itself. */
export function listParts(workload: Workload): PlacedPart[] {
  const { name, components, observed: whole = [], unclear: open = [] } = workload;
  if (components.length === 0)
    return [{ name: labelOf(workload), facts: [], observed: whole, unclear: open }];
  return components.map(({ name: part, facts, observed = [], unclear = [] }) => {
    const own = new Set(observed.map(({ observation }) => observation));
    return {
      name: `${name}: ${part}`,
      component: part,
      facts,
      observed: [...whole.filter(({ observation }) => !own.has(observation)), ...observed],
      unclear: [...open, ...unclear],
    };
  });
}

/**
 * The old names that statements and waivers were made under, in the order they were made.
 * @param statements of profiles and of the command line
 */
export function listOldNames(
  workloads: readonly Workload[],
  statements: readonly FactStatement[] = [],
): OldName[] {
  const facts = workloads.flatMap(({ facts: own, components }) => [
    ...own,
    ...components.flatMap((component) => component.facts),
  ]);
  return [
    ...[...facts, ...statements].flatMap(({ fact, oldName, at }): OldName[] =>
      oldName === undefined
        ? []
        : [{ sort: 'fact', name: oldName, now: fact, ...(at === undefined ? {} : { at }) }],
    ),
    ...workloads
      .flatMap((workload) => workload.waivers)
      .flatMap(({ rule, oldName, at }): OldName[] =>
        oldName === undefined ? [] : [{ sort: 'rule', name: oldName, now: rule, at }],
      ),
  ];
}
