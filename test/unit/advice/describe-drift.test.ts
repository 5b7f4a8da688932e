import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../src/advice/result.ts';
import { describeDrift } from '../../../src/advice/describe-drift.ts';
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
