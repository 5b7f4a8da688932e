import type { Evidence, FactEntry, PartAdvice, RemoverEntry } from '../advice/result.ts';
import type { NumberRange, StatedValue } from '../rulebook/fact-value.ts';
import { findPresumer } from '../rulebook/find-presumer.ts';
import type { Article, Rulebook } from '../rulebook/rulebook.ts';
import type { Isolation } from '../words.ts';

/** What stands behind the ids of a result, by sort: one look each, whatever the size of the rulebook. */
export type NameIndex = { readonly [S in Sort]: (id: string) => Rulebook[S][number] | undefined } & {
  /** The article that claims are made by; it is read when it is first asked for. */
  readonly article: () => Article;
};

/** The lists of a rulebook whose entries are looked up. */
type Sort =
  | 'groups'
  | 'facts'
  | 'placements'
  | 'concerns'
  | 'rules'
  | 'observations'
  | 'actions'
  | 'params'
  | 'conditions'
  | 'claims'
  | 'corrections'
  | 'sources';

/** The index of a rulebook, to be built once a report; a list is read when it is first asked for. */
export function createNames(rulebook: Rulebook): NameIndex {
  return {
    groups: index(() => rulebook.groups),
    facts: index(() => rulebook.facts),
    placements: index(() => rulebook.placements),
    concerns: index(() => rulebook.concerns),
    rules: index(() => rulebook.rules),
    observations: index(() => rulebook.observations),
    actions: index(() => rulebook.actions),
    params: index(() => rulebook.params),
    conditions: index(() => rulebook.conditions),
    claims: index(() => rulebook.claims),
    corrections: index(() => rulebook.corrections),
    sources: index(() => rulebook.sources),
    article: () => rulebook.article,
  };
}

function index<T extends { readonly id: string }>(list: () => readonly T[]): (id: string) => T | undefined {
  let entries: ReadonlyMap<string, T> | undefined;
  return (id) => (entries ??= new Map(list().map((entry) => [entry.id, entry]))).get(id);
}

/** What the words of a report on one workload are found by. */
export interface Wording {
  readonly names: NameIndex;
  /** The workload's own file: lines of others are told with the name of theirs. */
  readonly file: string;
  /** Also what a report in short leaves out. */
  readonly all: boolean;
}

/** One thing to place in a report: a workload, or a component of it. Every section is told of it. */
export interface ReportPart extends Wording {
  readonly name: string;
  /** The names of all that it stands for: itself, and what is like it in all that a rule looks at. */
  readonly members: readonly string[];
  readonly part: PartAdvice;
  /** The waivers of the whole workload: one that is idle here may matter for another part. */
  readonly waivers: PartAdvice['waivers'];
  /** The actions that other parts of its system call for, too: those are told once. */
  readonly shared: ReadonlySet<string>;
}

/** A placement by its title, with its id where nobody titled it. */
export function wordPlacement(names: NameIndex, id: string): string {
  return names.placements(id)?.title ?? id;
}

/** Titles in one sentence: "Single VMs or a managed container service". */
export function joinTitles(titles: readonly string[], word: string): string {
  const [first = '', ...others] = titles;
  const lower = others.map((title) =>
    /^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title,
  );
  return [first, ...lower].join(word);
}

/** With more names than this, the number of the last ones is said instead. */
const mostNames = 4;

/** Names in running text: "a, b and c", or "a, b, c and 3 others". */
export function joinNames(names: readonly string[]): string {
  const shown = names.length > mostNames ? names.slice(0, mostNames - 1) : names;
  const more = names.length - shown.length;
  const all = more === 0 ? shown : [...shown, `${more} others`];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.slice(-1).join('')}`;
}

/** A level of isolation as it is read: "own kernel". */
export function wordIsolation(level: Isolation): string {
  return level.replace('-', ' ');
}

/** What a fact is called in running text. */
export function wordFactName(names: NameIndex, id: string): string {
  return names.facts(id)?.name ?? id;
}

/** A value as a person reads it: alternatives joined by "or", a number with its unit. */
export function wordValue(names: NameIndex, id: string, value: FactEntry['value']): string {
  const unit = names.facts(id)?.unit;
  const show = (each: string | number) =>
    typeof each === 'number' && unit !== undefined ? `${each} ${unit}` : String(each);
  const word = (each: StatedValue) => (typeof each === 'object' ? wordRange(each, show) : show(each));
  const values = typeof value === 'object' && 'length' in value ? value : [value];
  return values.map(word).join(' or ');
}

/** A value by its label, as people say it; where it has none, as it is written. */
export function wordLabel(names: NameIndex, id: string, value: FactEntry['value']): string {
  const label = typeof value === 'string' ? names.facts(id)?.values?.[value] : undefined;
  return label === undefined || label === '' ? wordValue(names, id, value) : label;
}

function wordRange(range: NumberRange, show: (bound: number) => string): string {
  const { 'at-least': least, 'at-most': most } = range;
  if (least === undefined) return most === undefined ? 'any number' : `at most ${show(most)}`;
  return most === undefined ? `at least ${show(least)}` : `${String(least)} to ${show(most)}`;
}

/** A fact in running text: what it is called and its value. */
export function wordFact(names: NameIndex, { fact, value }: Pick<Evidence, 'fact' | 'value'>): string {
  return `${wordFactName(names, fact)} ${wordValue(names, fact, value)}`;
}

/** Who presumes it, where that is not the first rulebook: " by acme". */
export function wordPresumer(names: NameIndex, id: string): string {
  const fact = names.facts(id);
  const by = fact === undefined ? undefined : findPresumer(fact);
  return by === undefined ? '' : ` by ${by.rulebook}`;
}

/** What removes a placement: a rule, or what the placement needs. */
export function wordRemover(remover: RemoverEntry): string {
  return 'rule' in remover ? remover.rule : `needs of ${remover.needs} (${remover.facts.join(', ')})`;
}

/** A phrase as the beginning of a sentence. */
export function startSentence(phrase: string): string {
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`;
}

/** A sentence as part of a line: without its full stop. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
