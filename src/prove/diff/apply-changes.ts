import { listConditions } from '../../rulebook/compile-rulebook.ts';
import {
  collectVocabulary,
  findCircle,
  listNamesOf,
  listTerms,
  listTests,
  resolveTerm,
} from '../../rulebook/condition.ts';
import { listPlacementNames } from '../../rulebook/placements.ts';
import type { Fact, Rulebook } from '../../rulebook/rulebook.ts';
import type { RulebookChange, Sort } from './compare-rulebooks.ts';

/**
 * A rulebook with some of its differences from another one taken over, as far as they can alter a
 * verdict: with none of them it decides as `before` does, with all as `after`.
 * @param changes some of what compareRulebooks found
 * What moving takes and when a fact is asked decide nothing, and are left out.
 * @returns null where they do not fit together, such as a rule without the fact it reads
 */
export function applyChanges(
  before: Rulebook,
  after: Rulebook,
  changes: readonly RulebookChange[],
): Rulebook | null {
  const taken = new Set(changes.map(({ sort, id }) => `${sort} ${id}`));
  const take = (sort: Sort, id: string) => taken.has(`${sort} ${id}`);
  const mix = <T extends { readonly id: string }>(
    sort: Sort,
    ones: readonly T[],
    others: readonly T[],
  ): T[] => mixLists(ones, others, (id) => take(sort, id));
  const inOrder = take('order', 'placements');
  const placements = inOrder
    ? mix('placement', before.placements, after.placements)
    : mixLists(after.placements, before.placements, (id) => !take('placement', id));
  const mixed: Rulebook = {
    ...before,
    params: mix('param', before.params, after.params),
    conditions: mix('condition', before.conditions, after.conditions),
    facts: mix('fact', before.facts, after.facts).map(withoutPremise),
    moving: { vm: [], container: [] },
    placements,
    placementGroups: mixGroups(before, after, (id) => take('placement group', id)),
    outside: mix('outside entry', before.outside, after.outside),
    concerns: mixLists(
      before.concerns,
      after.concerns,
      (id) => !before.concerns.some((each) => each.id === id),
    ),
    rules: mix('rule', before.rules, after.rules).sort((a, b) => (a.id < b.id ? -1 : 1)),
    observations: mix('observation', before.observations, after.observations),
    actions: mix('action', before.actions, after.actions),
  };
  return namesExist(mixed) && conditionsFit(mixed) && definitionsHold(mixed) ? mixed : null;
}

/**
 * The things of one list with some taken from another, in the order of the other; what only the
 * first has stands behind what it stood behind there.
 */
function mixLists<T extends { readonly id: string }>(
  ones: readonly T[],
  others: readonly T[],
  take: (id: string) => boolean,
): T[] {
  const find = (list: readonly T[], id: string) => list.find((each) => each.id === id);
  const order = others.map(({ id }) => id);
  ones.forEach(({ id }, index) => {
    if (order.includes(id)) return;
    const previous = ones[index - 1]?.id;
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
  });
  return order.flatMap((id) => find(take(id) ? others : ones, id) ?? []);
}

function mixGroups(
  before: Rulebook,
  after: Rulebook,
  take: (id: string) => boolean,
): Rulebook['placementGroups'] {
  const names = new Set([...Object.keys(before.placementGroups), ...Object.keys(after.placementGroups)]);
  const entries = [...names].flatMap((name) => {
    const members = (take(name) ? after : before).placementGroups[name];
    return members === undefined ? [] : [[name, members] as const];
  });
  return Object.fromEntries(entries);
}

function withoutPremise(fact: Fact): Fact {
  return Object.fromEntries(Object.entries(fact).filter(([key]) => key !== 'asked-if')) as Fact;
}

/** Whether the placements and actions that are named exist. */
function namesExist(rulebook: Rulebook): boolean {
  const names = listPlacementNames(rulebook);
  const ids = new Set(rulebook.placements.map(({ id }) => id));
  const actions = new Set(rulebook.actions.map(({ id }) => id));
  const outside = new Set(rulebook.outside.map(({ id }) => id));
  const placed = [
    ...rulebook.rules.flatMap((rule) => [
      rule['rules-out'],
      Object.keys(rule.suits ?? {}),
      Object.keys(rule.elsewhere ?? {}),
      rule['by-way-of'],
    ]),
    ...rulebook.actions.map((action) => action.for),
  ];
  return (
    placed.flatMap((each) => each ?? []).every((name) => names.includes(name)) &&
    Object.values(rulebook.placementGroups).every((members) => members.every((id) => ids.has(id))) &&
    rulebook.rules.every(({ must }) => must === undefined || actions.has(must)) &&
    rulebook.rules.every(({ consider }) => consider === undefined || outside.has(consider))
  );
}

/** Whether every name in a condition stands for something, and for nothing that it is part of itself. */
function definitionsHold(rulebook: Rulebook): boolean {
  const known = new Set(rulebook.conditions.map(({ id }) => id));
  return (
    listConditions(rulebook)
      .flatMap(listNamesOf)
      .every((name) => known.has(name)) &&
    rulebook.conditions.every(({ id }) => findCircle(id, rulebook.conditions) === undefined)
  );
}

/** Whether every condition finds the facts, values and thresholds that it names. */
function conditionsFit(rulebook: Rulebook): boolean {
  const vocabulary = collectVocabulary(rulebook);
  return listConditions(rulebook)
    .flatMap(listTests)
    .every(({ fact: id, test }) => {
      const fact = vocabulary.facts.get(id);
      if (fact === undefined) return false;
      const ordered = fact.kind === 'number' || fact.kind === 'scale';
      return (
        (ordered || test.is !== 'within') &&
        listTerms(test).every((term) => 'value' in resolveTerm(term, fact, vocabulary))
      );
    });
}
