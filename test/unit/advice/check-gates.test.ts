import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

const ready = buildRulebook({
  facts: { 'f.tool': { presumed: 'no' } },
  placements: {
    'container.plain': { isolation: 'shared-kernel' },
    'vm.single': { isolation: 'own-kernel', needs: { 't.g': 'yes' } },
  },
  rules: {
    one: { 'slight-vm': { when: { 't.a': 'yes', 'f.tool': 'no' }, favours: { vm: 'slight' } } },
    two: { 'moderate-vm': { when: { 't.b': 'yes' }, favours: { vm: 'moderate' } } },
    three: { 'strong-vm': { when: { 't.c': 'yes' }, favours: { vm: 'strong' } } },
    four: { 'no-containers': { when: { 't.d': 'yes' }, 'rules-out': 'container' } },
    five: { 'slight-container': { when: { 't.e': 'yes' }, favours: { container: 'slight' } } },
  },
});

/** The workloads that gates are held against. */
const workloads = {
  either: 'facts: { t: { g: yes } }',
  lean: 'facts: { t: { a: yes, g: yes } }',
  favoured: 'facts: { t: { b: yes, g: yes } }',
  clear: 'facts: { t: { c: yes, g: yes } }',
  forced: 'facts: { t: { d: yes, g: yes } }',
  none: 'facts: { t: { d: yes, g: no } }',
} as const;

type Name = keyof typeof workloads;

describe('--require', () => {
  it.each<{ level: string; passes: Name[] }>([
    { level: 'favoured', passes: ['favoured', 'clear', 'forced'] },
    { level: 'clear', passes: ['clear', 'forced'] },
    { level: 'forced', passes: ['forced'] },
  ])('$level is reached by $passes only', ({ level, passes }) => {
    const reached = Object.entries(workloads)
      .filter(([, text]) => assessText(ready, text, { gates: { require: [level] } }).gates[0]?.passed)
      .map(([name]) => name);
    expect(reached).toEqual(passes);
  });

  it.each(['open', 'presumed', 'firm', 'lean', 'forced'])(
    '%s is not reached where nothing is left',
    (level) => {
      const { verdict, gates } = assessText(ready, workloads.none, { gates: { require: [level] } });
      expect(verdict).toMatchObject({ headline: 'none', status: 'firm' });
      expect(gates).toMatchObject([{ wanted: level, passed: false }]);
    },
  );

  it('evaluates every level that was asked for', () => {
    const { gates } = assessText(ready, workloads.favoured, { gates: { require: ['favoured', 'clear'] } });
    expect(gates.map(({ wanted, got, passed }) => [wanted, got, passed])).toEqual([
      ['favoured', 'favoured', true],
      ['clear', 'favoured', false],
    ]);
  });
});

describe('--expect and the expectation of the file', () => {
  it.each<{ name: Name; headline: string }>([
    { name: 'either', headline: 'either' },
    { name: 'lean', headline: 'vm' },
    { name: 'forced', headline: 'vm' },
    { name: 'none', headline: 'none' },
  ])('of $name pass for $headline and for nothing else', ({ name, headline }) => {
    const passing = ['vm', 'container', 'either', 'none', 'split'].filter((expected) => {
      const { gates } = assessText(ready, `${workloads[name]}\nexpect: ${expected}`, {
        gates: { expect: [expected], require: [] },
      });
      expect(gates[0]?.passed).toBe(gates[1]?.passed);
      return gates[0]?.passed;
    });
    expect(passing).toEqual([headline]);
  });

  it('are both evaluated, each under its own name', () => {
    const { gates } = assessText(ready, `${workloads.lean}\nexpect: vm`, {
      gates: { expect: ['container'], require: [] },
    });
    expect(gates).toMatchObject([
      { gate: 'expect', wanted: 'container', got: 'vm', from: 'option', passed: false },
      { gate: 'expect', wanted: 'vm', got: 'vm', from: 'file', passed: true },
    ]);
  });

  it('hold a whole of parts to the joint headline', () => {
    const text =
      'expect: split\ncomponents:\n  - { name: a, facts: { t: { c: yes } } }\n  - { name: b, facts: { t: { e: yes } } }';
    expect(assessText(ready, text).gates).toMatchObject([{ got: 'split', passed: true }]);
  });

  it.each<{ expected: string[]; passed: boolean; got: string }>([
    { expected: ['vm'], passed: false, got: 'vm, but b is either' },
    { expected: ['vm', 'either'], passed: true, got: 'vm' },
    { expected: ['either'], passed: false, got: 'vm' },
  ])('hold every part of a system to $expected', ({ expected, passed, got }) => {
    const text =
      'components:\n  - { name: a, facts: { t: { c: yes, g: yes } } }\n  - { name: b, facts: { t: { g: yes } } }';
    const [gate] = assessText(ready, text, { gates: { expect: expected, require: [] } }).gates;
    expect(gate).toMatchObject({ passed, got });
  });

  it('say what would let the only part that misses it pass', () => {
    const text =
      'components:\n  - { name: a, facts: { t: { c: yes, g: yes } } }\n  - { name: b, facts: { t: { g: yes } } }';
    const [gate] = assessText(ready, text, { gates: { expect: ['vm'], require: [] } }).gates;
    expect(gate?.lifts?.map(({ component, fact }) => [component, fact])).toContainEqual(['b', 't.c']);
  });

  it('ask for nothing where nobody asked', () => expect(assessText(ready, workloads.lean).gates).toEqual([]));
});

