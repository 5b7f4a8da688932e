import type { Position } from '../../errors.ts';
import { listDefinitions, listFactsOf, listParamsOf } from '../../rulebook/condition.ts';
import { resolvePlacements } from '../../rulebook/placements.ts';
import type { Mark, Rule, Rulebook } from '../../rulebook/rulebook.ts';
import type { Finding, LintSubject } from './finding.ts';

/** What a rulebook that extends another did to the entries that a finding is about. */
export interface BlamedChange {
  /** The entry, such as "rule windows-role". */
  readonly about: string;
  readonly rulebook: string;
  readonly did: 'added' | 'changed' | 'disabled';
  /** For a change of an entry: its keys. */
  readonly what: readonly string[];
  /** The reason given for it; empty for what was added. */
  readonly because: string;
  readonly at: Position;
}

/**
 * The changes that have to do with a finding: those of the entries it names, and those of the rules
 * that read, cite or demand them, disabled ones too. None for a rulebook that extends nothing.
 */
export function listBlame(rulebook: Rulebook, { subject, other }: Finding): BlamedChange[] {
  if (rulebook.layers.length === 1) return [];
  const changes = [
    ...listMarks(rulebook, subject, ['changed']),
    ...(other === undefined ? [] : listMarks(rulebook, other, ['changed', 'added'])),
    ...listReaders(rulebook, rulebook.rules, subject).flatMap((rule) =>
      describeMarks('rule', rule, ['changed']),
    ),
    ...listReaders(rulebook, rulebook.disabled ?? [], subject).flatMap((rule) =>
      describeDisabled(rulebook, rule),
    ),
  ];
  const place = ({ about, at }: BlamedChange) => `${about} ${at.file}:${at.line}:${at.column}`;
  return changes.filter(
    (change, index) => changes.findIndex((each) => place(each) === place(change)) === index,
  );
}

/**
 * Whether an entry comes from a rulebook that the last one extends, which can change or disable it,
 * but cannot delete it.
 */
export function isInherited({ layers }: Rulebook, { sort, id }: LintSubject): boolean {
  if (layers.length === 1 || sort === 'rulebook') return false;
  return layers.at(-1)?.differs?.adds[listName(sort)]?.includes(id) !== true;
}

type ListedSort = Exclude<LintSubject['sort'], 'rulebook'>;

/** The list of a rulebook that holds entries of a sort. */
function listName<T extends ListedSort>(sort: T): T extends 'outside' ? T : `${T}s` {
  return (sort === 'outside' ? sort : `${sort}s`) as T extends 'outside' ? T : `${T}s`;
}

interface MarkedEntry {
  readonly id: string;
  readonly marks?: readonly Mark[];
}

function listMarks(
  rulebook: Rulebook,
  { sort, id }: LintSubject,
  dids: readonly Mark['did'][],
): BlamedChange[] {
  if (sort === 'rulebook') return [];
  const entries: readonly MarkedEntry[] = rulebook[listName(sort)];
  return entries.filter((entry) => entry.id === id).flatMap((entry) => describeMarks(sort, entry, dids));
}

function describeMarks(
  sort: string,
  { id, marks }: MarkedEntry,
  dids: readonly Mark['did'][],
): BlamedChange[] {
  return (marks ?? [])
    .filter(({ did }) => dids.includes(did))
    .map(({ rulebook, did, what = [], because = '', at }) => {
      const [first = ''] = what;
      const used = first.startsWith('$') ? `param ${first.slice(1)}` : first;
      return used.includes(' ')
        ? { about: used, rulebook, did, what: [], because, at }
        : { about: `${sort} ${id}`, rulebook, did, what, because, at };
    });
}

function describeDisabled({ layers }: Rulebook, { id }: Rule): BlamedChange[] {
  return layers.flatMap(({ name, differs }) =>
    (differs?.disables ?? [])
      .filter(({ rule }) => rule === id)
      .map(({ because, at }) => ({
        about: `rule ${id}`,
        rulebook: name,
        did: 'disabled' as const,
        what: [],
        because,
        at,
      })),
  );
}

/** The rules that read, demand, cite, exclude or suit an entry of another sort. */
function listReaders(rulebook: Rulebook, rules: readonly Rule[], { sort, id }: LintSubject): Rule[] {
  const position = rulebook.placements.findIndex((placement) => placement.id === id);
  const reads: Readonly<Record<LintSubject['sort'], (rule: Rule) => boolean>> = {
    rule: () => false,
    fact: ({ when }) => listFactsOf(when, rulebook.conditions).includes(id),
    placement: (rule) =>
      [rule['rules-out'], Object.keys(rule.suits ?? {})].some((names) =>
        resolvePlacements(rulebook, names).includes(position),
      ),
    outside: ({ consider }) => consider === id,
    observation: () => false,
    action: ({ must }) => must === id,
    source: ({ cites }) => cites.includes(id),
    param: ({ when }) => listParamsOf(when, rulebook.conditions).includes(id),
    condition: ({ when }) => listDefinitions(when, rulebook.conditions).some((each) => each.id === id),
    rulebook: () => false,
  };
  return rules.filter(reads[sort]);
}
