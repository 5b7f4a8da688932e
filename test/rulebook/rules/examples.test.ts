import { describe, expect, it } from 'vitest';
import { buildState } from '../../../src/decide/build-state.ts';
import { evaluateCondition, truth } from '../../../src/decide/evaluate-condition.ts';
import { readFactValue } from '../../../src/rulebook/fact-value.ts';
import { loadRules } from '../../support/load-rules.ts';
import { positionOf } from '../../support/build-rulebook.ts';

const { rulebook, model } = loadRules();

type Example = Readonly<Record<string, unknown>>;

/** How a rule is judged on an example, with nothing presumed. */
function judge(rule: string, example: Example) {
  const statements = new Map(
    Object.entries(example).map(([id, raw]) => {
      const fact = rulebook.facts[positionOf(rulebook.facts, id)];
      if (fact === undefined) throw new Error(id);
      const values = (Array.isArray(raw) ? (raw as unknown[]) : [raw]).map((each) => {
        const read = readFactValue(fact, each);
        if ('problem' in read) throw new Error(read.problem);
        return read.value;
      });
      return [id, { values }] as const;
    }),
  );
  const compiled = model.rules[positionOf(model.rules, rule)];
  if (compiled === undefined) throw new Error(rule);
  return evaluateCondition(compiled.when, buildState(model, statements).withheld);
}

describe.each(rulebook.rules.map((rule) => ({ id: rule.id, rule })))('rule $id', ({ id, rule }) => {
  const { fires, quiet } = rule.examples;

  it('fires on its first example, with nothing presumed', () => expect(judge(id, fires)).toBe(truth.true));

  it('is false, not merely unknown, on its second', () => expect(judge(id, quiet)).toBe(truth.false));

  it('has examples that differ in exactly one fact', () => {
    const facts = new Set([...Object.keys(fires), ...Object.keys(quiet)]);
    const differing = [...facts].filter(
      (fact) => JSON.stringify(fires[fact]) !== JSON.stringify(quiet[fact]),
    );
    expect(differing).toHaveLength(1);
  });

  it('gives its reason in one sentence', () => {
    expect(rule.because.match(/[.?!](?=\s|$)/g)).toHaveLength(1);
    expect(rule.because).toMatch(/^[A-Z].*\.$/s);
  });

  it('has a kebab-case name', () => expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/));
});

describe('presumptions', () => {
  const open = [
    'os.windows-hosts',
    'hardware.memory',
    'package.form',
    'package.support-required',
    'package.remaining-life',
    'state.kind',
    'state.operator',
    'life.instance',
    'life.releases',
    'life.image-pipeline',
    'scale.services',
    'site.hosting',
    'site.containers',
    'site.vms',
    'site.own-hosts',
    'site.kubernetes-skill',
    'site.ops-people',
    'site.hosts',
  ];

  it.each(open)('%s has none: platform, hosts, people and support terms are never guessed', (id) => {
    expect(rulebook.facts[positionOf(rulebook.facts, id)]).not.toHaveProperty('presumed');
    expect(model.facts[positionOf(model.facts, id)]?.presumed).toBeNull();
  });

  it.each(rulebook.facts.filter((fact) => !open.includes(fact.id)))('$id has a quiet value', (fact) => {
    expect(fact.presumed).toBeDefined();
    expect(fact.exception).toBeDefined();
  });

  it('carry no exclusion by themselves: nobody said anything, and everything survives', () => {
    const { state } = buildState(model, new Map());
    const firing = model.rules.filter((rule) => evaluateCondition(rule.when, state) === truth.true);
    expect(firing.filter((rule) => rule.removes !== 0).map((rule) => rule.id)).toEqual([]);
    expect(firing.filter((rule) => rule.tier === 3).map((rule) => rule.id)).toEqual([]);
  });
});