describe('what a failed gate hangs on', () => {
  function hangOn(text: string, expected: string) {
    const { gates } = assessText(ready, text, { gates: { expect: [expected], require: [] } });
    return gates[0]?.hangsOn.map((each) => each.fact);
  }

  it.each([
    { name: 'the stated facts of votes, not the presumed ones', text: workloads.lean, facts: ['t.a'] },
    {
      name: 'votes for and against',
      text: 'facts: { t: { c: yes, e: yes, g: yes } }',
      facts: ['t.c', 't.e'],
    },
    { name: 'exclusions', text: workloads.forced, facts: ['t.d'] },
    { name: 'needs that are not met', text: 'facts: { t: { g: no } }', facts: ['t.g'] },
    { name: 'exclusions and needs that leave nothing', text: workloads.none, facts: ['t.d', 't.g'] },
  ])('is $name', ({ text, facts }) => {
    expect(hangOn(text, 'split')?.sort()).toEqual(facts);
  });

  const needy = buildRulebook({
    placements: {
      'container.plain': { isolation: 'shared-kernel' },
      'container.orchestrated': { isolation: 'shared-kernel', needs: { 't.h': 'yes' } },
      'vm.single': { isolation: 'own-kernel', needs: { 't.g': 'yes', 't.f': 'yes', 't.e': 'yes' } },
      'vm.group': { isolation: 'own-kernel', needs: { 't.b': 'yes' } },
    },
    rules: {
      one: { 'strong-vm': { when: { 't.c': 'yes' }, favours: { vm: 'strong' } } },
      two: {
        'no-containers': { when: { 't.d': 'yes' }, 'rules-out': 'container' },
        'no-group': { when: { 't.a': 'yes' }, 'rules-out': ['vm.group'] },
        'no-plain': { when: { 't.a': 'yes' }, 'rules-out': ['container.plain'] },
      },
    },
  });

  it.each([
    { name: 'no need of what votes decided', on: 'c: yes, h: no', facts: ['t.c'] },
    { name: 'no need of the kind that came out', on: 'd: yes, b: no', facts: ['t.d'] },
    {
      name: 'needs that forced the other kind out, and of them nothing that is not known',
      on: 'a: yes, h: yes, g: no, f: no',
      facts: ['t.a', 't.f', 't.g'],
    },
    {
      name: 'of a need the one fact that decides it',
      on: 'a: yes, h: yes, g: no, f: yes',
      facts: ['t.a', 't.g'],
    },
  ])('is $name', ({ on, facts }) => {
    const { gates } = assessText(needy, `facts: { t: { ${on} } }`, {
      gates: { expect: ['split'], require: [] },
    });
    expect(gates[0]?.hangsOn.map(({ fact }) => fact).sort()).toEqual(facts);
  });

  it('is what any part hangs on, for a system', () => {
    const text =
      'components:\n  - { name: a, facts: { t: { c: yes } } }\n  - { name: b, facts: { t: { e: yes } } }';
    expect(hangOn(text, 'vm')?.sort()).toEqual(['t.c', 't.e']);
  });

  it('is nothing for a gate that held', () => expect(hangOn(workloads.clear, 'vm')).toEqual([]));

  it('carries value, origin and line', () => {
    const { gates } = assessText(ready, workloads.clear, { gates: { expect: ['container'], require: [] } });
    expect(gates[0]?.hangsOn).toMatchObject([
      { fact: 't.c', value: 'yes', origin: 'stated', at: { line: 2 } },
    ]);
  });
});
