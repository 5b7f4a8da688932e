import { writeStatedValue } from '../../../src/rulebook/fact-value.ts';
import { describe, expect, it } from 'vitest';
import { prepareInterviewer } from '../../../src/ask/plan-interview.ts';
import { runInterview } from '../../../src/ask/run-interview.ts';
import { extras } from '../../../src/ask/word-question.ts';
import { readProfile } from '../../../src/workload/read-workloads.ts';
import { buildState } from '../../../src/decide/build-state.ts';
import { truth } from '../../../src/decide/judge-condition.ts';
import type { FactStatement } from '../../../src/workload/workload.ts';
import { connectProcess } from '../../../src/io.ts';
import { readOne } from '../../rulebook/golden/assess-file.ts';
import { assessFacts } from '../../support/build-workload.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { loadRules } from '../../support/load-rules.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';
import { seedRandom } from '../../support/random-values.ts';
import { listChoices } from '../../support/random-workload.ts';
import { createScriptedPrompter, interrupt, inTurn, type Reply } from '../../support/scripted-prompter.ts';
import { holdInterview, knownFacts, nothingKnown } from './hold-interview.ts';
import { interviewRulebook } from './interview-rulebook.ts';
import { howMany } from '../../support/how-many.ts';

const ready = buildRulebook(interviewRulebook);
const interviewer = prepareInterviewer(ready);
const byDefault = prepareInterviewer(loadRules());

const web = {
  'site.platform': 'engine',
  'app.memory': '4',
  'app.state': 'stateless',
  'app.family': 'linux',
  'site.skill': 'some',
};

const say = (held: {
  readonly progress: { readonly statements: ReadonlyMap<string, { values: unknown }> };
}) => Object.fromEntries([...held.progress.statements].map(([fact, { values }]) => [fact, values]));

