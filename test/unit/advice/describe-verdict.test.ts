import { describe, expect, it } from 'vitest';
import { buildRulebook, decideWith } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';

describe('a workload that says nothing', () => {
  const ready = loadRules();

  it.each([
    { name: 'no facts', text: 'name: x' },
    { name: 'only unknowns', text: 'facts: { package: { form: unknown }, site: { hosting: unknown } }' },
  ])('($name) is either, without a form, with three facts to tell', ({ text }) => {
    const { verdict } = assessText(ready, text);
    expect(verdict).toMatchObject({
      headline: 'either',
      strength: null,
      placement: null,
      isolation: null,
      forms: [],
      runnerUp: null,
    });
    expect(new Set(verdict.tell).size).toBe(3);
  });

  it('asks first for what has no presumption and decides much', () => {
    const { verdict } = assessText(ready, 'name: x');
    const told = ready.rulebook.facts.filter((fact) => verdict.tell.includes(fact.id));
    expect(told.map((fact) => fact.presumed)).toEqual([undefined, undefined, undefined]);
  });

  it('is not one that says something, however little', () => {
    const { verdict } = assessText(ready, 'facts: { site: { air-gapped: yes } }');
    expect(verdict).toMatchObject({ headline: 'either', tell: [] });
    expect(verdict.forms).toHaveLength(2);
  });
});

describe('the least bad placement where nothing is left', () => {
  const ready = buildRulebook({
    facts: { 'f.virt': {} },
    placements: {
      'container.plain': { isolation: 'shared-kernel' },
      'vm.single': { isolation: 'own-kernel' },
      'vm.group': { isolation: 'own-kernel', needs: { 'f.virt': 'yes' } },
    },
    rules: {
      votes: { 'strong-vm': { when: { 't.e': 'yes' }, favours: { vm: 'strong' } } },
      removal: {
        'no-containers': { when: { 't.a': 'yes' }, 'rules-out': 'container', instead: 'Rebuild it.' },
        'nor-these': { when: { all: [{ 't.b': 'yes' }, { 't.c': 'yes' }] }, 'rules-out': 'container' },
        'no-vms': { when: { 't.d': 'yes' }, 'rules-out': 'vm', instead: 'Buy a hypervisor.' },
        'a-riddle-of-vms': { when: { any: [{ 't.h': 'yes' }, { 'f.virt': 'yes' }] }, 'rules-out': 'vm' },
        'a-riddle': { when: { any: [{ 't.f': 'yes' }, { 't.g': 'yes' }] }, 'rules-out': 'all' },
      },
    },
  });

  it.each([
    {
      name: 'is that with the fewest removers',
      facts: 't: { a: yes, b: yes, c: yes, d: yes }',
      is: {
        placement: 'vm.single',
        removedBy: [{ rule: 'no-vms', instead: 'Buy a hypervisor.', lifts: ['t.d: no'] }],
      },
    },
    {
      name: 'of several the first in the order of the rulebook',
      facts: 't: { a: yes, d: yes }',
      is: {
        placement: 'container.plain',
        removedBy: [{ rule: 'no-containers', instead: 'Rebuild it.', lifts: ['t.a: no'] }],
      },
    },
    {
      name: 'unless strong votes speak for the other kind',
      facts: 't: { a: yes, d: yes, e: yes }',
      is: {
        placement: 'vm.single',
        removedBy: [{ rule: 'no-vms', instead: 'Buy a hypervisor.', lifts: ['t.d: no'] }],
      },
    },
    {
      name: 'named with nothing that lifts it where no single fact does',
      facts: 't: { f: yes, g: yes }',
      is: { placement: 'container.plain', removedBy: [{ rule: 'a-riddle', lifts: [] }] },
    },
    {
      name: 'is that with two removers that can be lifted before that with one that cannot',
      facts: 't: { b: yes, c: yes, a: yes, h: yes }, f: { virt: yes }',
      is: {
        placement: 'container.plain',
        removedBy: [
          { rule: 'no-containers', instead: 'Rebuild it.', lifts: ['t.a: no'] },
          { rule: 'nor-these', lifts: ['t.b: no', 't.c: no'] },
        ],
      },
    },
    { name: 'is not said where something is left', facts: 't: { a: yes }', is: null },
  ])('$name', ({ facts, is }) => {
    const { leastBad } = assessText(ready, `facts: { ${facts} }`).verdict;
    const plain = leastBad && {
      placement: leastBad.placement,
      removedBy: leastBad.removedBy.map(({ liftedBy, ...remover }) => ({
        ...remover,
        lifts: liftedBy.map(({ fact, values }) => `${fact}: ${values.join(', ')}`),
      })),
    };
    expect(plain).toEqual(is);
  });
});

