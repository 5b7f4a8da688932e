import { describe, expect, it } from 'vitest';
import { prepareInterviewer } from '../../../src/ask/interviewer.ts';
import { parseWorkload } from '../../../src/workload/parse-workload.ts';
import type { Component, FactStatement, Workload } from '../../../src/workload/workload.ts';
import { writeWorkload } from '../../../src/workload/write-workload.ts';
import { assess } from '../../../src/assess.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { parseOne } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';
import { seedRandom } from '../../support/random-values.ts';
import { makeStatements } from '../../support/random-workload.ts';
import { holdInterview } from '../ask/hold-interview.ts';
import { interviewRulebook } from '../ask/interview-rulebook.ts';
import { howMany } from '../../support/how-many.ts';

const ready = buildRulebook(interviewRulebook);
const byDefault = loadRules();

const state = (fact: string, ...values: (string | number)[]): FactStatement => ({
  fact,
  values,
  origin: 'asked',
});
const read = (text: string, of = ready) => parseWorkload(parseOne(text), of.rulebook);
const at = { file: 'app.yaml', line: 1, column: 1 };
const write = (
  name: string,
  facts: readonly FactStatement[],
  parts: readonly Omit<Component, 'at'>[] = [],
  { rulebook } = ready,
) => {
  const components = parts.map((part) => ({ ...part, at }));
  return writeWorkload(rulebook, { name, file: 'app.yaml', facts, waivers: [], components });
};
const content = (facts: readonly FactStatement[]) =>
  Object.fromEntries(facts.map(({ fact, values }) => [fact, values]));

describe('a saved file', () => {
  it('is a workload as people write it, facts by group in the order of the vocabulary', () => {
    const facts = [
      state('site.platform', 'engine'),
      state('app.memory', 0.5),
      state('app.state', 'stateless'),
    ];
    expect(write('web', facts)).toBe(
      [
        'advise: 1',
        'name: web',
        'facts:',
        '  app:',
        '    state: stateless',
        '    memory: 0.5',
        '  site:',
        '    platform: engine',
        '',
      ].join('\n'),
    );
  });

  it('keeps an explicit unknown and a set of values', () => {
    const facts = [{ ...state('app.state'), values: null }, state('app.family', 'linux', 'bsd')];
    expect(content(read(write('web', facts)).facts)).toEqual({
      'app.state': null,
      'app.family': ['linux', 'bsd'],
    });
  });

  it('keeps components', () => {
    const parts = [
      { name: 'front', facts: [state('app.state', 'stateless')] },
      { name: 'back: #2', facts: [state('app.state', 'one-writer')] },
    ];
    const { components, facts } = read(write('web', [state('site.platform', 'engine')], parts));
    expect(content(facts)).toEqual({ 'site.platform': ['engine'] });
    expect(components.map((part) => [part.name, content(part.facts)])).toEqual([
      ['front', { 'app.state': ['stateless'] }],
      ['back: #2', { 'app.state': ['one-writer'] }],
    ]);
  });

  it('keeps what the file it came from expects and waives', () => {
    const text = [
      'advise: 1',
      'name: web',
      'facts:',
      '  app:',
      '    state: stateless',
      'expect: vm',
      'waivers:',
      '  - rule: owns-its-data',
      '    because: "It is only a cache: nothing is lost."',
      '    by: Ada',
      '    until: 2030-01-01',
      '',
    ].join('\n');
    const given = read(text);
    const again = read(writeWorkload(ready.rulebook, given));
    const strip = ({ waivers, expect: wanted }: Workload) => ({
      waivers: waivers.map((waiver) => ({ ...waiver, at: null })),
      headline: wanted?.headline,
    });
    expect(again.waivers).toHaveLength(1);
    expect(strip(again)).toEqual(strip(given));
  });

  it('of nothing said can be read', () => {
    expect(read(write('web', [])).facts).toEqual([]);
  });

  it.each([
    'yes',
    '12',
    '1.0',
    'null',
    '~',
    'a: b',
    '# no',
    '- x',
    "it's",
    '"',
    'Müller',
    '日本',
    ' spaces ',
    '{a}',
    '&x',
  ])('keeps the name %s', (name) => {
    expect(read(write(name, [])).name).toBe(name);
  });

  it('keeps whatever can be said, by the default rulebook', () => {
    const random = seedRandom(4);
    for (let round = 0; round < howMany(200); round++) {
      const facts = [...makeStatements(byDefault, random).values()];
      const workload = read(write('any', facts, [], byDefault), byDefault);
      expect(content(workload.facts)).toEqual(content(facts));
    }
  });

  it('gives the advice that the interview ended with', async () => {
    for (const platform of ['none', 'engine', 'kubernetes']) {
      const held = await holdInterview(prepareInterviewer(ready), {
        facts: {
          'site.platform': platform,
          'app.memory': '512 MiB',
          'app.state': 'one-writer',
          'app.family': 'bsd',
          'site.skill': 'production',
          'app.access': 'folders',
        },
        ticks: ['app.access'],
      });
      const saved = write('app', [...held.progress.statements.values()]);
      const { verdict, votes, actions } = assess(read(saved), ready, { today: '2026-07-01' });
      expect(verdict).toEqual(held.advice.verdict);
      expect(votes).toEqual(held.advice.votes);
      expect(actions.map(({ id }) => id)).toEqual(held.advice.actions.map(({ id }) => id));
    }
  });
});
