import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText, setFacts } from '../../support/build-workload.ts';

const ready = buildRulebook({
  rules: {
    one: { 'slight-vm': { when: { 't.a': 'yes' }, favours: { vm: 'slight' } } },
    two: { 'strong-vm': { when: { 't.b': 'yes' }, favours: { vm: 'strong' } } },
    three: { 'strong-container': { when: { 't.c': 'yes' }, favours: { container: 'strong' } } },
    five: { 'no-group': { when: { 't.f': 'yes' }, 'rules-out': ['vm.group'] } },
    four: { 'suits-group': { when: { 't.d': 'yes' }, suits: { 'vm.group': 'slight' } } },
  },
  actions: { careful: { level: 'should', for: 'all', when: { 't.e': 'yes' } } },
});

const file = 'facts: { t: { a: yes, b: no, c: no, d: no, e: no } }';

describe('--set', () => {
  it.each([
    { set: 't.g=yes', differs: [] },
    { set: 't.f=yes', differs: [] },
    { set: 't.a=yes', differs: [] },
    { set: 't.b=yes', differs: ['strength'] },
    { set: 't.c=yes', differs: ['headline', 'strength', 'placement'] },
    { set: 't.a=no', differs: ['headline', 'strength', 'placement'] },
    { set: 't.d=yes', differs: ['placement'] },
    { set: 't.e=yes', differs: ['actions'] },
  ])('$set changes $differs', ({ set, differs }) => {
    const { whatIf } = assessText(ready, file, { set: setFacts(ready, set) });
    expect(whatIf?.differs).toEqual(differs);
  });

  it('says what was set and what it was without', () => {
    const { whatIf, verdict } = assessText(ready, file, {
      set: setFacts(ready, 't.c=yes', 't.f=unknown', 't.g=yes,no'),
    });
    expect(verdict).toMatchObject({ headline: 'container', strength: 'clear' });
    expect(whatIf).toMatchObject({
      set: { 't.c': 'yes', 't.f': 'unknown', 't.g': ['yes', 'no'] },
      without: { headline: 'vm', strength: 'lean', placement: 'vm.single' },
    });
  });

  it.each([
    { set: 't.g=yes', below: {} },
    { set: 't.f=yes', below: { falls: ['vm.group'] } },
    { set: 't.e=yes', below: { toDo: [expect.any(String)] } },
  ])('$set changes $below below the headline', ({ set, below }) => {
    const { whatIf } = assessText(ready, file, { set: setFacts(ready, set) });
    expect(whatIf?.below).toEqual({ falls: [], comes: [], toDo: [], spared: [], ...below });
  });

  it('leaves no trace where it was not used', () => {
    expect(assessText(ready, file, { set: [] })).not.toHaveProperty('whatIf');
  });

  it('reaches every component', () => {
    const { components, whatIf } = assessText(ready, `${file}\ncomponents: [{ name: one }]`, {
      set: setFacts(ready, 't.c=yes'),
    });
    expect(components[0]?.verdict.headline).toBe('container');
    expect(whatIf?.differs).toContain('headline');
  });
});
