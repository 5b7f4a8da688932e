import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../src/advice/result.ts';
import {
  describeDecision,
  describeDrift,
  gatherSaid,
  listSpeaking,
} from '../../../src/advice/describe-drift.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';

type Parts = Parameters<typeof buildRulebook>[0];

const base: Parts = {
  facts: { 'f.tool': { presumed: 'no' } },
  placements: {
    'container.plain': { isolation: 'shared-kernel' },
    'container.other': { isolation: 'shared-kernel', needs: { 't.h': 'yes' } },
    'vm.single': { isolation: 'own-kernel', needs: { 't.g': 'yes' } },
  },
  rules: {
    one: { 'slight-vm': { when: { 't.a': 'yes' }, favours: { vm: 'slight' } } },
    two: { 'slight-container': { when: { 't.e': 'yes' }, favours: { container: 'slight' } } },
    three: { 'tool-vm': { when: { 'f.tool': 'yes' }, favours: { vm: 'moderate' } } },
  },
};
const rulebook = buildRulebook(base);

/** The drift from one text to another, each by its rulebook. */
function drift(before: string, after: string, then = rulebook, now = rulebook) {
  return describeDrift(
    assessText(now, after),
    { advice: assessText(then, before), rulebookChanged: then !== now },
    now.rulebook.rules,
  );
}

const vm = 'facts: { t: { a: yes, g: yes } }';

describe('nothing drifted', () => {
  it.each([
    ['when nothing changed', vm],
    ['when a fact changed that the decision does not rest on', 'facts: { t: { a: yes, g: yes, h: no } }'],
    ['when a presumption was stated', 'facts: { t: { a: yes, g: yes }, f: { tool: no } }'],
  ])('%s', (_, after) => expect(drift(vm, after)).toEqual({ drifted: false, parts: [] }));

  it('over the strength alone: what is held to is headline, placement and conditions', () => {
    const after = drift('facts: { f: { tool: yes }, t: { g: yes } }', vm);
    expect(after.drifted).toBe(false);
  });

  it('between a result and itself, read from its JSON', () => {
    const ready = loadRules();
    const advice = assessText(ready, 'facts: { os: { family: windows }, site: { vms: vsphere } }');
    const recorded = JSON.parse(JSON.stringify(advice)) as Advice;
    expect(
      describeDrift(advice, { advice: recorded, rulebookChanged: false }, ready.rulebook.rules).drifted,
    ).toBe(false);
  });
});

describe('the actions', () => {
  const small = loadSmallRulebook();
  const now = assessText(small, 'facts: { site: { containers: engine, vms: no } }');
  const relevel = (level: 'must' | 'should'): Advice => ({
    ...now,
    actions: now.actions.map((action) => ({ ...action, level })),
  });
  const compare = (advice: Advice) =>
    describeDrift(now, { advice, rulebookChanged: true }, small.rulebook.rules).parts.map(
      ({ differs }) => differs,
    );

  it('drift where a must is one no longer', () => expect(compare(relevel('should'))).toEqual([['must']]));
  it('do not where all are as they were', () => expect(compare(relevel('must'))).toEqual([]));
});

describe('what changed of the facts', () => {
  it('is each whose value or origin did, with both', () => {
    const [part] = drift(vm, 'facts: { t: { a: no, e: yes, g: yes }, f: { tool: no } }').parts;
    expect(part).toMatchObject({ component: null, differs: ['headline', 'placement'] });
    expect(part?.facts).toMatchObject([
      { fact: 't.a', was: { value: 'yes' }, now: { value: 'no' } },
      { fact: 't.e', was: { value: 'unknown', origin: 'unknown' }, now: { value: 'yes', origin: 'stated' } },
      { fact: 'f.tool', was: { value: 'no', origin: 'presumed' }, now: { value: 'no', origin: 'stated' } },
    ]);
  });

  it('begins with what a reason rests on, or did', () => {
    const [part] = drift(vm, 'facts: { t: { a: no, c: yes, e: yes, g: yes } }').parts;
    expect(part?.facts.map(({ fact }) => fact)).toEqual(['t.a', 't.e', 't.c']);
  });

  it('is a presumption, when the rulebook has another one', () => {
    const now = buildRulebook({ ...base, facts: { 'f.tool': { presumed: 'yes' } } });
    const [part] = drift(
      'facts: { t: { e: yes, g: yes } }',
      'facts: { t: { e: yes, g: yes } }',
      rulebook,
      now,
    ).parts;
    expect(part?.facts).toMatchObject([
      { fact: 'f.tool', was: { value: 'no', origin: 'presumed' }, now: { value: 'yes', origin: 'presumed' } },
    ]);
    expect(part?.rules).toEqual([{ rule: 'tool-vm', change: 'fires-now' }]);
  });

  it('is one that the vocabulary has no longer', () => {
    const [part] = drift(vm, 'facts: { t: { e: yes, g: yes } }').parts;
    const recorded = assessText(rulebook, vm);
    const facts = { ...recorded.facts, 'old.fact': { value: 'yes', origin: 'stated' as const } };
    const after = describeDrift(
      assessText(rulebook, 'facts: { t: { e: yes, g: yes } }'),
      { advice: { ...recorded, facts }, rulebookChanged: true },
      rulebook.rulebook.rules,
    );
    expect(after.parts[0]?.facts).toContainEqual({
      fact: 'old.fact',
      was: { value: 'yes', origin: 'stated' },
      now: null,
    });
    expect(part?.facts.some(({ fact }) => fact === 'old.fact')).toBe(false);
  });
});

