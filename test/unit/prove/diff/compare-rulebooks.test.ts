import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../../src/prove/diff/apply-changes.ts';
import { compareRulebooks, listWeightyKeys } from '../../../../src/prove/diff/compare-rulebooks.ts';
import type { Rulebook } from '../../../../src/rulebook/rulebook.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';
import { understand } from '../../../support/understand.ts';
import { editedRulebook } from './edited-rulebook.ts';
import { howMany } from '../../../support/how-many.ts';

const { rulebook: small } = loadSmallRulebook();

/** The differences as "change sort id: keys", and ! where it can alter a verdict. */
function compare(after: Rulebook, before: Rulebook = small): string[] {
  return compareRulebooks(before, after).map(({ sort, id, change, keys, weighs }) => {
    const named = keys.length === 0 ? '' : `: ${keys.map(({ key }) => key).join(' ')}`;
    return `${change} ${sort} ${id}${named}${weighs ? ' !' : ''}`;
  });
}

const [rule] = small.rules;
if (rule === undefined) throw new Error('the small rulebook has rules');
const withRule = (change: Partial<typeof rule>): Rulebook => ({
  ...small,
  rules: small.rules.map((each) => (each === rule ? { ...each, ...change } : each)),
});
const withFact = (id: string, change: Partial<Rulebook['facts'][number]>): Rulebook => ({
  ...small,
  facts: small.facts.map((fact) => (fact.id === id ? { ...fact, ...change } : fact)),
});

describe('what differs between two rulebooks', () => {
  it.each([
    { what: 'nothing', after: small, differs: [] },
    {
      what: 'the place of a rule, which says nothing',
      after: withRule({ at: { file: 'x', line: 9, column: 9 } }),
      differs: [],
    },
    {
      what: 'the version',
      after: { ...small, version: '2.0.0' },
      differs: ['changed rulebook rulebook: version'],
    },
    {
      what: 'the title of the article',
      after: { ...small, article: { ...small.article, title: 'Another one' } },
      differs: ['changed article the article: title'],
    },
    {
      what: 'a rule less',
      after: { ...small, rules: small.rules.slice(1) },
      differs: ['removed rule engine-at-hand !'],
    },
    {
      what: 'a rule renamed',
      after: withRule({ id: 'engine' }),
      differs: ['added rule engine !', 'removed rule engine-at-hand !'],
    },
    {
      what: 'a reason',
      after: withRule({ because: 'So.' }),
      differs: ['changed rule engine-at-hand: because'],
    },
    {
      what: 'a strength',
      after: withRule({ favours: { container: 'strong' } }),
      differs: ['changed rule engine-at-hand: favours !'],
    },
    {
      what: 'a condition',
      after: withRule({ when: understand({ 'os.desktop': 'no' }, small) }),
      differs: ['changed rule engine-at-hand: when !'],
    },
    {
      what: 'a new key',
      after: withRule({ must: 'keep-copies' }),
      differs: ['changed rule engine-at-hand: must !'],
    },
    {
      what: 'a condition by name that came, with a rule that uses it',
      after: {
        ...withRule({ when: { is: 'named', name: 'plain' } }),
        conditions: [
          { id: 'plain', title: 'it has no desktop', when: understand({ 'os.desktop': 'no' }, small) },
        ],
      },
      differs: ['added condition plain !', 'changed rule engine-at-hand: when !'],
    },
    {
      what: 'what a condition by name means, and what it says',
      before: {
        ...small,
        conditions: [{ id: 'plain', title: 'plain', when: understand({ 'os.desktop': 'no' }, small) }],
      },
      after: {
        ...small,
        conditions: [{ id: 'plain', title: 'it is', when: understand({ 'os.desktop': 'yes' }, small) }],
      },
      differs: ['changed condition plain: title when !'],
    },
    {
      what: 'a presumption',
      after: withFact('os.desktop', { presumed: 'yes' }),
      differs: ['changed fact os.desktop: presumed !'],
    },
    {
      what: 'a question',
      after: withFact('os.desktop', { question: 'A desktop?' }),
      differs: ['changed fact os.desktop: question'],
    },
    {
      what: 'the meaning of a value',
      after: withFact('os.desktop', { values: { yes: 'they do', no: 'nobody does' } }),
      differs: ['changed fact os.desktop: meaning of no'],
    },
    {
      what: 'the order of values',
      after: withFact('site.skill', {
        values: { some: 'some', none: 'not at all', production: 'runs it in production' },
      }),
      differs: ['changed fact site.skill: values !'],
    },
    {
      what: 'the order of placements, which breaks ties',
      after: { ...small, placements: [...small.placements].reverse() },
      differs: ['changed order placements: order !'],
    },
    {
      what: 'the order of facts, in which they are asked',
      after: { ...small, facts: [...small.facts].reverse() },
      differs: ['changed order facts: order'],
    },
    {
      what: 'a group of placements',
      after: { ...small, placementGroups: { containers: ['container.kubernetes'] } },
      differs: ['changed placement group containers: placements !'],
    },
    {
      what: 'what moving takes',
      after: { ...small, moving: { ...small.moving, vm: [] } },
      differs: ['changed moving into a vm: moves'],
    },
  ])(
    'is told: $what',
    ({ before = small, after, differs }: { before?: Rulebook; after: Rulebook; differs: string[] }) => {
      expect(compare(after, before)).toEqual(differs);
    },
  );

  it('is nothing if and only if the digests are equal', () => {
    fc.assert(
      fc.property(editedRulebook, editedRulebook, ({ rulebook: a }, { rulebook: b }) => {
        expect(compareRulebooks(a, b).length === 0).toBe(a.digest === b.digest);
      }),
      { numRuns: howMany(500) },
    );
  });

  it('turned round is what differs turned round', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    fc.assert(
      fc.property(editedRulebook, editedRulebook, ({ rulebook: a }, { rulebook: b }) => {
        const there = compareRulebooks(a, b).map(({ sort, id, change }) => `${sort} ${id} ${turned[change]}`);
        const back = compareRulebooks(b, a).map(({ sort, id, change }) => `${sort} ${id} ${change}`);
        expect(there.sort()).toEqual(back.sort());
      }),
    );
  });

  it('names, of what changed, the keys that weigh', () => {
    const [change] = compareRulebooks(small, withRule({ favours: { container: 'strong' }, because: 'So.' }));
    expect(change === undefined ? [] : listWeightyKeys(change).map(({ key }) => key)).toEqual(['favours']);
  });
});

