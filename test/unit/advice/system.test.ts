import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

const ready = buildRulebook({
  facts: { 'f.tool': { presumed: 'no' } },
  rules: {
    one: { 'slight-vm': { when: { 't.a': 'yes' }, favours: { vm: 'slight' } } },
    two: { 'strong-vm': { when: { 't.b': 'yes' }, favours: { vm: 'strong' } } },
    three: {
      'moderate-container': {
        when: { 't.c': 'yes', 'f.tool': 'no' },
        favours: { container: 'moderate' },
      },
    },
    four: { nothing: { when: { 't.d': 'yes' }, 'rules-out': 'all' } },
    five: { 'no-containers': { when: { 't.e': 'yes' }, 'rules-out': 'container' } },
  },
});

/** What the parts are, as a switch each; `-` says nothing. */
const parts = {
  'lean vm': 't: { a: yes }',
  'clear vm': 't: { b: yes }',
  'forced vm': 't: { e: yes }',
  'favoured container': 't: { c: yes }',
  either: 't: { a: no }',
  none: 't: { d: yes }',
} as const;

type Part = keyof typeof parts;

function join(...names: Part[]) {
  const lines = names.map((name, index) => `  - { name: part-${index}, facts: { ${parts[name]} } }`);
  return assessText(ready, `components:\n${lines.join('\n')}`);
}

describe('the parts of a system', () => {
  it.each<{ of: Part[]; headline: string; strength: string | null }>([
    { of: ['lean vm'], headline: 'vm', strength: 'lean' },
    { of: ['none'], headline: 'none', strength: null },
    { of: ['either'], headline: 'either', strength: null },
    { of: ['lean vm', 'clear vm'], headline: 'vm', strength: 'lean' },
    { of: ['clear vm', 'forced vm'], headline: 'vm', strength: 'clear' },
    { of: ['forced vm', 'forced vm'], headline: 'vm', strength: 'forced' },
    { of: ['favoured container', 'favoured container'], headline: 'container', strength: 'favoured' },
    { of: ['lean vm', 'favoured container'], headline: 'split', strength: 'lean' },
    { of: ['favoured container', 'clear vm', 'either'], headline: 'split', strength: 'favoured' },
    { of: ['either', 'clear vm'], headline: 'vm', strength: 'clear' },
    { of: ['favoured container', 'either'], headline: 'container', strength: 'favoured' },
    { of: ['either', 'either'], headline: 'either', strength: null },
    { of: ['none', 'clear vm'], headline: 'none', strength: null },
    { of: ['lean vm', 'favoured container', 'none'], headline: 'none', strength: null },
    { of: ['either', 'none'], headline: 'none', strength: null },
  ])('$of together: $headline, $strength', ({ of, headline, strength }) => {
    expect(join(...of).verdict).toMatchObject({ headline, strength });
  });

  it('are the same in any order', () => {
    expect(join('lean vm', 'favoured container').verdict.headline).toBe('split');
    expect(join('favoured container', 'lean vm').verdict.headline).toBe('split');
  });

  it.each<{ of: Part[]; placement: string | null }>([
    { of: ['lean vm', 'clear vm'], placement: 'vm.single' },
    { of: ['lean vm', 'favoured container'], placement: null },
    { of: ['lean vm', 'either'], placement: null },
  ])('$of print a placement only where all share it: $placement', ({ of, placement }) => {
    expect(join(...of).verdict.placement).toBe(placement);
  });

  it('are placed, the whole is not', () => {
    const advice = join('lean vm', 'favoured container');
    expect(advice.components.map((part) => part.name)).toEqual(['part-0', 'part-1']);
    expect(advice.components.map((part) => part.verdict.headline)).toEqual(['vm', 'container']);
    expect(advice).toMatchObject({
      placements: [],
      votes: [],
      actions: [],
      reasons: { for: [], against: [] },
    });
  });

  it('lend the whole the presumptions they lean on', () => {
    expect(join('lean vm', 'favoured container').verdict.if.map((each) => each.fact)).toEqual(['f.tool']);
    expect(join('lean vm', 'lean vm').verdict.if).toEqual([]);
  });

  it.each<{ of: Part[]; matters: boolean[] }>([
    { of: ['lean vm', 'clear vm'], matters: [true, true] },
    { of: ['clear vm', 'clear vm'], matters: [false, true] },
    { of: ['either', 'favoured container'], matters: [false, false] },
  ])('$of: a waiver of the system matters where it does for one of them: $matters', ({ of, matters }) => {
    const lines = of.map((name, index) => `  - { name: part-${index}, facts: { ${parts[name]} } }`);
    const waivers = ['slight-vm', 'strong-vm'].map((rule) => `  - { rule: ${rule}, because: x }`);
    const silence = 'facts: { t: { a: no, b: no } }';
    const advice = assessText(
      ready,
      `${silence}\nwaivers:\n${waivers.join('\n')}\ncomponents:\n${lines.join('\n')}`,
    );
    expect(advice.waivers.map((waiver) => waiver.matters)).toEqual(matters);
  });

  it('take what the file says as their default', () => {
    const advice = assessText(
      ready,
      'facts: { t: { b: yes } }\ncomponents:\n  - name: one\n  - { name: two, facts: { t: { b: no } } }',
    );
    expect(advice.components.map((part) => part.verdict.headline)).toEqual(['vm', 'either']);
  });
});
