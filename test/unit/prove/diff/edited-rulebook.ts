import fc from 'fast-check';
import type { ReadyRulebook } from '../../../../src/rulebook/ready.ts';
import { compileRulebook } from '../../../../src/rulebook/compile-rulebook.ts';
import { digestOf } from '../../../../src/rulebook/load/digest.ts';
import type { Rulebook } from '../../../../src/rulebook/rulebook.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';
import { understand } from '../../../support/understand.ts';
import { findVote } from '../../../../src/rulebook/effects.ts';

// Rulebooks that differ from the small one as a team's would: still sound, in random ways.

type Edit = (rulebook: Rulebook, index: number) => Rulebook;

const { rulebook: small } = loadSmallRulebook();

function change<T>(list: readonly T[], index: number, how: (thing: T) => T): T[] {
  return list.map((thing, position) => (position === index % list.length ? how(thing) : thing));
}

function without<T extends object, K extends keyof T>(thing: T, key: K): Omit<T, K> {
  return Object.fromEntries(Object.entries(thing).filter(([each]) => each !== key)) as Omit<T, K>;
}

function swap<T>(list: readonly T[], index: number): T[] {
  const at = index % (list.length - 1);
  const [one, other] = [list[at], list[at + 1]];
  return list.map((thing, position) => (position === at ? other : position === at + 1 ? one : thing) as T);
}

/** What a reader of a verdict would, or would not, notice. */
const edits: Readonly<Record<string, Edit>> = {
  'a rule less': (it, index) => ({
    ...it,
    rules: it.rules.filter((_, position) => position !== index % it.rules.length),
  }),
  'a rule more': (it, index) => {
    const model = small.rules[index % small.rules.length];
    if (model === undefined) throw new Error('no rule');
    const id = `again-${model.id}`;
    const rules = [
      ...it.rules.filter((each) => each.id !== id),
      { ...model, id, favours: { vm: 'strong' as const } },
    ];
    return { ...it, rules: rules.sort((a, b) => (a.id < b.id ? -1 : 1)) };
  },
  'another strength': (it, index) => ({
    ...it,
    rules: change(it.rules, index, (rule) =>
      rule.favours === undefined
        ? rule
        : { ...rule, favours: { [findVote(rule)?.kind ?? '']: 'strong' as const } },
    ),
  }),
  'another side': (it, index) => ({
    ...it,
    rules: change(it.rules, index, (rule) =>
      rule.favours === undefined ? rule : { ...rule, favours: { vm: findVote(rule)?.strength ?? 'slight' } },
    ),
  }),
  'another reason': (it, index) => ({
    ...it,
    rules: change(it.rules, index, (rule) => ({ ...rule, because: 'So it is.' })),
  }),
  'a condition given a name': (it, index) => {
    const rule = it.rules[index % it.rules.length];
    if (rule === undefined || it.conditions.some(({ id }) => id === rule.id)) return it;
    return {
      ...it,
      conditions: [...it.conditions, { id: rule.id, title: 'what it asks for', when: rule.when }],
      rules: it.rules.map((each) =>
        each === rule ? { ...rule, when: { is: 'named', name: rule.id } } : each,
      ),
    };
  },
  'another condition by name': (it, index) => ({
    ...it,
    conditions: it.conditions.map((condition, position) =>
      position === index % it.conditions.length
        ? { ...condition, when: understand({ 'os.desktop': 'no' }, it) }
        : condition,
    ),
  }),
  'conditions made of each other': (it, index) => {
    const [first, second] = index % 2 === 0 ? it.conditions : [...it.conditions].reverse();
    if (first === undefined || second === undefined) return it;
    const others = it.conditions.filter((each) => each !== second && each.when.is !== 'named');
    if (!others.includes(first)) return it;
    return {
      ...it,
      conditions: it.conditions.map((each) =>
        each === second ? { ...second, when: { is: 'named' as const, name: first.id } } : each,
      ),
    };
  },
  'another threshold': (it, index) => ({
    ...it,
    params: change(it.params, 0, (param) => ({ ...param, value: index + 1 })),
  }),
  'another presumption': (it, index) => ({
    ...it,
    facts: change(it.facts, index, (fact) =>
      fact.id === 'os.desktop' ? { ...fact, presumed: 'yes' } : fact,
    ),
  }),
  'no presumption': (it, index) => ({
    ...it,
    facts: change(it.facts, index, (fact) => without(fact, 'presumed')),
  }),
  'another meaning': (it, index) => ({
    ...it,
    facts: change(it.facts, index, (fact) =>
      fact.values === undefined ? fact : { ...fact, values: { ...fact.values, yes: 'so it is' } },
    ),
  }),
  'other needs': (it, index) => ({
    ...it,
    placements: change(it.placements, index, (placement) => ({
      ...placement,
      needs: understand({ 'os.desktop': 'no' }, it),
    })),
  }),
  'placements in another order': (it, index) => ({ ...it, placements: swap(it.placements, index) }),
  'facts in another order': (it, index) => ({ ...it, facts: swap(it.facts, index) }),
  'an action made a must': (it, index) => ({
    ...it,
    actions: change(it.actions, index, (action) => ({ ...action, level: 'must' })),
  }),
  'another version': (it, index) => ({ ...it, version: `2.0.${index}` }),
  'another source': (it) => ({
    ...it,
    sources: change(it.sources, 0, (source) => ({ ...source, date: '2027' })),
  }),
};

/** The small rulebook with up to four edits, each named; its digest is that of what it now says. */
export const editedRulebook: fc.Arbitrary<ReadyRulebook> = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(20)), { maxLength: 5 })
  .map((chosen) => {
    const edited = chosen.reduce((it, [name, index]) => edits[name]?.(it, index) ?? it, small);
    const rulebook = { ...edited, digest: digestOf(without(edited, 'digest')) };
    return { rulebook, model: compileRulebook(rulebook) };
  });
