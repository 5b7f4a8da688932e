import { describe, expect, it } from 'vitest';
import { combineInferences } from '../../../src/import/combine-inferences.ts';
import { combineObserved } from '../../../src/import/combine-observed.ts';
import type { Importer } from '../../../src/import/importer.ts';
import { loadRules } from '../../support/load-rules.ts';
import { inferFrom, kinds, rows } from './rule-rows.ts';

const { rulebook } = loadRules();
/** The facts that a rule proves or suggests. */
function listClaimed(claims: Importer['rules'][number]['proves']): readonly string[] {
  if (claims === undefined) return [];
  const computed: unknown = 'facts' in claims ? claims.facts : undefined;
  return Array.isArray(computed) ? computed.map(String) : Object.keys(claims);
}

describe('every rule of inference', () => {
  it.each(rows)(
    '$name fires where it should, and is quiet where it should',
    async ({ kind, importer, rule }) => {
      const firing = async (example: string) => {
        const { inferences, observed } = await inferFrom(kind, importer, example);
        return [...inferences, ...observed].some((each) => each.rule === rule.id);
      };
      expect(await firing(rule.examples.fires), 'fires').toBe(true);
      expect(await firing(rule.examples.quiet), 'quiet').toBe(false);
    },
  );

  it.each(rows)('$name is needed: without it something else comes out', async ({ kind, importer, rule }) => {
    const all = await inferFrom(kind, importer, rule.examples.fires);
    const say = (without: string) => ({
      facts: combineInferences(
        rulebook.facts,
        all.inferences.filter((inference) => inference.rule !== without),
        'stated',
      ).statements.map(({ fact, values, origin }) => ({ fact, values, origin })),
      observed: combineObserved(
        rulebook,
        all.observed.filter((each) => each.rule !== without),
      ).map(({ observation, seen }) => ({ observation, seen })),
    });
    expect(say(rule.id)).not.toEqual(say(''));
  });

  it.each(rows)(
    '$name declares what it reads, and every fact that it speaks of',
    async ({ kind, importer, rule }) => {
      const { inferences } = await inferFrom(kind, importer, rule.examples.fires);
      expect(rule.reads).not.toContain('');
      for (const certainty of ['proves', 'suggests'] as const) {
        const own = inferences.filter((each) => each.rule === rule.id && each.certainty === certainty);
        expect(listClaimed(rule[certainty])).toEqual(expect.arrayContaining(own.map(({ fact }) => fact)));
      }
    },
  );

  it.each(rows)(
    '$name names facts, values and observations that the rulebook knows',
    async ({ kind, importer, rule }) => {
      const { inferences, observed } = await inferFrom(kind, importer, rule.examples.fires);
      for (const { fact, values } of inferences) {
        const known = rulebook.facts.find(({ id }) => id === fact);
        expect(known, fact).toBeDefined();
        if (known?.kind !== 'number')
          for (const value of values) expect(Object.keys(known?.values ?? {}), fact).toContain(value);
      }
      const seen = observed.map(({ observation }) => observation);
      expect(rulebook.observations.map(({ id }) => id)).toEqual(expect.arrayContaining(seen));
    },
  );
});

it('what rests on no key at all follows of being a container, or a pod', () => {
  const keyless = rows.filter(({ rule }) => rule.reads.length === 0).map(({ rule }) => rule.id);
  expect([...new Set(keyless)].sort()).toEqual([
    'container/any-name',
    'container/hosts-kernel',
    'container/replaced',
    'container/stays-put',
    'kubernetes/one-pod',
  ]);
});

describe('every observation of the rulebook', () => {
  it('is one that some rule of inference makes', () => {
    const made = kinds.flatMap(({ importer }) => importer.rules.flatMap(({ shows = '' }) => shows));
    expect(rulebook.observations.map(({ id }) => id).filter((id) => !made.includes(id))).toEqual([]);
  });
});

// The rows of what must not be derived: what files of other programs do not say, however tempting.

describe('of what stands in no file', () => {
  const rules = kinds.flatMap(({ importer }) => importer.rules);
  const suggested = new Set(
    rules.flatMap(({ proves, suggests }) => [...listClaimed(proves), ...listClaimed(suggests)]),
  );
  const proven = new Set(rules.flatMap(({ proves }) => listClaimed(proves)));

  it.each([
    [
      'demands of others',
      ['trust.regulated', 'site.mandate', 'package.vendor-support', 'package.support-required'],
    ],
    ['people and their skills', ['site.kubernetes-skill', 'site.container-skill', 'site.ops-people']],
    [
      'averages and what was bought',
      ['scale.load', 'scale.spike', 'hardware.disk-io', 'hardware.cpu-fits-hosts'],
    ],
    ['plans for it', ['life.releases', 'life.leaving', 'package.remaining-life', 'package.licensed-hosts']],
    [
      'the site around it',
      ['site.air-gapped', 'site.needed-by-platform', 'site.nodes-fixed', 'trust.neighbours'],
    ],
  ])('no rule speaks: %s', (_, facts) => {
    expect(facts.filter((fact) => !rulebook.facts.some(({ id }) => id === fact))).toEqual([]);
    expect(facts.filter((fact) => suggested.has(fact))).toEqual([]);
  });

  it.each([
    ['that something has a release is no need of it', ['os.release']],
    ['every machine has a screen, and many a socket for a dongle', ['os.desktop', 'package.licence']],
    [
      'settings and names are wishes',
      ['trust.mandate', 'trust.internet', 'hardware.tail-latency', 'site.mesh'],
    ],
    ['where an image comes from is a habit', ['trust.code', 'life.image-pipeline', 'state.operator']],
  ])('no rule proves: %s', (_, facts) => {
    expect(facts.filter((fact) => proven.has(fact))).toEqual([]);
    expect(facts.filter((fact) => !suggested.has(fact))).toEqual([]);
  });
});
