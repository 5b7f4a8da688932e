import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../src/advice/result.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

// What would let a gate pass, where a single fact does.

/** A fact that is presumed to be no, and otherwise as often as is said. */
const presumed = (often: string) => ({ presumed: 'no', exception: 'It is', 'exception-is': often });

const causes = ['t.a', 't.b', 'f.rare', 'f.occasional', 'f.common'];
const ready = buildRulebook({
  facts: {
    'f.rare': presumed('rare'),
    'f.occasional': presumed('occasional'),
    'f.common': presumed('common'),
    'f.veto': presumed('rare'),
    'n.size': { kind: 'number', unit: 'GB' },
    'p.own': {},
  },
  ofProgram: ['p'],
  rules: {
    one: { causes: { when: { any: causes.map((id) => ({ [id]: 'yes' })) }, favours: { vm: 'strong' } } },
    six: { own: { when: { 'p.own': 'yes', 't.h': 'yes' }, favours: { vm: 'strong' } } },
    two: { small: { when: { 't.c': 'yes' }, favours: { vm: 'slight' } } },
    three: { contrary: { when: { 't.d': 'yes' }, favours: { container: 'moderate' } } },
    four: { big: { when: { 'n.size': { above: 64 } }, favours: { vm: 'strong' } } },
    five: {
      'no-containers': { when: { any: [{ 't.e': 'yes' }, { 'f.veto': 'yes' }] }, 'rules-out': 'container' },
    },
  },
});

const tell = ({ gates }: Advice): string[] =>
  (gates[0]?.lifts ?? []).map(
    ({ component, fact, values, now, origin, at }) =>
      `${component === undefined ? '' : `${component}: `}${fact} ${values.join(' or ')}, now ${JSON.stringify(now)} ${origin}${at === undefined ? '' : ` at ${at.line}`}`,
  );

const expecting = (headline: string[], text: string): string[] =>
  tell(assessText(ready, text, { gates: { expect: headline, require: [] } }));
const requiring = (strength: string, text: string): string[] =>
  tell(assessText(ready, text, { gates: { require: [strength] } }));

describe('what would bring the headline that was expected', () => {
  it.each([
    {
      name: 'begins with what nobody said, and is three facts at most',
      text: 'facts: { t: { d: yes, e: no } }',
      is: [
        't.a yes, now "unknown" unknown',
        't.b yes, now "unknown" unknown',
        'n.size more than 64 GB, now "unknown" unknown',
      ],
    },
    {
      name: 'goes on with what is presumed and most often otherwise, then what was said, and rare exceptions last',
      text: 'facts: { t: { a: no, b: no, c: no, d: no, e: no }, n: { size: 8 } }',
      is: [
        'f.common yes, now "no" presumed',
        'f.occasional yes, now "no" presumed',
        't.a yes, now "no" stated at 2',
      ],
    },
    {
      name: 'has what was left open as what nobody said, with its value',
      text: 'facts: { t: { a: unknown, b: [no, yes], c: yes, d: yes, e: no }, f: { common: no, occasional: no }, n: { size: 8 } }',
      is: [
        't.a yes, now "unknown" stated at 2',
        't.b yes, now ["no","yes"] stated at 2',
        't.d no, now "yes" stated at 2',
      ],
    },
  ])('$name', ({ text, is }) => {
    expect(expecting(['vm'], text)).toEqual(is);
  });

  it('is not asked of what is there already', () => {
    expect(expecting(['vm', 'either'], 'facts: { t: { a: yes } }')).toEqual([]);
  });

  const system = (a: string, b: string) =>
    `components:\n  - { name: one, facts: { t: { ${a} } } }\n  - { name: two, facts: { t: { ${b} } } }`;

  it.each([
    {
      name: 'is of the one part that misses it',
      expected: ['vm'],
      text: system('a: yes', 'a: no, b: no, e: no, d: yes'),
      of: ['two: n.size', 'two: f.common', 'two: f.occasional'],
    },
    { name: 'is none where two do', expected: ['vm'], text: system('d: yes', 'd: yes'), of: [] },
    {
      name: 'is none where several would do',
      expected: ['vm', 'either'],
      text: system('a: yes', 'd: yes'),
      of: [],
    },
  ])('$name', ({ expected, text, of }) => {
    expect(expecting(expected, text).map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual(of);
  });
});

describe('what would bring the strength that was asked for', () => {
  it.each([
    {
      name: 'is what makes the same headline stronger',
      strength: 'clear',
      text: 'facts: { t: { a: no, b: no, c: yes, d: no, e: no }, n: { size: 8 } }',
      is: ['f.common', 'f.occasional', 't.a'],
    },
    {
      name: 'is never what makes it another one',
      strength: 'favoured',
      text: 'facts: { t: { a: no, b: no, c: yes, d: no, e: no }, n: { size: 8 }, f: { common: no, occasional: no, rare: no } }',
      is: ['t.a', 't.b', 't.e'],
    },
    {
      name: 'has what hardly ever is after what was said',
      strength: 'forced',
      text: 'facts: { t: { c: yes, e: no } }',
      is: ['t.e', 'f.veto'],
    },
    {
      name: 'has no rare exception that somebody has ruled out',
      strength: 'forced',
      text: 'facts: { t: { c: yes, e: no }, f: { veto: no } }',
      is: ['t.e'],
    },
    {
      name: 'is never what the program is',
      strength: 'clear',
      text: 'facts: { t: { a: no, b: no, c: yes, d: no, e: no, h: yes }, n: { size: 8 }, f: { common: no, occasional: no, rare: no, veto: no }, p: { own: no } }',
      is: ['t.a', 't.b', 't.e'],
    },
    {
      name: 'may be what the program is, where nobody said so',
      strength: 'clear',
      text: 'facts: { t: { a: no, b: no, c: yes, d: no, e: no, h: yes }, n: { size: 8 } }',
      is: ['p.own', 'f.common', 'f.occasional'],
    },
    {
      name: 'may be of any headline where there is none',
      strength: 'favoured',
      text: 'facts: { t: { a: no, b: no, c: no, d: no, e: no }, n: { size: 8 }, f: { common: no, occasional: no } }',
      is: ['t.a', 't.b', 't.d'],
    },
    { name: 'is nothing where it is reached', strength: 'clear', text: 'facts: { t: { a: yes } }', is: [] },
    { name: 'is nothing for a status', strength: 'firm', text: 'facts: { t: { c: yes } }', is: [] },
  ])('$name', ({ strength, text, is }) => {
    expect(requiring(strength, text).map((each) => each.split(' ')[0])).toEqual(is);
  });
});
