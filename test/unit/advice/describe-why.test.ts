import { describe, expect, it } from 'vitest';
import { describeWhyFact, describeWhyPlacement, describeWhyRule } from '../../../src/advice/describe-why.ts';
import type { ExplainedPart } from '../../../src/advice/describe-why-condition.ts';
import { buildRulebook, positionOf } from '../../support/build-rulebook.ts';
import { placeText } from '../../support/build-workload.ts';

const ready = buildRulebook({
  facts: { 'f.tool': { presumed: 'no' } },
  conditions: { handy: { 't.e': 'yes', 't.f': 'yes' } },
  placements: {
    'container.plain': { isolation: 'shared-kernel' },
    'container.orchestrated': { isolation: 'shared-kernel', needs: { 't.g': 'yes' } },
    'vm.single': { isolation: 'own-kernel' },
    'vm.group': { isolation: 'own-kernel' },
  },
  rules: {
    one: {
      'slight-vm': { when: { 't.a': 'yes', 'f.tool': 'no' }, favours: { vm: 'slight' } },
      'strong-vm': { when: { 't.b': 'yes' }, favours: { vm: 'strong' } },
      'slight-container': { when: { 't.c': 'yes' }, favours: { container: 'slight' } },
      'by-group': { when: { 't.a': 'yes' }, favours: { vm: 'strong' }, 'by-way-of': 'vm.group' },
    },
    two: {
      'no-group': { when: { 't.d': 'yes' }, 'rules-out': ['vm.group'] },
      'suits-single': { when: { 't.a': 'yes' }, suits: { 'vm.single': 'slight' } },
      'never-suits': { when: { 't.h': 'yes' }, suits: { 'vm.single': 'slight' } },
    },
    three: {
      branching: {
        when: { any: [{ condition: 'handy' }, { not: { 't.g': 'yes', 't.h': 'yes' } }] },
        note: 'Mind this.',
      },
    },
  },
});
const { rulebook } = ready;

describe('why a rule did what it did', () => {
  it.each([
    { rule: 'slight-vm', facts: 'a: yes, d: yes', is: 'fired', vote: 'counts', leans: ['f.tool'] },
    { rule: 'slight-vm', facts: 'a: yes, b: yes, d: yes', is: 'fired', vote: 'outvoted', leans: ['f.tool'] },
    { rule: 'strong-vm', facts: 'a: yes, b: yes, d: yes', is: 'fired', vote: 'counts', leans: [] },
    // A vote for the other kind outvotes nothing: a concern has one for each.
    { rule: 'slight-container', facts: 'b: yes, c: yes', is: 'fired', vote: 'counts', leans: [] },
    { rule: 'by-group', facts: 'a: yes, d: no', is: 'fired', vote: 'counts', leans: [] },
    { rule: 'by-group', facts: 'a: yes, d: yes', is: 'fired', vote: 'no-placement', leans: [] },
    { rule: 'no-group', facts: 'd: yes', is: 'fired', vote: null, leans: [] },
    { rule: 'slight-vm', facts: 'a: no', is: 'quiet', vote: null, leans: [] },
    { rule: 'slight-vm', facts: 'b: yes', is: 'undecided', vote: null, leans: [] },
  ])('$rule with $facts: $is, its vote $vote', ({ rule, facts, is, vote, leans }) => {
    const why = describeWhyRule(
      placeText(ready, `facts: { t: { ${facts} } }`),
      positionOf(rulebook.rules, rule),
    );
    expect(why).toMatchObject({ rule, state: is, vote, if: leans });
  });

  it('is waived where it was set aside, whatever its condition says', () => {
    const placing = placeText(ready, 'facts: { t: { b: yes } }', 'strong-vm');
    const why = describeWhyRule(placing, positionOf(rulebook.rules, 'strong-vm'));
    expect(why).toMatchObject({ state: 'waived', vote: null, if: [] });
    expect(why.condition).toMatchObject([{ judged: 'holds' }]);
  });
});

/** A condition as a reader sees it: each part with how it was judged. */
const show = ({ key, condition, judged, parts }: ExplainedPart): string =>
  [condition?.id ?? key, judged, ...(parts.length === 0 ? [] : [`(${parts.map(show).join('; ')})`])].join(
    ' ',
  );

