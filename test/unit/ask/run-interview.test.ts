import { writeStatedValue } from '../../../src/rulebook/fact-value.ts';
import { describe, expect, it } from 'vitest';
import { prepareInterviewer } from '../../../src/ask/interviewer.ts';
import { beginProgress } from '../../../src/ask/plan-interview.ts';
import { runInterview } from '../../../src/ask/run-interview.ts';
import { dontKnow } from '../../../src/ask/word-question.ts';
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

/** The messages of the prompts that are no questions about facts. */
const review = 'Your answers say: ';

describe('an interview', () => {
  it('ends with every answer stated, nothing that nobody said, and asks nothing twice', async () => {
    const held = await holdInterview(interviewer, { facts: web });
    expect(say(held)).toEqual({
      'site.platform': ['engine'],
      'app.memory': [4],
      'app.state': ['stateless'],
      'app.family': ['linux'],
    });
    expect(held.advice.verdict).toMatchObject({
      headline: 'container',
      status: 'presumed',
      placement: 'container.plain',
    });
    const all = held.asked.flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('asks in the order of the topics, then what has none, and what is unusual in one list at the end', async () => {
    const { asked } = await holdInterview(interviewer, { facts: web });
    expect(asked).toEqual([
      'site.platform',
      'app.state',
      'app.memory',
      'app.family',
      ['app.desktop', 'app.access'],
    ]);
  });

  it('asks nothing that no rule listens to, nor what makes no sense', async () => {
    const { asked } = await holdInterview(interviewer, { facts: web });
    expect(asked.flat()).not.toContain('app.colour');
    expect(asked.flat()).not.toContain('site.skill');
    const others = await holdInterview(interviewer, { facts: { ...web, 'site.platform': 'kubernetes' } });
    expect(others.asked.flat()).toContain('site.skill');
  });

  it('shows a review and nothing else where nothing matters any more', async () => {
    const settled = { 'app.desktop': 'yes', 'app.access': 'none', 'app.state': 'stateless' };
    const held = await holdInterview(interviewer, { facts: {} }, knownFacts(settled));
    expect(held.prompter.shown.map(({ message }) => message)).toEqual(['Your answers say: a VM (firm).']);
    expect(held.progress.statements.size).toBe(3);
    expect(held.advice.verdict).toMatchObject({ headline: 'vm', strength: 'forced', status: 'firm' });
  });

  it('remembers every answer', async () => {
    const { remembered, progress, asked } = await holdInterview(interviewer, { facts: web });
    expect(remembered).toHaveLength(asked.length);
    expect(remembered.map(({ statements }) => statements.size)).toEqual([1, 2, 3, 4, 4]);
    expect(remembered.at(-1)).toEqual(progress);
  });

  it('says with each question how far it is, counting up to the number it names', async () => {
    const { prompter } = await holdInterview(interviewer, { facts: web });
    const leads = prompter.shown.filter(({ facts }) => facts.length > 0).map(({ lead }) => lead);
    const numbers = leads.map((lead) => /^(\d+) of about (\d+)\./.exec(lead)?.slice(1).map(Number));
    // The number never grows: what comes behind it is one more.
    expect(numbers).toEqual([[1, 4], [2, 4], [3, 4], [4, 4], undefined]);
    expect(leads.at(-1)).toMatch(/^One more\./);
    expect(leads[1]).toContain('What it must not lose decides.');
  });

  it('keeps what is ticked though it changes neither headline nor placement, and always asks the system', async () => {
    const start = knownFacts({
      'package.form': 'hand-installed',
      'os.desktop': 'yes',
      'site.vms': 'vsphere',
    });
    const held = await holdInterview(
      byDefault,
      {
        facts: { 'os.family': 'windows', 'state.kind': 'one-writer' },
        otherwise: (fact) => (fact.kind === 'number' ? '' : dontKnow),
        ticks: ['package.licence=dongle', 'trust.internet=no'],
      },
      start,
    );
    expect(say(held)).toMatchObject({
      'os.family': ['windows'],
      'state.kind': ['one-writer'],
      'package.licence': ['dongle'],
      'trust.internet': ['no'],
    });
  });

  it('never names a larger number than before', async () => {
    const random = seedRandom(5);
    for (let person = 0; person < 5; person++) {
      const { prompter } = await holdInterview(byDefault, {
        otherwise: (fact) => (fact.kind === 'number' ? '' : random.pick(Object.keys(fact.values ?? {}))),
      });
      const leads = prompter.shown.flatMap(
        ({ lead }) => /^(\d+) of about (\d+)\./.exec(lead)?.slice(1) ?? [],
      );
      let before = Infinity;
      for (let at = 0; at < leads.length; at += 2) {
        const [here, about] = [Number(leads[at]), Number(leads[at + 1])];
        expect(here <= about && about <= before, leads.join()).toBe(true);
        before = about;
      }
    }
  });

  it('leaves what it was given as it was', async () => {
    const start = knownFacts({ 'site.platform': 'none' });
    await holdInterview(interviewer, { facts: web }, start);
    expect([...start.statements.keys()]).toEqual(['site.platform']);
    expect(start.skipped.size).toBe(0);
  });

  it('ended by Ctrl-C has remembered everything before it', async () => {
    const prompter = createScriptedPrompter(ready.rulebook, { facts: { ...web, 'app.memory': interrupt } });
    const sizes: number[] = [];
    const running = runInterview(interviewer, nothingKnown, prompter, ({ statements }) =>
      sizes.push(statements.size),
    );
    await expect(running).rejects.toMatchObject({ name: 'Interrupted' });
    expect(sizes).toEqual([1, 2]);
  });
});

describe('going back', () => {
  it('is not offered at the first question, and everywhere behind it', async () => {
    const { prompter } = await holdInterview(interviewer, { facts: web });
    expect(prompter.shown.map(({ canGoBack }) => canGoBack)).toEqual([false, true, true, true, true, true]);
  });

  it('asks once more with what was answered, and keeps all other answers', async () => {
    const held = await holdInterview(interviewer, {
      facts: { ...web, 'app.memory': inTurn('4', '512'), 'app.family': inTurn('<', 'linux') },
    });
    expect(held.asked.slice(0, 5)).toEqual([
      'site.platform',
      'app.state',
      'app.memory',
      'app.family',
      'app.memory',
    ]);
    expect(held.prompter.shown[4]?.initial).toBe('4');
    expect(say(held)).toMatchObject({ 'app.memory': [512], 'app.state': ['stateless'] });
    expect(held.advice.verdict.headline).toBe('vm');
  });

  it('goes as far back as the first question, and then on to what is not answered', async () => {
    const held = await holdInterview(interviewer, {
      facts: {
        ...web,
        'app.state': inTurn('stateless', '<'),
        'app.memory': inTurn('<', '4'),
      },
    });
    expect(held.asked.slice(0, 5)).toEqual([
      'site.platform',
      'app.state',
      'app.memory',
      'app.state',
      'site.platform',
    ]);
    expect(held.asked[5]).toBe('app.memory');
    expect(say(held)).toMatchObject({ 'site.platform': ['engine'], 'app.state': ['stateless'] });
  });

  it('goes back into the list from the review, with its picks', async () => {
    const held = await holdInterview(interviewer, {
      facts: web,
      says: {
        'Is anything': inTurn(['app.desktop=yes'], []),
        [review]: inTurn('<', 'show'),
      },
    });
    const lists = held.prompter.shown.filter(({ by }) => by === 'pick');
    expect(lists.map(({ initial }) => initial)).toEqual([[], ['app.desktop=yes']]);
    expect(held.progress.statements.has('app.desktop')).toBe(false);
    expect(held.advice.verdict.headline).toBe('container');
  });

  it('takes an answer with it that another answer contradicts', async () => {
    const held = await holdInterview(interviewer, {
      facts: {
        ...web,
        'site.platform': inTurn('kubernetes', 'none'),
        'site.skill': inTurn('production', '<'),
        'app.state': inTurn('<', 'stateless'),
      },
    });
    expect(say(held)['site.platform']).toEqual(['none']);
    expect(held.progress.statements.has('site.skill')).toBe(false);
  });

  it('undoes an answer of "I do not know" too', async () => {
    const held = await holdInterview(interviewer, {
      facts: { ...web, 'site.platform': inTurn(dontKnow, 'none'), 'app.state': inTurn('<', 'stateless') },
    });
    expect(held.progress.skipped.has('site.platform')).toBe(false);
    expect(say(held)['site.platform']).toEqual(['none']);
  });
});

describe('the review', () => {
  it('says what comes of the answers, and lists them for whoever wants to change one', async () => {
    const { prompter } = await holdInterview(interviewer, {
      facts: { ...web, 'app.memory': '' },
      says: { [review]: inTurn('change', 'show'), 'Which one?': '<' },
    });
    const [first, list] = prompter.shown.slice(-3);
    expect(first?.message).toMatch(/^Your answers say: a container \([a-z ]+\)\.$/);
    expect(list?.labels).toEqual([
      'site.platform: an engine on one host',
      'app.state: nothing',
      'app.memory: not known',
      'app.family: any Linux',
    ]);
  });

  it('leads to any answer, which is changed there', async () => {
    const held = await holdInterview(interviewer, {
      facts: { ...web, 'app.memory': inTurn('4', '512') },
      says: { [review]: inTurn('change', 'show'), 'Which one?': 'app.memory' },
    });
    expect(say(held)['app.memory']).toEqual([512]);
    expect(held.advice.verdict.headline).toBe('vm');
  });

  it('is there again behind a list that was left', async () => {
    const held = await holdInterview(interviewer, {
      facts: web,
      says: { [review]: inTurn('change', 'show'), 'Which one?': '<' },
    });
    expect(held.prompter.shown.map(({ message }) => message).slice(-3)).toEqual([
      'Your answers say: a container (a first guess).',
      'Which one?',
      'Your answers say: a container (a first guess).',
    ]);
  });

  it('offers by name what could make the verdict stronger, and asks that', async () => {
    const tiny = prepareInterviewer(
      buildRulebook({
        facts: { 'f.skill': { name: 'skill' } },
        rules: {
          one: { base: { when: { 't.a': 'yes' }, favours: { container: 'moderate' } } },
          two: { more: { when: { 'f.skill': 'yes' }, favours: { container: 'strong' } } },
        },
      }),
    );
    const held = await holdInterview(tiny, {
      facts: { 't.a': 'yes', 'f.skill': 'yes' },
      says: { [review]: inTurn('stronger', 'show') },
    });
    const [first, last] = held.prompter.shown.filter(({ message }) => message.startsWith(review));
    expect(first?.message).toBe('Your answers say: a container (firm).');
    expect(first?.labels).toContain('1 more question could make it clear: skill');
    expect(last?.message).toBe('Your answers say: a container (firm).');
    expect(last?.options).not.toContain('stronger');
  });

  it('offers what only what there is to do hangs on, and says so', async () => {
    const tiny = prepareInterviewer(
      buildRulebook({
        facts: { 'f.size': { name: 'size' } },
        rules: { one: { base: { when: { 't.a': 'yes' }, favours: { container: 'moderate' } } } },
        actions: { 'watch-it': { level: 'should', for: 'container', when: { 'f.size': 'yes' } } },
      }),
    );
    const held = await holdInterview(tiny, {
      facts: { 't.a': 'yes', 'f.size': 'yes' },
      says: { [review]: inTurn('actions', 'show') },
    });
    expect(held.prompter.shown.flatMap(({ labels }) => labels)).toContain(
      '1 more question could change what there is to do: size',
    );
    expect(say(held)['f.size']).toEqual(['yes']);
  });
});

describe('a sheet', () => {
  const two = prepareInterviewer(
    buildRulebook({
      topics: [{ id: 'both', title: 'Both', as: 'sheet' }],
      facts: { 'f.one': { topic: 'both' }, 'f.two': { topic: 'both' } },
      rules: {
        one: { first: { when: { 'f.one': 'yes' }, favours: { vm: 'moderate' } } },
        two: { second: { when: { 'f.two': 'yes' }, favours: { container: 'moderate' } } },
      },
    }),
  );

  it('asks several facts at once', async () => {
    const held = await holdInterview(two, { facts: { 'f.one': 'yes', 'f.two': 'no' } });
    expect(held.asked).toEqual([['f.one', 'f.two']]);
    expect(say(held)).toEqual({ 'f.one': ['yes'], 'f.two': ['no'] });
  });

  it('asks by itself what was left open on it, once', async () => {
    const held = await holdInterview(two, { facts: { 'f.two': dontKnow }, ticks: ['f.one=yes'] });
    expect(held.asked).toEqual([['f.one', 'f.two'], 'f.two']);
    expect(say(held)).toEqual({ 'f.one': ['yes'] });
  });
});

describe('"I do not know"', () => {
  const knowsNothing = { otherwise: (): Reply => dontKnow, facts: { 'app.memory': '' } };

  it('states nothing and is not asked again', async () => {
    const held = await holdInterview(interviewer, knowsNothing);
    const questions = held.asked.filter((each) => typeof each === 'string');
    expect(new Set(questions).size).toBe(questions.length);
    expect(held.progress.skipped).toEqual(new Set(held.asked.flat()));
    for (const fact of questions) expect(held.progress.statements.has(fact)).toBe(false);
  });

  it('leaves a presumption on', async () => {
    const held = await holdInterview(interviewer, { facts: { ...web, 'app.family': dontKnow } });
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
        [id]: rulebook.facts.find((fact) => fact.id === id)?.kind === 'number' ? '' : dontKnow,
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
      otherwise: (fact) => (fact.kind === 'number' ? '' : dontKnow),
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
    const start = beginProgress(new Map(facts.map((each) => [each.fact, each])));
    const held = await holdInterview(
      byDefault,
      { otherwise: (fact) => (fact.kind === 'number' ? '1' : (Object.keys(fact.values ?? {})[0] ?? '')) },
      start,
    );
    expect(held.asked.flat().filter((fact) => start.statements.has(fact))).toEqual([]);
    expect(held.asked.length).toBeGreaterThan(0);
    expect(held.advice.verdict.status).not.toBe('open');
  });
});

it.each(['game-panel-wings', 'github-self-hosted-runner'])(
  '%s without VMs leaves nothing open: no premise hides a question that decides',
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
      ticks: ['os.runs-containers=docker-daemon', 'site.hardware-virt=no'],
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
    expect(held.advice.verdict.status).not.toBe('open');
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
      ticks: exceptions.map((fact) =>
        fact.kind === 'number' ? fact.id : `${fact.id}=${truths.get(fact.id) ?? ''}`,
      ),
    });
    const whole = assessFacts(of, sensible);
    const { headline, status, placement } = held.advice.verdict;
    expect({ headline, placement }).toEqual({
      headline: whole.verdict.headline,
      placement: whole.verdict.placement,
    });
    expect(status).not.toBe('open');
    expect(held.findIrrelevant()).toEqual([]);
  });
});