describe('what became of the rules', () => {
  const change = (rules: NonNullable<Parts['rules']>) =>
    buildRulebook({ ...base, rules: { ...base.rules, ...rules } });
  const strong = { favours: { container: 'strong' } } as const;
  const added = change({ four: { 'strong-container': { when: { 't.a': 'yes' }, ...strong } } });
  const elsewhere = change({ four: { 'strong-container': { when: { 't.b': 'yes' }, ...strong } } });
  const flipped = change({
    four: { 'strong-container': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } } },
  });

  it.each([
    { name: 'new', then: rulebook, now: added, rules: [['strong-container', 'new-or-changed']] },
    { name: 'removed', then: added, now: rulebook, rules: [['strong-container', 'removed']] },
    {
      name: 'given another condition',
      then: added,
      now: elsewhere,
      rules: [['strong-container', 'condition-changed']],
    },
    {
      name: 'given another effect',
      then: added,
      now: flipped,
      rules: [['strong-container', 'effect-changed']],
    },
  ])('$name', ({ then, now, rules }) => {
    const [part] = drift(vm, vm, then, now).parts;
    expect(part?.rules.map((each) => [each.rule, each.change])).toEqual(rules);
    expect(part?.facts).toEqual([]);
  });

  it.each([
    {
      name: 'firing and no longer firing with the facts',
      before: vm,
      after: 'facts: { t: { e: yes, g: yes } }',
      rules: [
        ['slight-container', 'fires-now'],
        ['slight-vm', 'fires-no-longer'],
      ],
    },
    {
      name: 'waived',
      before: vm,
      after: `${vm}\nwaivers: [{ rule: slight-vm, because: so }]`,
      rules: [['slight-vm', 'waived']],
    },
    {
      name: 'waived no longer, the waiver having expired',
      before: `${vm}\nwaivers: [{ rule: slight-vm, because: so, until: 2026-12-31 }]`,
      after: `${vm}\nwaivers: [{ rule: slight-vm, because: so, until: 2026-01-31 }]`,
      rules: [['slight-vm', 'waived-no-longer']],
    },
  ])('$name', ({ before, after, rules }) => {
    const [part] = drift(before, after).parts;
    expect(part?.rules.map((each) => [each.rule, each.change])).toEqual(rules);
  });
});

describe('a rule of which not all changed', () => {
  const both = {
    'two-facts': { when: { 't.a': 'yes', 't.b': 'yes' }, favours: { container: 'strong' } },
    'vote-and-form': {
      when: { 't.a': 'yes' },
      favours: { vm: 'slight' },
      suits: { 'vm.single': 'slight' },
    },
  } as const;
  const then = buildRulebook({ ...base, rules: { ...base.rules, both } });
  const now = buildRulebook({
    ...base,
    rules: { ...base.rules, both, idle: { idle: { when: { 't.h': 'yes' }, note: 'Never said.' } } },
  });
  const one = 'facts: { t: { a: yes, b: no, g: yes } }';
  const two = 'facts: { t: { a: yes, b: yes, g: yes } }';

  it.each([
    { name: 'fires over the fact that is new', before: one, after: two, change: 'fires-now' },
    {
      name: 'fires no longer over the fact that is gone',
      before: two,
      after: one,
      change: 'fires-no-longer',
    },
  ])('$name, whatever else the rulebook changed', ({ before, after, change }) => {
    const [part] = drift(before, after, then, now).parts;
    // A vote that also suits a form is told of it only where that form comes out: it is the same rule.
    expect(part?.rules).toEqual([{ rule: 'two-facts', change }]);
  });
});