describe('a condition part by part', () => {
  it.each([
    {
      facts: 'e: yes, f: no, g: yes, h: yes',
      is: 'any fails (handy fails (t.e holds; t.f fails); not fails (t.g holds; t.h holds))',
    },
    {
      facts: 'e: yes, g: yes, h: no',
      is: 'any holds (handy unknown (t.e holds; t.f unknown); not holds (t.g holds; t.h fails))',
    },
  ])('with $facts', ({ facts, is }) => {
    const why = describeWhyRule(
      placeText(ready, `facts: { t: { ${facts} } }`),
      positionOf(rulebook.rules, 'branching'),
    );
    expect(why.condition.map(show)).toEqual([is]);
  });

  it('says of a condition by name what it says, and of a fact what is known of it', () => {
    const placing = placeText(ready, 'facts: { t: { e: yes } }');
    const [any] = describeWhyRule(placing, positionOf(rulebook.rules, 'branching')).condition;
    expect(any?.parts[0]).toMatchObject({
      condition: { id: 'handy', title: 'what handy says' },
      parts: [
        { key: 't.e', fact: { fact: 't.e', value: 'yes', origin: 'stated' } },
        { key: 't.f', fact: { fact: 't.f', value: 'unknown', origin: 'unknown' } },
      ],
    });
  });
});

describe('why a placement was removed or kept', () => {
  it.each([
    { of: 'vm.single', facts: 'b: yes', is: 'chosen', by: [], might: [] },
    { of: 'vm.group', facts: 'b: yes, d: no', is: 'stays', by: [], might: [] },
    { of: 'vm.group', facts: 'b: yes', is: 'open', by: [], might: [{ rule: 'no-group' }] },
    { of: 'vm.group', facts: 'b: yes, d: yes', is: 'out', by: [{ rule: 'no-group' }], might: [] },
    {
      of: 'container.orchestrated',
      facts: 'g: no',
      is: 'out',
      by: [{ needs: 'container.orchestrated', facts: ['t.g'] }],
      might: [],
    },
    {
      of: 'container.orchestrated',
      facts: 'b: yes',
      is: 'open',
      by: [],
      might: [{ needs: 'container.orchestrated', facts: ['t.g'] }],
    },
    // What nobody knows yet does not matter of one that was chosen, but is told.
    { of: 'vm.single', facts: 'b: yes, d: yes', is: 'chosen', by: [], might: [] },
  ])('$of with $facts: $is', ({ of, facts, is, by, might }) => {
    const why = describeWhyPlacement(
      placeText(ready, `facts: { t: { ${facts} } }`),
      positionOf(rulebook.placements, of),
    );
    expect(why).toMatchObject({ placement: of, state: is, removedBy: by, mightBeRemovedBy: might });
  });

  it('names the rules that fire and suit it', () => {
    const suited = (facts: string) =>
      describeWhyPlacement(
        placeText(ready, `facts: { t: { ${facts} } }`),
        positionOf(rulebook.placements, 'vm.single'),
      ).suitedBy;
    expect(suited('a: yes, h: no')).toEqual(['suits-single']);
    expect(suited('a: no, h: yes')).toEqual(['never-suits']);
  });
});

describe('what is known of a fact', () => {
  const a = positionOf(rulebook.facts, 't.a');
  const at = { file: 'app.yaml', line: 2, column: 3 };
  const said = { fact: 't.a', values: ['no'], origin: 'stated', at } as const;
  const suggested = { fact: 't.a', values: ['yes'], origin: 'suggested', rule: 'guess' } as const;
  const place = (text: string) => placeText(ready, text);
  const guessed = { ...place('name: x'), statements: new Map([['t.a', suggested]]) };
  const because = new Map([['guess', 'It looks like it.']]);

  it.each([
    { name: 'nothing', placing: place('name: x'), certain: undefined, is: { value: 'unknown' } },
    {
      name: 'what was stated, with no second word on it',
      placing: place('facts: { t: { a: yes } }'),
      certain: said,
      is: { value: 'yes', origin: 'stated', certain: null, because: null },
    },
    {
      name: 'a suggestion, with why and with what was said for certain',
      placing: guessed,
      certain: said,
      is: {
        value: 'yes',
        origin: 'suggested',
        certain: { fact: 't.a', value: 'no', origin: 'stated', at },
        because: 'It looks like it.',
      },
    },
    {
      name: 'a suggestion beside which nothing is certain',
      placing: guessed,
      certain: undefined,
      is: { value: 'yes', certain: null, because: 'It looks like it.' },
    },
  ])('is $name', ({ placing, certain, is }) => {
    expect(describeWhyFact(placing, a, certain, because)).toMatchObject({ fact: 't.a', ...is });
  });
});
