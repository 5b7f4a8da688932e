import { describe, expect, it } from 'vitest';
import { wordOptions } from '../../../../src/ask/word-question.ts';
import { createRulebookSchema } from '../../../../src/schema/rulebook-schema.ts';
import { createWorkloadSchema } from '../../../../src/schema/workload-schema.ts';
import { extendSmall, makeReady } from '../../../support/build-extension.ts';
import { assessFacts, complaintsOf } from '../../../support/build-workload.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';

const base = loadSmallRulebook().rulebook;
const paas = `fact-values:
  - fact: site.containers
    values: { our-paas: the platform of our own team }
    known-as: { our-paas: [Orchard] }
    because: Most teams here run on it.
`;
const rule = `rules:
  - id: on-our-platform
    concern: platform
    title: Our platform is there
    when: { site.containers: our-paas }
    favours: { container: strong }
    because: Our platform looks after what runs on it.
    cites: [judgement]
    examples: { fires: { site.containers: our-paas }, quiet: { site.containers: none } }
`;

describe('a team adds values to a choice', () => {
  it('behind those there are, and says so', () => {
    const extended = extendSmall(paas);
    const fact = extended.facts.find(({ id }) => id === 'site.containers');
    expect(Object.keys(fact?.values ?? {})).toEqual(['none', 'engine', 'kubernetes', 'our-paas']);
    expect(fact?.['known-as']).toMatchObject({ 'our-paas': ['Orchard'] });
    expect(fact?.marks).toEqual([
      {
        rulebook: 'acme',
        did: 'changed',
        what: ['values'],
        because: 'Most teams here run on it.',
        at: { file: 'acme.yaml', line: 7, column: 11 },
      },
    ]);
    expect(extended.layers.at(-1)?.differs?.widens).toEqual([
      { fact: 'site.containers', values: ['our-paas'], because: 'Most teams here run on it.' },
    ]);
    expect(extended.digest).not.toBe(base.digest);
  });

  it('and its rules and workloads use them', () => {
    const ready = makeReady(extendSmall(`${paas}${rule}`));
    const facts = [{ fact: 'site.containers', values: ['our-paas'], origin: 'stated' as const }];
    expect(assessFacts(ready, facts).verdict.headline).toBe('container');
  });

  it('and schemas and the interview offer them', () => {
    const { rulebook, model } = makeReady(extendSmall(`${paas}${rule}`));
    const meaning = '{"const":"our-paas","description":"the platform of our own team"}';
    expect(JSON.stringify(createWorkloadSchema(rulebook))).toContain(meaning);
    expect(JSON.stringify(createRulebookSchema(rulebook))).toContain('our-paas');
    const fact = rulebook.facts.find(({ id }) => id === 'site.containers');
    expect(fact && wordOptions(fact).at(-1)).toEqual({
      value: 'our-paas',
      label: 'the platform of our own team',
      names: ['Orchard'],
    });
    expect(model.facts.find(({ id }) => id === 'site.containers')?.choices).toContain('our-paas');
  });

  it('and presumes one of them', () => {
    const presumed = extendSmall(`${paas}presume:
  - fact: site.containers
    to: our-paas
    exception: It runs elsewhere
    exception-is: rare
    because: All of ours does.
`).facts.find(({ id }) => id === 'site.containers');
    expect(presumed).toMatchObject({ presumed: 'our-paas' });
    expect(presumed?.values).toHaveProperty('our-paas');
    expect(presumed?.marks?.map(({ what }) => what)).toEqual([['values'], ['presumed']]);
  });

  it('in an order of preference as the last that would do', () => {
    const first = extendSmall(`facts:
  - id: site.shelf
    name: shelf
    question: Which shelf?
    kind: choice
    any-of: [low, high]
    values: { high: the high one, low: the low one }
`);
    const second = extendSmall(
      'fact-values: [{ fact: site.shelf, values: { top: the top one }, because: There is one. }]\n',
      'beta',
      first,
    );
    expect(second.facts.find(({ id }) => id === 'site.shelf')?.['any-of']).toEqual(['low', 'high', 'top']);
  });
});

describe('what cannot be added is told at its place', () => {
  const add = (fact: string, values: string, more = '') =>
    `fact-values:\n  - fact: ${fact}\n    values: ${values}\n${more}    because: Ours.\n`;
  it.each([
    [
      'a fact that there is not',
      add('site.container', '{ ours: ours }'),
      /:7:11 no fact is called site.container/,
    ],
    ['a scale', add('site.skill', '{ wizard: knows all }'), /:7:11 site.skill is a scale; only a choice/],
    [
      'a value that is there',
      add('site.containers', '{ engine: ours }'),
      /:8:15 .*has the value engine already/,
    ],
    [
      'the same twice',
      paas + add('site.containers', '{ our-paas: ours }').slice(13),
      /has the value our-paas already/,
    ],
    ['unknown', add('site.containers', '{ unknown: not known }'), /:8:15 unknown is understood everywhere/],
    ['nothing', add('site.containers', '{}'), /:8:\d+ .*at least one value/],
    [
      'another name of no new value',
      add('site.containers', '{ ours: ours }', '    known-as: { oors: [Us] }\n'),
      /:9:17 .*oors.*ours/,
    ],
    [
      'a value of its own fact',
      `${add('site.row', '{ c: c }')}facts: [{ id: site.row, name: row, question: "Which?", kind: choice, values: { a: a, b: b } }]\n`,
      /site.row is a fact of this rulebook itself/,
    ],
  ])('%s', (_, text, complaint) => {
    expect(complaintsOf(() => extendSmall(text)).join('\n')).toMatch(complaint);
  });

  it('and there is no way to take one away', () => {
    const text = 'disable: [{ fact: site.containers, because: We have none. }]\n';
    expect(complaintsOf(() => extendSmall(text)).join('\n')).toMatch(/:6:13 unknown key fact/);
  });
});
