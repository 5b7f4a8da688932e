import type { ReadyRulebook } from '../../../../src/rulebook/ready.ts';
import type { Model } from '../../../../src/decide/model.ts';
import type { Fact, Rulebook } from '../../../../src/rulebook/rulebook.ts';

const place = { file: 'rules/random.yaml', line: 1, column: 1 };
const words = { because: 'Because.', cites: ['judgement'] };

/** A rulebook around a compiled model, so that checks that also read the rulebook can be tried on it. */
export function makeReady(model: Model, facts: readonly Partial<Fact>[] = []): ReadyRulebook {
  const rulebook: Rulebook = {
    name: 'random',
    version: '1.0.0',
    date: '2026-01-01',
    digest: '',
    layers: [],
    params: [],
    conditions: [],
    topics: [],
    groups: [],
    outside: [],
    observations: [],
    facts: model.facts.map(({ id, choices }, index) => ({
      id,
      name: id,
      question: `${id}?`,
      kind: 'scale' as const,
      values: Object.fromEntries(choices.map((choice) => [choice, choice])),
      ...facts[index],
    })),
    placements: model.placements.map(({ id, kind }) => ({
      id,
      kind: kind === 0 ? ('vm' as const) : ('container' as const),
      isolation: 'shared-kernel' as const,
      title: id,
      is: 'A way to run it.',
      cites: ['judgement'],
    })),
    placementGroups: {},
    moving: { vm: [], container: [] },
    concerns: [],
    rules: model.rules.map(({ id }) => ({
      id,
      title: id,
      when: { is: 'all' as const, of: [] },
      examples: { fires: {}, quiet: {} },
      concern: 'random',
      at: place,
      ...words,
    })),
    actions: model.actions.map(({ id, must }) => ({
      id,
      title: id,
      level: must ? ('must' as const) : ('should' as const),
      ...words,
    })),
    sources: [],
    article: { title: 'An article', date: '2022' },
    claims: [],
    corrections: [],
  };
  return { rulebook, model };
}
