import diff from 'microdiff';
import type { Fact, Rulebook } from '../../rulebook/rulebook.ts';

/** What a rulebook is made of, in the order it is told. */
export const sorts = [
  'rulebook',
  'param',
  'condition',
  'group',
  'topic',
  'fact',
  'placement',
  'placement group',
  'outside entry',
  'observation',
  'moving',
  'concern',
  'rule',
  'action',
  'source',
  'article',
  'claim',
  'correction',
  'order',
] as const;
/** @see sorts */
export type Sort = (typeof sorts)[number];

/** A key that differs; undefined where it does not stand. */
export interface KeyChange {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One thing that differs between two rulebooks. */
export interface RulebookChange {
  readonly sort: Sort;
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** What differs of a changed thing, in the order of its keys; of others nothing. */
  readonly keys: readonly KeyChange[];
  /** Whether it can alter what is said of a workload; wording, sources and the like cannot. */
  readonly weighs: boolean;
}

type Thing = Readonly<Record<string, unknown>>;
type Things = Readonly<Record<string, Thing>>;

/**
 * What differs between two rulebooks: nothing if and only if their digests are equal.
 * @param before a checked rulebook
 * @param after the one it is compared with
 */
export function compareRulebooks(before: Rulebook, after: Rulebook): RulebookChange[] {
  const [old, now] = [sortOut(before, after), sortOut(after, before)];
  return sorts.flatMap((sort) => {
    const [ones, others] = [old[sort], now[sort]];
    const touched = new Set(diff(ones, others).map(({ path }) => String(path[0])));
    return [...new Set([...Object.keys(others), ...Object.keys(ones)])]
      .filter((id) => touched.has(id))
      .map((id) => describeChange(sort, id, ones[id], others[id]));
  });
}

function describeChange(
  sort: Sort,
  id: string,
  one: Thing | undefined,
  other: Thing | undefined,
): RulebookChange {
  if (one === undefined || other === undefined) {
    const change = one === undefined ? 'added' : 'removed';
    return { sort, id, change, keys: [], weighs: sort in weighty };
  }
  const touched = new Set(diff(one, other).map(({ path }) => String(path[0])));
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((key) => touched.has(key))
    .map((key): KeyChange => ({ key, before: one[key], after: other[key] }));
  const weighs =
    weighty[sort]?.some((key) => touched.has(key)) === true || (sort === 'order' && id === 'placements');
  return { sort, id, change: 'changed', keys, weighs };
}

/** The keys that can alter a verdict, its actions or notes, by sort. */
const weighty: Partial<Readonly<Record<Sort, readonly string[]>>> = {
  param: ['value'],
  condition: ['when'],
  fact: ['kind', 'values', 'presumed', 'unit', 'whole', 'above', 'at-least', 'at-most'],
  placement: ['kind', 'isolation', 'needs'],
  'placement group': ['placements'],
  rule: [
    'when',
    'rules-out',
    'isolation',
    'favours',
    'suits',
    'by-way-of',
    'must',
    'consider',
    'note',
    'concern',
  ],
  action: ['level', 'for', 'when'],
};

/** The keys of a changed thing that can alter what is said of a workload. */
export function listWeightyKeys({ sort, keys }: RulebookChange): readonly KeyChange[] {
  return sort === 'order' ? keys : keys.filter(({ key }) => weighty[sort]?.includes(key) === true);
}

/** A rulebook as maps by id. What only order tells apart becomes a thing of its own. */
function sortOut(rulebook: Rulebook, other: Rulebook): Readonly<Record<Sort, Things>> {
  const { name, version, date, placementGroups, moving } = rulebook;
  return {
    rulebook: { rulebook: { name, version, date } },
    param: byId(rulebook.params),
    condition: byId(rulebook.conditions),
    group: byId(rulebook.groups),
    topic: byId(rulebook.topics),
    fact: byId(rulebook.facts.map(spreadValues)),
    placement: byId(rulebook.placements),
    'placement group': Object.fromEntries(
      Object.entries(placementGroups).map(([id, placements]) => [id, { placements }]),
    ),
    'outside entry': byId(rulebook.outside),
    observation: byId(rulebook.observations),
    moving: { 'into a vm': { moves: moving.vm }, 'into a container': { moves: moving.container } },
    concern: byId(rulebook.concerns),
    rule: byId(rulebook.rules),
    action: byId(rulebook.actions),
    source: byId(rulebook.sources),
    article: { 'the article': rulebook.article },
    claim: byId(rulebook.claims),
    correction: byId(rulebook.corrections),
    order: listOrders(rulebook, other),
  };
}

/** By id, without what is no part of what a thing says: where it is written, who has touched it, and what it was. */
function byId(list: readonly { readonly id: string }[]): Things {
  const silent = ['at', 'marks', 'former'];
  return Object.fromEntries(
    list.map((thing) => [
      thing.id,
      Object.fromEntries(Object.entries(thing).filter(([key]) => !silent.includes(key))) as Thing,
    ]),
  );
}

/** The values by name, in order, and what each means by itself. */
function spreadValues({ values, ...fact }: Fact): Thing & { readonly id: string } {
  if (values === undefined) return fact;
  const meanings = Object.entries(values).map(([value, meaning]) => [`meaning of ${value}`, meaning]);
  return { ...fact, values: Object.keys(values), ...(Object.fromEntries(meanings) as Thing) };
}

const ordered = [
  'params',
  'conditions',
  'groups',
  'topics',
  'facts',
  'placements',
  'outside',
  'observations',
  'actions',
  'sources',
  'claims',
  'corrections',
] as const;

/** In which order the things stand that both rulebooks have; rules and concerns have none. */
function listOrders(rulebook: Rulebook, other: Rulebook): Things {
  return Object.fromEntries(
    ordered.map((list) => {
      const shared = new Set(other[list].map(({ id }) => id));
      return [list, { order: rulebook[list].map(({ id }) => id).filter((id) => shared.has(id)) }];
    }),
  );
}