describe('what would lift what stands against a placement', () => {
  it('is first what people decide, then what the program is', () => {
    const ready = buildRulebook({
      facts: { 'a.program': {}, 'b.people': {} },
      ofProgram: ['a'],
      rules: {
        removal: { nothing: { when: { 'a.program': 'yes', 'b.people': 'yes' }, 'rules-out': 'all' } },
      },
    });
    const { leastBad } = assessText(ready, 'facts: { a: { program: yes }, b: { people: yes } }').verdict;
    expect(leastBad?.removedBy[0]?.liftedBy.map(({ fact }) => fact)).toEqual(['b.people', 'a.program']);
  });
});

describe('presumptions that a verdict leans on', () => {
  const ready = buildRulebook({
    facts: { 'f.one': { presumed: 'no' }, 'f.two': { presumed: 'no' }, 'f.three': { presumed: 'no' } },
    rules: {
      votes: {
        'for-vm': { when: { 't.a': 'yes', 'f.one': 'no' }, favours: { vm: 'strong' } },
        'against-it': { when: { 't.b': 'yes', 'f.two': 'no' }, favours: { container: 'slight' } },
      },
      removal: {
        'no-containers': { when: { 't.c': 'yes', 'f.three': 'no' }, 'rules-out': 'container' },
        'no-vms': { when: { 't.d': 'yes' }, 'rules-out': 'vm' },
      },
    },
  });

  it.each([
    { name: 'those under its own votes', facts: 't: { a: yes, b: yes }', on: ['f.one'] },
    { name: 'those under an exclusion that forces it', facts: 't: { b: yes, c: yes }', on: ['f.three'] },
    { name: 'those under exclusions that leave nothing', facts: 't: { c: yes, d: yes }', on: ['f.three'] },
    { name: 'none that was stated', facts: 't: { a: yes }, f: { one: no }', on: [] },
    { name: 'none where nothing is decided', facts: 't: { a: no }', on: [] },
  ])('are $name', ({ facts, on }) => {
    const { verdict } = assessText(ready, `facts: { ${facts} }`);
    expect(verdict.if.map((each) => each.fact)).toEqual(on);
    expect(verdict.if.every((each) => each.origin === 'presumed')).toBe(true);
  });
});

describe('what moving to the runner-up would take', () => {
  const ready = buildRulebook({
    rules: { votes: { 'for-vm': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } } } },
    moving: {
      vm: [],
      container: [
        { takes: 'nothing', when: { 't.b': 'yes' } },
        { takes: 'repackage', when: { 't.c': 'yes' } },
        { takes: 'redesign', when: { 't.d': 'yes' } },
      ],
    },
  });

  it.each([
    { on: 'b: yes, c: yes, d: yes', takes: 'nothing' },
    { on: 'b: no, c: yes, d: yes', takes: 'repackage' },
    { on: 'b: no, c: no, d: yes', takes: 'redesign' },
    { on: 'b: no, c: no, d: no', takes: 'unknown' },
    { on: 'b: unknown, c: yes, d: yes', takes: 'unknown' },
  ])('with $on: $takes', ({ on, takes }) => {
    const { verdict } = assessText(ready, `facts: { t: { a: yes, ${on} } }`);
    expect(verdict.runnerUp).toMatchObject({ placement: 'container.plain', takes, removedBy: [] });
  });

  it('names what stands in the way when it is forced', () => {
    const forced = buildRulebook({
      rules: { removal: { 'no-containers': { when: { 't.a': 'yes' }, 'rules-out': 'container' } } },
    });
    const { verdict } = assessText(forced, 'facts: { t: { a: yes } }');
    expect(verdict.runnerUp?.removedBy).toEqual([{ rule: 'no-containers' }]);
    expect(decideWith(forced, 'a').headline).toBe('vm');
  });
});

describe('a presumption written as true or false', () => {
  const ready = buildRulebook({
    facts: { 'f.tool': { presumed: true } },
    rules: { votes: { 'for-vm': { when: { 'f.tool': 'yes' }, favours: { vm: 'strong' } } } },
  });

  it('is printed as what it is taken for', () => {
    const advice = assessText(ready, 'name: x');
    expect(advice.verdict).toMatchObject({
      headline: 'vm',
      if: [{ fact: 'f.tool', value: 'yes', origin: 'presumed' }],
    });
    expect(advice.facts['f.tool']).toEqual({ value: 'yes', origin: 'presumed' });
  });
});