/** What of a rulebook decides, wherever order says nothing in order of ids. */
const deciding = ({ params, facts, placements, placementGroups, rules, actions }: Rulebook) => {
  const sorted = <T extends { readonly id: string }>(list: readonly T[]) =>
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    params: sorted(params),
    facts: sorted(facts).map((fact) => ({ ...fact, 'asked-if': undefined })),
    placements,
    placementGroups,
    rules,
    actions: sorted(actions),
  };
};

describe('taking differences over', () => {
  it('makes the other rulebook of one with all of them, and changes nothing with none', () => {
    fc.assert(
      fc.property(editedRulebook, editedRulebook, ({ rulebook: a }, { rulebook: b }) => {
        const changes = compareRulebooks(a, b);
        const all = applyChanges(a, b, changes);
        const none = applyChanges(a, b, []);
        expect(all && deciding(all)).toEqual(deciding(b));
        expect(none && deciding(none)).toEqual(deciding(a));
      }),
      { numRuns: howMany(300) },
    );
  });

  const newFact: Rulebook['facts'][number] = {
    id: 'os.new',
    name: 'new',
    question: 'New?',
    kind: 'yes-no',
    values: { yes: 'yes', no: 'no' },
  };
  const newParam = { id: 'new', value: 3, because: 'So.', cites: ['judgement'] };
  const wider = { facts: [...small.facts, newFact], params: [...small.params, newParam] };

  it.each([
    {
      what: 'a rule without its fact',
      after: { ...withRule({ when: understand({ 'os.new': 'yes' }, wider) }), facts: wider.facts },
      only: 'rule',
    },
    {
      what: 'a rule without its action',
      after: {
        ...withRule({ must: 'new' }),
        actions: [
          ...small.actions,
          { id: 'new', title: 'New', level: 'must' as const, because: 'So.', cites: ['judgement'] },
        ],
      },
      only: 'rule',
    },
    {
      what: 'a rule without its group of placements',
      after: {
        ...withRule({ 'by-way-of': 'new' }),
        placementGroups: { ...small.placementGroups, new: ['vm.single'] },
      },
      only: 'rule',
    },
    {
      what: 'a rule without its threshold',
      after: {
        ...withRule({ when: understand({ 'os.memory': { above: '$new' } }, wider) }),
        params: wider.params,
      },
      only: 'rule',
    },
  ])('refuses $what', ({ after, only }) => {
    const changes = compareRulebooks(small, after);
    expect(
      applyChanges(
        small,
        after,
        changes.filter(({ sort }) => sort === only),
      ),
    ).toBeNull();
    expect(applyChanges(small, after, changes)).not.toBeNull();
  });
});
