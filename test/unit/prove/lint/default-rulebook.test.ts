import { describe, expect, it } from 'vitest';
import { lintRulebook } from '../../../../src/prove/lint/lint-rulebook.ts';
import { isPlainlySafe } from '../../../../src/prove/lint/isolation-step.ts';
import { checkHalves } from '../../../../src/prove/lint/check-halves.ts';
import { checkLeaningsOnSilence } from '../../../../src/prove/lint/check-leanings-on-silence.ts';
import { checkRepeats } from '../../../../src/prove/lint/check-repeats.ts';
import { type Finding, findingKinds } from '../../../../src/prove/lint/finding.ts';
import { checkIsolationLaw } from '../../../../src/prove/lint/check-isolation-law.ts';
import type { ReadyRulebook } from '../../../../src/rulebook/ready.ts';
import { compileRulebook } from '../../../../src/rulebook/compile-rulebook.ts';
import type { Fact, Rule, Rulebook } from '../../../../src/rulebook/rulebook.ts';
import { positionOf } from '../../../support/build-rulebook.ts';
import { loadRules } from '../../../support/load-rules.ts';
import { understand } from '../../../support/understand.ts';

const ready = loadRules();

describe('the default rulebook', () => {
  const findings = lintRulebook(ready);

  it('has no error and no warning, and every proof about it is finished', () => {
    const grave = findings.filter(
      ({ kind }) => findingKinds[kind].level !== 'note' || kind === 'proof-unfinished',
    );
    expect(grave.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([]);
  });

  it('has no notes but on the age of sources', () => {
    expect([...new Set(findings.map(({ kind }) => kind))]).toEqual(['source-old']);
    expect(findings.length).toBeGreaterThan(10);
  });

  it('says of every demand for isolation that it is one', () => {
    const demands = ready.rulebook.facts.filter(({ demands }) => demands !== undefined).map(({ id }) => id);
    expect(demands).toEqual([
      'trust.code',
      'trust.neighbours',
      'trust.mandate',
      'trust.confidential-memory',
      'trust.regulated',
    ]);
  });

  it('obeys the law of isolation in every workload, by the form of its rules', () => {
    const fact = positionOf(ready.model.facts, 'trust.neighbours');
    const steps = [0, 1, 2].map((step) => ({ fact, from: 1 << step, to: 2 << step }));
    expect(steps.map((step) => isPlainlySafe(ready.model, step))).toEqual([true, true, true]);
    // The other way round it must not: less isolation demanded gives back what was excluded.
    expect(steps.map(({ from, to }) => isPlainlySafe(ready.model, { fact, from: to, to: from }))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('the default rulebook with one thing otherwise', () => {
  const { rulebook } = ready;
  /** What one check finds; all of them would take their time each. */
  const lintWith = (check: (changed: ReadyRulebook) => Finding[], changes: Partial<Rulebook>) => {
    const changed = { ...rulebook, ...changes };
    return check({ rulebook: changed, model: compileRulebook(changed) });
  };
  const withRule = (id: string, change: Partial<Rule>) =>
    rulebook.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));
  const withFact = (id: string, change: Partial<Fact>) =>
    rulebook.facts.map((fact) => (fact.id === id ? { ...fact, ...change } : fact));

  it('finds the exception that site.mandate is, once its reason is gone', () => {
    const found = lintWith(checkLeaningsOnSilence, {
      facts: rulebook.facts.map((fact) => {
        if (fact.id !== 'site.mandate') return fact;
        const { 'safe-to-presume': reason, ...rest } = fact;
        expect(reason).toMatch(/\.$/);
        return rest;
      }),
    });
    expect(found.map(({ kind, subject }) => `${kind} ${subject.id}`)).toEqual([
      'rests-on-presumption fits-the-container-service',
      'rests-on-presumption fits-the-kubernetes',
    ]);
  });

  it('finds the exclusions and the needs that would rest on shared hosts, were they presumed', () => {
    const found = lintWith(checkLeaningsOnSilence, {
      facts: withFact('site.own-hosts', { presumed: 'no', exception: 'It can.', 'exception-is': 'rare' }),
    });
    expect(found.map(({ kind, subject }) => `${kind} ${subject.id}`)).toEqual([
      'rests-on-presumption disturbs-shared-hosts',
      'rests-on-presumption own-kernel-module-on-shared-hosts',
      'rests-on-presumption own-kernel-version-on-shared-hosts',
      'rests-on-presumption realtime-on-shared-hosts',
      'rests-on-presumption container.own-host',
    ]);
  });

  it('finds a step of trust that suits a less isolated form', () => {
    const found = lintWith(checkIsolationLaw, {
      rules: withRule('strangers-suit-a-microvm', { suits: { 'container.sandboxed': 'strong' } }),
    });
    expect(found.map(({ kind, subject }) => `${kind} ${subject.id}`)).toContain(
      'law-isolation trust.neighbours',
    );
  });

  it('finds two halves where a base rule is gone', () => {
    const found = lintWith(checkHalves, {
      rules: withRule('released-often', {
        when: understand(
          { 'life.releases': { 'at-least': '$often' }, 'life.image-pipeline': 'no' },
          ready.rulebook,
        ),
        favours: { container: 'moderate' },
      }),
    });
    expect(found.map(({ kind, other }) => `${kind} ${other?.id ?? ''}`)).toContain(
      'complementary-halves released-often-by-pipeline',
    );
  });

  it('finds a rule in the shadow of another', () => {
    const found = lintWith(checkRepeats, {
      rules: withRule('lives-for-seconds', { favours: { container: 'slight' } }),
    });
    expect(found.map(({ kind, subject, other }) => `${kind} ${subject.id} ${other?.id ?? ''}`)).toContain(
      'rule-covered lives-for-seconds lives-for-minutes',
    );
  });
});
