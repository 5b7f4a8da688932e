import { describe, expect, it } from 'vitest';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessText } from '../../support/build-workload.ts';

/** A fact that is presumed to be no, and otherwise as often as is said. */
const presumed = (often: string, more: object = {}) => ({
  kind: 'yes-no',
  values: { yes: 'yes', no: 'no' },
  presumed: 'no',
  exception: 'It is otherwise',
  'exception-is': often,
  ...more,
});

const ready = buildRulebook({
  facts: {
    'f.rare': presumed('rare', { 'asked-if': { 't.a': 'yes' } }),
    'f.occasional': presumed('occasional'),
    'f.common': presumed('common'),
    'f.own': presumed('occasional', { 'asked-if': { 't.a': 'yes' } }),
  },
  rules: {
    one: {
      each: {
        when: { any: ['rare', 'occasional', 'common', 'own'].map((name) => ({ [`f.${name}`]: 'yes' })) },
        favours: { vm: 'strong' },
      },
    },
    two: { unsaid: { when: { 't.b': 'yes' }, favours: { vm: 'strong' } } },
  },
});

const listFlips = (facts: string): (string | undefined)[] =>
  assessText(ready, `facts: { t: ${facts} }`).flips.map(({ changes }) => changes[0]?.fact);

describe('what would change a headline', () => {
  it('begins with what nobody said', () => {
    expect(listFlips('{ a: yes }')[0]).toBe('t.b');
  });

  it('goes on with what comes up only because of what is so here, and ends with what hardly ever is, and with what was said', () => {
    expect(listFlips('{ a: yes, b: no }')).toEqual(['f.own', 'f.common', 'f.occasional', 'f.rare', 't.b']);
  });

  it('has what does not come up here by how often it is so', () => {
    expect(listFlips('{ a: no, b: no }')).toEqual(['f.common', 'f.occasional', 'f.own', 'f.rare', 't.b']);
  });
});