describe('an interview', () => {
  it('ends firm, with every answer stated, and asks nothing twice', async () => {
    const held = await holdInterview(interviewer, { facts: web });
    expect(say(held)).toEqual({
      'site.platform': ['engine'],
      'app.memory': [4],
      'app.state': ['stateless'],
      'app.family': ['linux'],
      'app.access': ['none'],
      'app.desktop': ['no'],
    });
    expect(held.advice.verdict).toMatchObject({
      headline: 'container',
      status: 'firm',
      placement: 'container.plain',
    });
    const all = held.asked.flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('asks what decides most first, exceptions in one list at the end', async () => {
    const { asked } = await holdInterview(interviewer, { facts: web });
    expect(asked[0]).toBe('site.platform');
    expect([asked.at(-1)].flat().sort()).toEqual(['app.access', 'app.desktop']);
  });

  it('asks nothing that no rule listens to, nor what makes no sense', async () => {
    const { asked } = await holdInterview(interviewer, { facts: web });
    expect(asked.flat()).not.toContain('app.colour');
    expect(asked.flat()).not.toContain('site.skill');
    const others = await holdInterview(interviewer, { facts: { ...web, 'site.platform': 'kubernetes' } });
    expect(others.asked.flat()).toContain('site.skill');
  });

  it('stops when nothing matters any more', async () => {
    const settled = { 'app.desktop': 'yes', 'app.access': 'none', 'app.state': 'stateless' };
    const held = await holdInterview(interviewer, { facts: {} }, knownFacts(settled));
    expect(held.prompter.shown).toEqual([]);
    expect(held.progress.statements.size).toBe(3);
    expect(held.advice.verdict).toMatchObject({ headline: 'vm', strength: 'forced', status: 'firm' });
  });

  it('remembers every answer', async () => {
    const { remembered, progress, asked } = await holdInterview(interviewer, { facts: web });
    expect(remembered).toHaveLength(asked.length);
    expect(remembered.map(({ statements }) => statements.size)).toEqual([1, 2, 3, 4, 6]);
    expect(remembered.at(-1)).toEqual(progress);
  });

  it('says above each question what is still possible and why it is asked', async () => {
    const { prompter } = await holdInterview(interviewer, { facts: web });
    const questions = prompter.shown.filter(({ fact }) => fact !== undefined);
    expect(prompter.said).toHaveLength(questions.length);
    expect(prompter.said[0]).toMatch(/^\n3 headlines are still possible\b.*\. It matters for: .+\.$/);
    expect(prompter.said[1]).toMatch(
      /^\n1 facts? known, 2 headlines are still possible\b.*\. It matters for: .+\.$/,
    );
  });

  it('leaves what it was given as it was', async () => {
    const start = knownFacts({ 'site.platform': 'none' });
    await holdInterview(interviewer, { facts: web }, start);
    expect([...start.statements.keys()]).toEqual(['site.platform']);
    expect(start.skipped.size).toBe(0);
  });

  it('ended by Ctrl-C has remembered everything before it', async () => {
    const prompter = createScriptedPrompter(ready.rulebook, { facts: { ...web, 'app.state': interrupt } });
    const sizes: number[] = [];
    const running = runInterview(interviewer, nothingKnown, prompter, ({ statements }) =>
      sizes.push(statements.size),
    );
    await expect(running).rejects.toMatchObject({ name: 'Interrupted' });
    expect(sizes).toEqual([1, 2]);
  });
});

describe('going back', () => {
  it('is not offered at the first question', async () => {
    const { prompter } = await holdInterview(interviewer, { facts: web });
    expect(prompter.shown[0]?.options).not.toContain(extras.back);
    expect(prompter.shown[2]?.options).toContain(extras.back);
  });

  it('undoes exactly one question, and another answer changes the result', async () => {
    const held = await holdInterview(interviewer, {
      facts: {
        ...web,
        'app.memory': inTurn('4', '512'),
        'app.state': inTurn(extras.back, 'stateless'),
      },
    });
    expect(held.asked.slice(0, 4)).toEqual(['site.platform', 'app.memory', 'app.state', 'app.memory']);
    expect(held.remembered.slice(0, 3).map(({ statements }) => [...statements.keys()])).toEqual([
      ['site.platform'],
      ['site.platform', 'app.memory'],
      ['site.platform'],
    ]);
    expect(say(held)['app.memory']).toEqual([512]);
    expect(held.advice.verdict).toMatchObject({ headline: 'vm', status: 'firm' });
    const before = await holdInterview(interviewer, { facts: web });
    expect(before.advice.verdict.headline).toBe('container');
  });

  it('goes as far back as the first question', async () => {
    const held = await holdInterview(interviewer, {
      facts: {
        ...web,
        'site.platform': inTurn('none', 'engine'),
        // The number that follows is gone back from by its key, the state by its option.
        'app.memory': inTurn('<', '4'),
        'app.state': inTurn(extras.back, 'stateless'),
      },
    });
    expect(held.asked.slice(0, 3)).toEqual(['site.platform', 'app.state', 'site.platform']);
    expect(say(held)['site.platform']).toEqual(['engine']);
    expect(held.advice.verdict.headline).toBe('container');
  });

  it('undoes an answer of "I do not know" too', async () => {
    const held = await holdInterview(interviewer, {
      facts: { ...web, 'site.platform': inTurn(extras.unknown, 'none'), 'app.memory': '<' },
    });
    expect(held.progress.skipped).toEqual(new Set());
    expect(say(held)['site.platform']).toEqual(['none']);
  });

  it('is offered once more when nothing is left to ask, and undoes the list', async () => {
    const held = await holdInterview(interviewer, {
      facts: web,
      says: {
        'Which of these': inTurn(['app.desktop'], []),
        'Nothing more': inTurn(extras.back, 'on'),
      },
    });
    expect(held.asked.filter((each) => typeof each !== 'string')).toHaveLength(2);
    expect(say(held)['app.desktop']).toEqual(['no']);
    expect(held.advice.verdict).toMatchObject({ headline: 'container', status: 'firm' });
    expect(held.remembered.map(({ statements }) => statements.size)).toEqual([1, 2, 3, 4, 6, 4, 6]);
  });

  it('undoes a whole list with what was asked further', async () => {
    // With folders of its host it may be a VM or a container, so that more is asked after the list.
    const tiny = buildRulebook({
      facts: {
        'f.odd': { presumed: 'no', exception: 'It is odd' },
        'f.rights': {
          kind: 'choice',
          values: { none: 'none', some: 'some', all: 'all' },
          presumed: 'none',
          exception: 'It has rights',
        },
      },
      rules: {
        one: {
          odd: { when: { 'f.odd': 'yes', 't.b': 'yes' }, favours: { vm: 'strong' } },
          rights: { when: { 'f.rights': 'some', 't.c': 'yes' }, favours: { vm: 'strong' } },
        },
        two: { plain: { when: { 't.a': 'yes' }, favours: { container: 'moderate' } } },
      },
    });
    const held = await holdInterview(prepareInterviewer(tiny), {
      facts: {
        't.a': 'yes',
        't.b': inTurn(extras.back, 'yes'),
        't.c': inTurn(extras.back, 'no'),
        'f.rights': 'some',
      },
      says: { 'Which of these': inTurn(['f.odd', 'f.rights'], ['f.rights'], ['f.rights']) },
    });
    const lists = held.asked.filter((each) => typeof each !== 'string');
    expect(lists.length).toBeGreaterThanOrEqual(2);
    expect(lists[1]).toEqual(lists[0]);
    expect(say(held)).toMatchObject({ 'f.odd': ['no'], 'f.rights': ['some'] });
    const undone = held.remembered.findIndex(
      ({ statements }, index) => statements.size < (held.remembered[index - 1]?.statements.size ?? 0),
    );
    expect([...(held.remembered[undone]?.statements.keys() ?? [])]).toEqual(['t.a']);
  });
});

describe('"I do not know"', () => {
  const knowsNothing = { otherwise: (): Reply => extras.unknown, facts: { 'app.memory': '' } };

  it('states nothing and is not asked again', async () => {
    const held = await holdInterview(interviewer, knowsNothing);
    const questions = held.asked.filter((each) => typeof each === 'string');
    expect(new Set(questions).size).toBe(questions.length);
    expect(held.progress.skipped).toEqual(new Set(questions));
    for (const fact of questions) expect(held.progress.statements.has(fact)).toBe(false);
  });

  it('leaves a presumption on', async () => {
    const held = await holdInterview(interviewer, { facts: { ...web, 'app.family': extras.unknown } });
    expect(held.progress.statements.has('app.family')).toBe(false);
    expect(held.advice.facts['app.family']).toMatchObject({ value: 'linux', origin: 'presumed' });
    expect(held.advice.verdict).toMatchObject({ headline: 'container', status: 'presumed' });
  });

  it('leaves unknown what has no presumption', async () => {
    const held = await holdInterview(interviewer, { facts: { ...web, 'app.memory': '' } });
    expect(held.advice.facts['app.memory']).toMatchObject({ origin: 'unknown' });
    expect(held.advice.verdict.status).toBe('open');
  });

  const sample = loadRules().rulebook.facts.flatMap(({ id }, index) => (index % 6 === 0 ? [id] : []));

  // Everything known but one fact: not knowing it must be as good as never having been asked.
  it.each(sample)('to %s gives the same verdict as silence', async (id) => {
    const random = seedRandom(id.length * 1000 + id.charCodeAt(id.length - 1));
    const { model, rulebook } = byDefault;
    const answers = new Map(
      rulebook.facts.map((fact, index) => {
        const compiled = model.facts[index];
        if (compiled === undefined) throw new Error(fact.id);
        return [fact.id, String(random.pick(listChoices(fact, compiled)))];
      }),
    );
    const held = await holdInterview(byDefault, {
      facts: {
        [id]: rulebook.facts.find((fact) => fact.id === id)?.kind === 'number' ? '' : extras.unknown,
      },
      otherwise: (fact) => answers.get(fact.id) ?? '',
    });
    expect(held.progress.statements.get(id)?.origin).not.toBe('stated');
    const silent = [...held.progress.statements.values()].filter(({ fact }) => fact !== id);
    const listed = held.progress.statements.has(id);
    if (!listed) expect(held.advice.verdict).toEqual(assessFacts(byDefault, silent).verdict);
  });

  it('to everything gives the same headline as saying nothing at all', async () => {
    const held = await holdInterview(byDefault, {
      otherwise: (fact) => (fact.kind === 'number' ? '' : extras.unknown),
    });
    const silent = assessFacts(byDefault, []);
    expect(held.advice.verdict.headline).toBe(silent.verdict.headline);
    expect(held.advice.verdict.status).toBe('open');
    expect(held.findIrrelevant()).toEqual([]);
  });
});

describe('a start with something known', () => {
  it('asks only the rest', async () => {
    const start = knownFacts({ 'site.platform': 'engine', 'app.family': 'linux' });
    const held = await holdInterview(interviewer, { facts: web }, start);
    expect(held.asked.flat()).not.toContain('site.platform');
    expect(held.asked.flat()).not.toContain('app.family');
    const whole = await holdInterview(interviewer, { facts: web });
    expect(held.advice.verdict).toEqual(whole.advice.verdict);
  });

  it('does not ask again what somebody does not know', async () => {
    const held = await holdInterview(interviewer, { facts: web }, knownFacts({ 'app.memory': null }));
    expect(held.asked.flat()).not.toContain('app.memory');
    expect(held.progress.statements.get('app.memory')?.values).toBeNull();
  });

  it('does not ask the facts of a profile', async () => {
    const { facts } = readProfile(connectProcess(), 'fixtures/profiles/town-hall.yaml', loadRules().rulebook);
    const start = { statements: new Map(facts.map((each) => [each.fact, each])), skipped: new Set<string>() };
    const held = await holdInterview(
      byDefault,
      { otherwise: (fact) => (fact.kind === 'number' ? '1' : (Object.keys(fact.values ?? {})[0] ?? '')) },
      start,
    );
    expect(held.asked.flat().filter((fact) => start.statements.has(fact))).toEqual([]);
    expect(held.asked.length).toBeGreaterThan(0);
    expect(held.advice.verdict.status).toBe('firm');
  });
});

it.each(['game-panel-wings', 'github-self-hosted-runner'])(
  '%s without VMs ends firm: no premise hides a question that decides',
  async (name) => {
    const { facts } = readOne(`fixtures/golden/real/${name}.yaml`);
    const said = new Map(facts.map((each) => [each.fact, each.values?.[0]]));
    const others = new Map([
      ['site.containers', 'none'],
      ['site.vms', 'none'],
      ['site.hosting', 'own-data-centre'],
      ['site.hardware-virt', 'no'],
    ]);
    const held = await holdInterview(byDefault, {
      ticks: ['os.runs-containers', 'site.hardware-virt'],
      otherwise: (fact) => {
        const value =
          others.get(fact.id) ??
          said.get(fact.id) ??
          (fact.presumed === undefined ? undefined : String(fact.presumed));
        return writeStatedValue(
          value ?? (fact.kind === 'number' ? '1' : (Object.keys(fact.values ?? {})[0] ?? '')),
        );
      },
    });
    expect(held.advice.verdict.status).toBe('firm');
  },
);

describe.each([
  { name: 'the small rulebook', of: prepareInterviewer(loadSmallRulebook()), people: 60 },
  { name: 'the rulebook for interviews', of: interviewer, people: 60 },
  { name: 'the default rulebook', of: byDefault, people: 15 },
])('$name, with people drawn at random', ({ of, people }) => {
  const { model, rulebook } = of;

  it.each(Array.from({ length: howMany(people) }, (_, index) => index + 1))('person %i', async (seed) => {
    const random = seedRandom(seed);
    const truths = new Map(
      rulebook.facts.map((fact, index) => {
        const compiled = model.facts[index];
        if (compiled === undefined) throw new Error(fact.id);
        const usual = fact.presumed !== undefined && !random.chance(0.1);
        return [fact.id, String(usual ? fact.presumed : random.pick(listChoices(fact, compiled)))];
      }),
    );
    const complete = new Map(
      rulebook.facts.map((fact): [string, FactStatement] => {
        const value = truths.get(fact.id) ?? '';
        return [
          fact.id,
          { fact: fact.id, values: [fact.kind === 'number' ? Number(value) : value], origin: 'stated' },
        ];
      }),
    );
    // Nobody has Windows hosts of some build for a Linux program: what makes no sense is not true either.
    const { state } = buildState(model, complete);
    const sensible = rulebook.facts.flatMap((fact, index) =>
      of.makesSense(index, state) === truth.true ? (complete.get(fact.id) ?? []) : [],
    );
    const exceptions = rulebook.facts.filter(
      (fact) => fact.presumed !== undefined && truths.get(fact.id) !== String(fact.presumed),
    );
    const held = await holdInterview(of, {
      otherwise: (fact) => truths.get(fact.id) ?? '',
      ticks: exceptions.map((fact) => fact.id),
    });
    const whole = assessFacts(of, sensible);
    const { headline, status, placement } = held.advice.verdict;
    expect({ headline, placement }).toEqual({
      headline: whole.verdict.headline,
      placement: whole.verdict.placement,
    });
    expect(status).toBe('firm');
    expect(held.findIrrelevant()).toEqual([]);
    const musts = (advice: typeof whole) =>
      advice.actions
        .filter((action) => action.level === 'must')
        .map((action) => action.id)
        .sort();
    expect(musts(held.advice)).toEqual(musts(whole));
  });
});
