import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidePlacing } from '../../../../src/advice/placing.ts';
import { applyChanges } from '../../../../src/prove/diff/apply-changes.ts';
import { compareRulebooks, type RulebookChange } from '../../../../src/prove/diff/compare-rulebooks.ts';
import {
  gatherOutcome,
  compareOutcomes,
  minimiseSet,
  type PartOutcome,
} from '../../../../src/prove/diff/compare-outcomes.ts';
import { compileRulebook } from '../../../../src/rulebook/compile-rulebook.ts';
import type { Rulebook } from '../../../../src/rulebook/rulebook.ts';
import type { FactStatement } from '../../../../src/workload/workload.ts';
import { buildRulebook } from '../../../support/build-rulebook.ts';
import { loadRules } from '../../../support/load-rules.ts';
import { loadSmallRulebook } from '../../../support/load-small-rulebook.ts';
import { editedRulebook } from './edited-rulebook.ts';
import { howMany } from '../../../support/how-many.ts';

describe('a minimal part of a list', () => {
  const subset = fc.array(fc.nat(9), { maxLength: 4 }).map((items) => new Set(items));
  const items = [...Array(10).keys()];

  it.each([
    { what: 'nothing', holds: () => true, part: [] },
    { what: 'everything', holds: (some: readonly number[]) => some.length === 10, part: items },
    { what: 'one', holds: (some: readonly number[]) => some.includes(7), part: [7] },
    {
      what: 'two that stand apart',
      holds: (some: readonly number[]) => some.includes(1) && some.includes(8),
      part: [1, 8],
    },
    {
      what: 'the earlier of two',
      holds: (some: readonly number[]) => some.includes(2) || some.includes(9),
      part: [2],
    },
  ])('is $what', ({ holds, part }) => {
    expect(minimiseSet(items, holds)).toEqual(part);
  });

  it('is found also where one item can go only after another, tried later, has gone', () => {
    const holds = (some: readonly number[]) => !some.includes(2) || some.includes(9);
    expect(minimiseSet([2, 9], holds)).toEqual([]);
  });

  it('satisfies the test, and nothing of it can be left out, whatever the test', () => {
    fc.assert(
      fc.property(fc.array(subset, { maxLength: 6 }), fc.boolean(), (parts, odd) => {
        // Any of some parts will do; or, since changes can also hinder each other, an even number more.
        const holds = (some: readonly number[]) =>
          some.length === 10 ||
          (parts.some((part) => [...part].every((each) => some.includes(each))) &&
            (!odd || some.length % 2 === 0));
        const found = minimiseSet(items, holds);
        expect(holds(found)).toBe(true);
        for (const item of found) expect(holds(found.filter((each) => each !== item))).toBe(false);
      }),
      { numRuns: howMany(500) },
    );
  });
});

const says = fc.record(
  {
    'os.family': fc.constantFrom('linux', 'windows'),
    'os.memory': fc.constantFrom(4, 300),
    'state.kind': fc.constantFrom('stateless', 'one-writer'),
    'site.instances': fc.constantFrom(1, 5, 12, 25),
    'site.containers': fc.constantFrom('none', 'engine', 'kubernetes'),
    'site.vms': fc.constantFrom('yes', 'no'),
    'site.skill': fc.constantFrom('some', 'production'),
  },
  { requiredKeys: [] },
);

const state = (said: Readonly<Record<string, string | number | undefined>>) =>
  new Map(
    Object.entries(said).flatMap(([fact, value]): [string, FactStatement][] =>
      value === undefined ? [] : [[fact, { fact, values: [value], origin: 'stated' }]],
    ),
  );

/** What comes out under a rulebook. */
function decide(rulebook: Rulebook, said: ReadonlyMap<string, FactStatement>): PartOutcome {
  return gatherOutcome(decidePlacing({ rulebook, model: compileRulebook(rulebook) }, said, new Set()));
}

