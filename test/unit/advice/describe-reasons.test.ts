import { describe, expect, it } from 'vitest';
import { type Advice, adviceShape, type Reason } from '../../../src/advice/result.ts';
import { resolvePlacements } from '../../../src/rulebook/placements.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { assessFacts, assessText } from '../../support/build-workload.ts';
import { loadRules } from '../../support/load-rules.ts';
import { seedRandom } from '../../support/random-values.ts';
import { makeStatements } from '../../support/random-workload.ts';
import { howMany } from '../../support/how-many.ts';

const ready = loadRules();

function listReasons({ reasons }: Advice): Reason[] {
  return [...reasons.for, ...reasons.against, ...reasons.rulingOut, ...reasons.form];
}

/** The advice on random workloads, with their number. */
function* adviseAtRandom(seed: number, count: number): Generator<Advice> {
  const random = seedRandom(seed);
  for (let round = 0; round < howMany(count); round++)
    yield assessFacts(ready, [...makeStatements(ready, random).values()]);
}

describe('every printed reason', () => {
  it('names at least one fact that was stated or presumed', () => {
    let seen = 0;
    for (const advice of adviseAtRandom(31, 1500))
      for (const reason of listReasons(advice)) {
        seen++;
        const known = reason.facts.filter((fact) => fact.origin !== 'unknown' && fact.value !== 'unknown');
        expect(known.length, `${reason.rule} rests on nothing that is known`).toBeGreaterThan(0);
      }
    expect(seen, `${seen} reasons`).toBeGreaterThan(howMany(5000));
  });

  it('leans on presumed facts only where it says "if"', () => {
    for (const advice of adviseAtRandom(32, 500))
      for (const reason of listReasons(advice))
        for (const fact of reason.if)
          expect(advice.facts[fact]?.origin, `${reason.rule}: ${fact}`).toBe('presumed');
  });

  it('stands on the side it speaks for', () => {
    for (const { verdict, reasons } of adviseAtRandom(33, 500)) {
      if (verdict.headline !== 'vm' && verdict.headline !== 'container') continue;
      expect(reasons.for.every((reason) => reason.favours === verdict.headline)).toBe(true);
      expect(reasons.against.some((reason) => reason.favours === verdict.headline)).toBe(false);
    }
  });
});

describe('a reason by way of some placements', () => {
  const small = buildRulebook({
    rules: {
      c: {
        pods: {
          when: { 't.a': 'yes' },
          favours: { container: 'slight' },
          'by-way-of': 'container.orchestrated',
          because: 'Pods start at once.',
          elsewhere: {
            'container.microvm': 'A microVM starts nearly at once.',
            container: 'A container starts at once, whatever carries it.',
          },
        },
        plain: { when: { 't.b': 'yes' }, suits: { 'container.plain': 'strong' } },
        microvm: { when: { 't.c': 'yes' }, suits: { 'container.microvm': 'strong' } },
        pod: { when: { 't.d': 'yes' }, suits: { 'container.orchestrated': 'strong' } },
        machine: { when: { 't.e': 'yes' }, favours: { vm: 'strong' } },
      },
    },
  });
  const tell = (facts: string) =>
    listReasons(assessText(small, facts)).find(({ rule }) => rule === 'pods')?.because;

  it.each([
    { facts: 'facts: { t: { a: yes, d: yes } }', says: 'Pods start at once.', of: 'a form that it goes by' },
    {
      facts: 'facts: { t: { a: yes, b: yes } }',
      says: 'A container starts at once, whatever carries it.',
      of: 'a form of a kind that elsewhere names',
    },
    {
      facts: 'facts: { t: { a: yes, c: yes } }',
      says: 'A microVM starts nearly at once.',
      of: 'a form that elsewhere names first',
    },
    {
      facts: 'facts: { t: { a: yes, c: yes, e: yes } }',
      says: 'A microVM starts nearly at once.',
      of: 'the runner-up, where it stands against the verdict',
    },
  ])('says what is true of $of', ({ facts, says }) => {
    expect(tell(facts)).toBe(says);
  });

  it('is true of the form by the default rulebook, also where something is left open', () => {
    const covered = new Map(
      ready.rulebook.rules.map(({ id, elsewhere = {}, 'by-way-of': ways = 'all' }) => {
        const positions = resolvePlacements(ready.rulebook, [ways, Object.keys(elsewhere)].flat());
        return [id, positions.map((position) => ready.rulebook.placements[position]?.id)];
      }),
    );
    for (const { verdict, reasons } of adviseAtRandom(36, 1500)) {
      const forms = [...verdict.forms, verdict.runnerUp?.placement ?? ''];
      for (const { rule, favours } of [...reasons.for, ...reasons.against]) {
        const form = forms.find((each) => each.startsWith(`${favours ?? ''}.`));
        if (form !== undefined) expect(covered.get(rule), `${rule} of ${form}`).toContain(form);
      }
    }
  });
});