describe('what a lock can tell', () => {
  const recorded = assessText(rulebook, vm);
  const lock = {
    decision: describeDecision(recorded),
    said: gatherSaid(recorded),
    rules: listSpeaking(recorded),
    components: [],
  };
  const container = 'facts: { t: { e: yes, g: yes } }';
  const compare = (text: string, ready = rulebook, kept: Partial<typeof lock> = lock) =>
    describeDrift(
      assessText(ready, text),
      { advice: { decision: lock.decision, components: [], ...kept }, rulebookChanged: ready !== rulebook },
      ready.rulebook.rules,
    ).parts[0];
  const stated = (value: string) => ({ value, origin: 'stated' });

  it('keeps what was said, and the rules that spoke, in the order of their names', () => {
    const most = 'facts: { t: { a: yes, e: yes, g: yes }, f: { tool: yes } }';
    expect(listSpeaking(assessText(rulebook, most))).toEqual(['slight-container', 'slight-vm', 'tool-vm']);
    expect(gatherSaid(assessText(rulebook, most))).toEqual({
      't.a': 'yes',
      't.e': 'yes',
      't.g': 'yes',
      'f.tool': 'yes',
    });
    expect(lock.said).toEqual({ 't.a': 'yes', 't.g': 'yes' });
  });

  it('is which facts are said otherwise, those first that a reason rests on, and which rules began and ended', () => {
    const part = compare('facts: { t: { c: no, e: yes, g: yes } }');
    expect(part?.facts).toMatchObject([
      { fact: 't.e', was: { value: 'unknown', origin: 'unknown' }, now: stated('yes') },
      { fact: 't.c', was: { value: 'unknown', origin: 'unknown' }, now: stated('no') },
      { fact: 't.a', was: stated('yes'), now: { value: 'unknown', origin: 'unknown' } },
    ]);
    expect(part?.rules).toEqual([
      { rule: 'slight-container', change: 'fires-now' },
      { rule: 'slight-vm', change: 'fires-no-longer' },
    ]);
  });

  it('is that the rulebook did it where nothing is said otherwise', () => {
    const { one, ...others } = base.rules ?? {};
    const elsewhere = { 'slight-vm': { when: { 't.b': 'yes' }, favours: { vm: 'slight' } } };
    const strong = { 'strong-container': { when: { 't.a': 'yes' }, favours: { container: 'strong' } } };
    const changes = (rules: NonNullable<Parts['rules']>) =>
      compare(vm, buildRulebook({ ...base, rules }))?.rules;
    expect(one).toBeDefined();
    expect(changes({ ...base.rules, strong })).toEqual([
      { rule: 'strong-container', change: 'new-or-changed' },
    ]);
    expect(changes({ ...others, elsewhere })).toEqual([{ rule: 'slight-vm', change: 'condition-changed' }]);
    expect(changes(others)).toEqual([{ rule: 'slight-vm', change: 'removed' }]);
  });

  it('is not why, where it does not keep that', () => {
    const part = compare(container, rulebook, {});
    expect(part).toMatchObject({ differs: ['headline', 'placement'], facts: [], rules: [], placements: [] });
  });
});

describe('placements and parts', () => {
  it('says which placement went, though no rule is to blame', () => {
    const [part] = drift(vm, 'facts: { t: { a: yes, g: no } }').parts;
    expect(part?.placements).toEqual([{ placement: 'vm.single', was: 'yes', now: 'no' }]);
    expect(part?.rules).toEqual([]);
  });

  it('compares components by name', () => {
    const before = 'components: [{ name: x, facts: { t: { a: yes, g: yes } } }, { name: y }]';
    const after = 'components: [{ name: z }, { name: x, facts: { t: { e: yes, g: yes } } }]';
    const { parts } = drift(before, after);
    expect(parts.map(({ component, differs }) => [component, ...differs])).toEqual([
      [null, 'headline', 'placement'],
      ['z', 'component'],
      ['x', 'headline', 'placement'],
      ['y', 'component'],
    ]);
    expect(parts[1]?.was).toBeNull();
    expect(parts[3]?.now).toBeNull();
  });
});
