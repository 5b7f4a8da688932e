import { entryOf } from '../entry-of.ts';
import { listWeightyKeys, type RulebookChange, type Sort } from '../prove/diff/compare-rulebooks.ts';
import type { PartOutcome, OutcomeChange } from '../prove/diff/compare-outcomes.ts';
import { type Condition, listDefinitions } from '../rulebook/condition.ts';
import type { DisabledRule, Example, Mark, Rulebook } from '../rulebook/rulebook.ts';
import { wordCondition, wordExample } from './condition.ts';
import { wordEffects } from './effects.ts';

/** Two rulebooks that are compared. */
export interface TwoRulebooks {
  readonly before: Rulebook;
  readonly after: Rulebook;
}

/** A rule that is there under one of two rulebooks, and disabled by a layer of the other. */
export interface Disabling {
  /** The rulebook that disables it. */
  readonly by: string;
  readonly because: string;
  /** Whether the second of the two disables it, or the first did. */
  readonly now: boolean;
}

/** What each sort of entry is called above its changes, in the order in which they are told. */
export const sortTitles: Readonly<Record<Sort, string>> = {
  rulebook: 'Rulebook',
  param: 'Thresholds',
  condition: 'Conditions by name',
  group: 'Groups of facts',
  topic: 'Topics of the interview',
  fact: 'Facts',
  placement: 'Placements',
  'placement group': 'Groups of placements',
  'outside entry': 'Outside the placements',
  observation: 'Observations',
  moving: 'What moving takes',
  concern: 'Concerns',
  rule: 'Rules',
  action: 'Actions',
  source: 'Sources',
  article: 'Article',
  claim: 'Claims',
  correction: 'Corrections',
  order: 'Order',
};

/** Whether a rule that came or went was disabled, not deleted; null for everything else. */
export function findDisabling(
  { before, after }: TwoRulebooks,
  { sort, id, change }: RulebookChange,
): Disabling | null {
  if (sort !== 'rule' || change === 'changed') return null;
  const now = change === 'removed';
  const found = listDisabled(now ? after : before).find(({ rule }) => rule === id);
  return found === undefined ? null : { by: found.by, because: found.because, now };
}

function listDisabled({ layers }: Rulebook): (DisabledRule & { readonly by: string })[] {
  return layers.flatMap(({ name, differs }) =>
    (differs?.disables ?? []).map((disabled) => ({ ...disabled, by: name })),
  );
}

/**
 * Who disabled or changed an entry under one of the two rulebooks only, and why, and of a condition by
 * name what uses it, a sentence each.
 */
export function listWhy(two: TwoRulebooks, change: RulebookChange): string[] {
  const users = listUsers(two, change);
  return [...listChangers(two, change), ...(users.length === 0 ? [] : [`used by ${users.join(', ')}`])];
}

/** The rules that a condition by name is part of, in either rulebook; none for every other change. */
export function listUsers({ before, after }: TwoRulebooks, { sort, id }: RulebookChange): string[] {
  if (sort !== 'condition') return [];
  const users = [before, after].flatMap(({ rules, conditions: definitions }) =>
    rules
      .filter(({ when }) => listDefinitions(when, definitions).some((definition) => definition.id === id))
      .map((rule) => rule.id),
  );
  return [...new Set(users)].sort();
}

function listChangers(two: TwoRulebooks, change: RulebookChange): string[] {
  const disabling = findDisabling(two, change);
  if (disabling !== null)
    return [`${disabling.now ? '' : 'was disabled '}by ${disabling.by}: ${disabling.because}`];
  if (change.change !== 'changed') return [];
  const [old, now] = [listOwnMarks(two.before, change), listOwnMarks(two.after, change)];
  return [
    ...without(now, old).map((mark) => `changed by ${mark.rulebook}: ${mark.because ?? ''}`),
    ...without(old, now).map((mark) => `no longer changed by ${mark.rulebook}: ${mark.because ?? ''}`),
  ];
}

/** The marks of an entry with a reason of their own; that of a threshold or condition stands there. */
function listOwnMarks(rulebook: Rulebook, { sort, id }: RulebookChange): Mark[] {
  const lists = {
    rule: rulebook.rules,
    condition: rulebook.conditions,
    fact: rulebook.facts,
    placement: rulebook.placements,
  };
  if (!(sort in lists)) return [];
  const list: readonly { readonly id: string; readonly marks?: readonly Mark[] }[] =
    lists[sort as keyof typeof lists];
  const marks = list.find((entry) => entry.id === id)?.marks ?? [];
  return marks.filter(({ did, what }) => did === 'changed' && !/^\$|^condition /.test(what?.[0] ?? ''));
}