describe('why a workload comes out differently', () => {
  it('is explained by changes that bring it about, and by changes whose undoing takes it back', () => {
    let explained = 0;
    fc.assert(
      fc.property(editedRulebook, editedRulebook, says, (before, after, said) => {
        const changes = compareRulebooks(before.rulebook, after.rulebook);
        const known = state(said);
        const outcome = compareOutcomes(
          { before, after, changes },
          { before: known, after: known, waived: new Set(), rule: <T>(ready: T) => ready },
        );
        const [old, now] = [decide(before.rulebook, known), decide(after.rulebook, known)];
        if (outcome === null) {
          expect(old).toEqual(now);
          return;
        }
        explained++;
        const { because, undo, differs } = outcome;
        const print = (it: PartOutcome) => JSON.stringify(differs.map((key) => it[key]));
        const mix = (some: readonly RulebookChange[]) => {
          const rulebook = applyChanges(before.rulebook, after.rulebook, some);
          return rulebook === null ? 'unsound' : print(decide(rulebook, known));
        };
        const without = (some: readonly RulebookChange[]) => changes.filter((each) => !some.includes(each));
        for (const key of differs) expect(old[key]).not.toEqual(now[key]);
        expect(because.length).toBeGreaterThan(0);
        expect(mix(because)).toBe(print(now));
        expect(mix(without(undo))).toBe(print(old));
        for (const one of because) expect(mix(because.filter((each) => each !== one))).not.toBe(print(now));
        for (const one of undo) expect(mix([...without(undo), one])).not.toBe(print(old));
      }),
      { numRuns: howMany(300) },
    );
    expect(explained).toBeGreaterThan(howMany(30));
  });

  it('is found also between rulebooks that share little', () => {
    const [before, after] = [loadRules(), loadSmallRulebook()];
    const changes = compareRulebooks(before.rulebook, after.rulebook);
    const known = state({ 'os.family': 'windows' });
    const read = { before: known, after: known, waived: new Set<string>(), rule: <T>(ready: T) => ready };
    const outcome = compareOutcomes({ before, after, changes }, read);
    const causes = outcome?.because.map(({ sort, id, change }) => `${change} ${sort} ${id}`);
    expect(outcome?.differs).toContain('notes');
    expect(causes).toContain('added rule needs-windows');
    expect(causes?.filter((cause) => cause.startsWith('removed param'))).toEqual([]);
  });

  it('reads what is said of a fact as the rulebook does that the fact is taken from', () => {
    const { rulebook: small } = loadSmallRulebook();
    const changed: Rulebook = {
      ...small,
      facts: small.facts.map((fact) =>
        fact.id === 'os.memory' ? { ...fact, unit: 'MiB', 'at-most': 1e6 } : fact,
      ),
      rules: small.rules.filter(({ id }) => id !== 'needs-windows'),
    };
    const [before, after] = [small, changed].map((rulebook) => ({
      rulebook,
      model: compileRulebook(rulebook),
    }));
    if (before === undefined || after === undefined) throw new Error('two rulebooks');
    const changes = compareRulebooks(small, changed);
    const read = {
      before: state({ 'os.memory': 2 }),
      after: state({ 'os.memory': 2048 }),
      waived: new Set<string>(),
      rule: <T>(ready: T) => ready,
    };
    const outcome = compareOutcomes({ before, after, changes }, read);
    expect(outcome?.fires.after).toEqual(['fills-a-machine']);
    expect(outcome?.because.map(({ sort, id }) => `${sort} ${id}`)).toEqual(['fact os.memory']);
  });
});

describe('what is to be considered first', () => {
  it('is part of the outcome: another rule that says so is a difference', () => {
    const build = (consider: string) =>
      buildRulebook({
        outside: ['service', 'machine'],
        rules: { c: { one: { when: { 't.a': 'yes' }, consider } } },
      });
    const [before, after] = [build('service'), build('machine')];
    const said = new Map([['t.a', { fact: 't.a', values: ['yes'], origin: 'stated' as const }]]);
    const changes = compareRulebooks(before.rulebook, after.rulebook);
    const outcome = compareOutcomes(
      { before, after, changes },
      { before: said, after: said, waived: new Set(), rule: (ready) => ready },
    );
    expect(outcome).toMatchObject({
      differs: ['consider'],
      before: { consider: ['service'] },
      after: { consider: ['machine'] },
      because: [{ sort: 'rule', id: 'one' }],
    });
  });
});