describe('every advice', () => {
  it('has the shape that its schema promises', () => {
    for (const advice of adviseAtRandom(34, 300)) expect(adviceShape.safeParse(advice).error).toBeUndefined();
  });

  it('prints a placement that survives, and none where it must not', () => {
    for (const { verdict, placements } of adviseAtRandom(35, 500)) {
      const surviving = placements.filter((placement) => placement.survives !== 'no').map(({ id }) => id);
      expect(surviving).toEqual(expect.arrayContaining([...verdict.forms]));
      const placed = verdict.headline === 'vm' || verdict.headline === 'container';
      expect(verdict.placement === null).toBe(!placed);
    }
  });

  it('is the same bytes for the same input', () => {
    const [one, other] = [adviseAtRandom(36, 200), adviseAtRandom(36, 200)].map((all) =>
      JSON.stringify([...all]),
    );
    expect(one).toBe(other);
  });

  it('does not hang on the order of facts in the file', () => {
    const random = seedRandom(37);
    for (let round = 0; round < howMany(300); round++) {
      const facts = [...makeStatements(ready, random).values()];
      expect(JSON.stringify(assessFacts(ready, random.shuffle(facts)))).toBe(
        JSON.stringify(assessFacts(ready, facts)),
      );
    }
  });
});

describe('a reason seen from the verdict', () => {
  const tiny = buildRulebook({
    rules: {
      one: {
        'vm-strong': { when: { 't.a': 'yes' }, favours: { vm: 'strong' } },
        'vm-slight': {
          when: { any: [{ 't.a': 'yes' }, { 't.b': 'yes' }] },
          favours: { vm: 'slight' },
        },
        'vm-by-group': {
          when: { 't.a': 'yes' },
          favours: { vm: 'moderate' },
          'by-way-of': 'vm.group',
        },
      },
      two: {
        'container-slight': { when: { 't.c': 'yes' }, favours: { container: 'slight' } },
        'no-group': { when: { 't.d': 'yes' }, 'rules-out': 'vm.group' },
        'suits-single': { when: { 't.a': 'yes' }, suits: { 'vm.single': 'slight' } },
        'suits-plain': { when: { 't.a': 'yes' }, suits: { 'container.plain': 'slight' } },
        'says-more': { when: { 't.a': 'yes' }, note: 'Mind this.' },
      },
    },
  });
  const advice = assessText(tiny, 'facts: { t: { a: yes, b: no, c: yes, d: yes } }');
  const names = (list: readonly Reason[]) => list.map((reason) => reason.rule);

  it('speaks for it, strongest first, dead by-way-of votes left out', () => {
    expect(names(advice.reasons.for)).toEqual(['vm-strong', 'vm-slight']);
  });
  it('speaks against it', () => expect(names(advice.reasons.against)).toEqual(['container-slight']));
  it('rules something out', () => expect(names(advice.reasons.rulingOut)).toEqual(['no-group']));
  it('suits the chosen form only', () => expect(names(advice.reasons.form)).toEqual(['suits-single']));
  it('says its note', () => expect(advice.notes).toEqual([{ rule: 'says-more', note: 'Mind this.' }]));
  it('names only the branch of an any that holds', () => {
    expect(advice.reasons.for[1]?.facts.map((fact) => fact.fact)).toEqual(['t.a']);
  });
  it('is counted once a concern and kind in the table of votes, with the rules that cast it', () => {
    expect(advice.votes).toEqual([
      { concern: 'one', vm: 'strong', container: null, rules: ['vm-strong'] },
      { concern: 'two', vm: null, container: 'slight', rules: ['container-slight'] },
    ]);
  });

  it('stands under for in any case where the headline is either or none', () => {
    const either = assessText(tiny, 'facts: { t: { b: yes, c: yes } }');
    expect(either.verdict).toMatchObject({ headline: 'either', contested: true });
    expect(names(either.reasons.for)).toEqual(['container-slight', 'vm-slight']);
    expect(either.reasons.against).toEqual([]);
  });
});

describe('what leaves nothing', () => {
  const tiny = buildRulebook({
    placements: {
      'container.plain': { isolation: 'shared-kernel' },
      'vm.single': { isolation: 'own-kernel', needs: { 't.a': 'yes' } },
    },
    rules: { removal: { 'no-containers': { when: { 't.b': 'yes' }, 'rules-out': 'container' } } },
  });

  it('is named: the rule, and the need with the facts it reads', () => {
    const advice = assessText(tiny, 'facts: { t: { a: no, b: yes } }');
    expect(advice.conflicts).toEqual([[{ rule: 'no-containers' }, { needs: 'vm.single', facts: ['t.a'] }]]);
    expect(advice.placements.map(({ id, survives, removedBy }) => ({ id, survives, removedBy }))).toEqual([
      { id: 'container.plain', survives: 'no', removedBy: [{ rule: 'no-containers' }] },
      { id: 'vm.single', survives: 'no', removedBy: [{ needs: 'vm.single', facts: ['t.a'] }] },
    ]);
  });

  it('stays open while it is not known', () => {
    const advice = assessText(tiny, 'facts: { t: { b: yes } }');
    expect(advice.conflicts).toEqual([]);
    expect(advice.placements[1]).toMatchObject({
      survives: 'open',
      mightBeRemovedBy: [{ needs: 'vm.single' }],
    });
  });
});