function without(some: readonly Mark[], others: readonly Mark[]): Mark[] {
  const same = (one: Mark, other: Mark) => one.rulebook === other.rulebook && one.because === other.because;
  return some.filter((mark) => !others.some((other) => same(mark, other)));
}

/** What was added or removed, in a few words: of a rule also what it does. */
export function wordThing({ before, after }: TwoRulebooks, { sort, id, change }: RulebookChange): string {
  const rulebook = change === 'added' ? after : before;
  const find = <T extends { readonly id: string }>(list: readonly T[]) => list.find((each) => each.id === id);
  if (sort === 'rule') {
    const rule = find(rulebook.rules);
    return rule === undefined ? '' : `${rule.title} (${wordEffects(rule)})`;
  }
  if (sort === 'param') return String(find(rulebook.params)?.value ?? '');
  if (sort === 'fact') return find(rulebook.facts)?.question ?? '';
  if (sort === 'placement group') return (entryOf(rulebook.placementGroups, id) ?? []).join(', ');
  if (sort === 'claim') return find(rulebook.claims)?.says ?? '';
  if (sort === 'correction') return find(rulebook.corrections)?.topic ?? '';
  const lists = {
    condition: rulebook.conditions,
    group: rulebook.groups,
    topic: rulebook.topics,
    placement: rulebook.placements,
    'outside entry': rulebook.outside,
    observation: rulebook.observations,
    concern: rulebook.concerns,
    action: rulebook.actions,
    source: rulebook.sources,
  };
  return sort in lists
    ? (find<{ id: string; title: string }>(lists[sort as keyof typeof lists])?.title ?? '')
    : '';
}

/** A change as a cause: "rule many-instances changed (strength moderate → strong), and fires now". */
export function wordCause(two: TwoRulebooks, cause: RulebookChange, { fires }: OutcomeChange): string {
  const { sort, id, change } = cause;
  const disabling = findDisabling(two, cause);
  if (disabling !== null) return `rule ${id} ${disabling.now ? 'disabled' : 'enabled'}`;
  const noun = sort === 'param' ? 'threshold' : sort === 'order' ? 'order of' : sort;
  const isShort = (value: unknown): value is string | number | boolean | undefined =>
    ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
  const keys = listWeightyKeys(cause).map(({ key, before, after }) =>
    isShort(before) && isShort(after)
      ? `${key} ${String(before ?? 'nothing')} → ${String(after ?? 'nothing')}`
      : key,
  );
  const how = change === 'changed' ? `changed (${keys.join(', ')})` : change;
  const firing = fires.after.includes(id) ? ', and fires now' : ', and fires no more';
  const tells = sort === 'rule' && change === 'changed' && [...fires.after, ...fires.before].includes(id);
  return `${noun} ${id} ${how}${tells ? firing : ''}`;
}

/** How a part of an outcome differs: "vm → container". */
export function wordOutcomeChange(key: keyof PartOutcome, { before, after }: OutcomeChange): string {
  if (key === 'must' || key === 'should' || key === 'notes' || key === 'consider')
    return wordKeyChange(key, before[key], after[key]);
  return `${wordOutcome(before[key])} → ${wordOutcome(after[key])}`;
}

function wordOutcome(value: PartOutcome[keyof PartOutcome]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return value === null || value.length === 0 ? 'none' : value.join(' or ');
}

/**
 * A value before and after, in words; of lists of names what went and what came.
 * @param key what the value stands under; conditions and moves are worded
 * @param before undefined where it did not stand
 */
export function wordKeyChange(key: string, before: unknown, after: unknown): string {
  if (before === undefined) return `now ${wordKey(key, after)}`;
  if (after === undefined) return `no longer ${wordKey(key, before)}`;
  if (isTextList(before) && isTextList(after)) {
    const came = after.filter((each) => !before.includes(each)).map((each) => `+${each}`);
    const went = before.filter((each) => !after.includes(each)).map((each) => `-${each}`);
    if (came.length + went.length > 0) return [...went, ...came].join(', ');
  }
  return `${wordKey(key, before)} → ${wordKey(key, after)}`;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

const conditions = ['when', 'needs', 'asked-if', 'contradicted-by'];

function wordKey(key: string, value: unknown): string {
  if (Array.isArray(value))
    return value.map((each: unknown) => wordKey(key === 'moves' ? 'move' : '', each)).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  if (conditions.includes(key)) return wordCondition(value as Condition);
  if (key === 'move') {
    const { takes, when } = value as { takes: string; when: Condition };
    return `${takes} if ${wordCondition(when)}`;
  }
  if (key === 'favours' || key === 'suits')
    return Object.entries(value)
      .map((each) => each.join(' '))
      .join(', ');
  return Object.entries(value)
    .map(([name, each]) => `${name} ${wordExample(each as Example)}`)
    .join('; ');
}
