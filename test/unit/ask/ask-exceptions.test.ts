import { describe, expect, it } from 'vitest';
import { askExceptions } from '../../../src/ask/ask-exceptions.ts';
import { prepareInterviewer } from '../../../src/ask/plan-interview.ts';
import { extras } from '../../../src/ask/word-question.ts';
import { assessFacts } from '../../support/build-workload.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { loadRules } from '../../support/load-rules.ts';
import { createScriptedPrompter, interrupt, type Script } from '../../support/scripted-prompter.ts';
import { holdInterview, knownFacts, nothingKnown } from './hold-interview.ts';
import { interviewRulebook } from './interview-rulebook.ts';

const ready = buildRulebook(interviewRulebook);
const interviewer = prepareInterviewer(ready);

async function ask(facts: readonly string[], script: Script) {
  const prompter = createScriptedPrompter(ready.rulebook, script);
  const statements = await askExceptions(interviewer, nothingKnown, facts, prompter);
  const said = Object.fromEntries(statements.map(({ fact, values }) => [fact, values]));
  return { said, statements, prompter, list: prompter.shown[0] };
}

const both = ['app.desktop', 'app.access'];

describe('a tick list', () => {
  it('states the presumption of every line that is left', async () => {
    const { said, prompter, statements } = await ask(both, {});
    expect(said).toEqual({ 'app.desktop': ['no'], 'app.access': ['none'] });
    expect(statements.every(({ origin }) => origin === 'asked')).toBe(true);
    expect(prompter.shown).toHaveLength(1);
  });

  it('says that a line left is an answer', async () => {
    expect((await ask(both, {})).list?.message).toMatch(/leave.*counts as answered/);
  });

  it('states the other answer of a ticked yes or no without asking further', async () => {
    const { said, prompter } = await ask(both, { ticks: ['app.desktop'] });
    expect(said).toEqual({ 'app.desktop': ['yes'], 'app.access': ['none'] });
    expect(prompter.shown).toHaveLength(1);
  });

  it('asks further where a ticked exception has more than one value', async () => {
    const { said, prompter } = await ask(both, { ticks: ['app.access'], facts: { 'app.access': 'agent' } });
    expect(said).toEqual({ 'app.desktop': ['no'], 'app.access': ['agent'] });
    expect(prompter.shown.map(({ fact }) => fact)).toEqual([undefined, 'app.access']);
  });

  it('asks further once for every tick', async () => {
    const all = ['app.access', 'app.desktop', 'app.family'];
    const { said, prompter } = await ask(all, {
      ticks: all,
      facts: { 'app.access': 'folders', 'app.family': 'bsd' },
    });
    expect(said).toEqual({ 'app.desktop': ['yes'], 'app.access': ['folders'], 'app.family': ['bsd'] });
    expect(prompter.shown).toHaveLength(3);
  });

  it('words each line as the exception it would be, under the heading of its group', async () => {
    const { list } = await ask(both, {});
    expect([...(list?.labels ?? [])].sort()).toEqual([
      'Group app: It needs rights over its host',
      'Group app: People work at its desktop',
    ]);
  });

  it('shows the commonest of a group first', async () => {
    const { list } = await ask(['app.desktop', 'app.access', 'app.family'], {});
    expect(list?.options).toEqual(['app.family', 'app.access', 'app.desktop']);
  });

  it('keeps the groups together, in the order of the vocabulary', async () => {
    const { rulebook } = loadRules();
    const facts = rulebook.facts.filter((fact) => fact.presumed !== undefined).map((fact) => fact.id);
    const prompter = createScriptedPrompter(rulebook, {});
    await askExceptions(prepareInterviewer(loadRules()), nothingKnown, facts.toReversed(), prompter);
    const groups = prompter.shown[0]?.options.map((id) => id.split('.')[0]) ?? [];
    const once = groups.filter((group, index) => group !== groups[index - 1]);
    expect(once).toEqual(rulebook.groups.map(({ id }) => id).filter((id) => once.includes(id)));
    expect(prompter.shown[0]?.options).toHaveLength(facts.length);
  });

  it('is ended by Ctrl-C, in the list as in what is asked further', async () => {
    const ended = { name: 'Interrupted' };
    await expect(ask(both, { says: { Which: interrupt } })).rejects.toMatchObject(ended);
    const further: Script = { ticks: ['app.access'], facts: { 'app.access': interrupt } };
    await expect(ask(both, further)).rejects.toMatchObject(ended);
  });
});

describe('a ticked exception that is not known further', () => {
  const script = { ticks: ['app.access'], facts: { 'app.access': extras.unknown } };
  const known = knownFacts({
    'app.state': 'stateless',
    'app.memory': 4,
    'app.family': 'linux',
    'site.platform': 'engine',
  });

  it('is not taken for no exception', async () => {
    const held = await holdInterview(interviewer, script, known);
    expect(held.progress.statements.get('app.access')?.values).toEqual(['folders', 'agent']);
    expect(held.advice.facts['app.access']).not.toMatchObject({ value: 'none' });
  });

  it('is not asked again', async () => {
    const held = await holdInterview(interviewer, script, known);
    expect(held.asked.flat().filter((fact) => fact === 'app.access')).toHaveLength(2);
  });
});

it('a ticked number that nobody knows is unknown', async () => {
  const tiny = buildRulebook({
    facts: { 'f.size': { kind: 'number', 'at-least': 1, presumed: 2, exception: 'More than two' } },
    rules: { one: { large: { when: { 'f.size': { above: 9 } }, favours: { vm: 'slight' } } } },
  });
  const prompter = createScriptedPrompter(tiny.rulebook, { ticks: ['f.size'], facts: { 'f.size': '' } });
  const statements = await askExceptions(prepareInterviewer(tiny), nothingKnown, ['f.size'], prompter);
  expect(statements).toEqual([{ fact: 'f.size', values: null, origin: 'asked' }]);
});

it('a tick changes the result, and the list is the last thing it hung on', async () => {
  const known = knownFacts({
    'app.state': 'stateless',
    'app.memory': 4,
    'app.family': 'linux',
    'site.platform': 'engine',
  });
  const silent = assessFacts(ready, [...known.statements.values()]);
  expect(silent.verdict).toMatchObject({ headline: 'container', status: 'presumed' });
  const left = await holdInterview(interviewer, {}, known);
  expect(left.advice.verdict).toMatchObject({ headline: 'container', status: 'firm' });
  const ticked = await holdInterview(interviewer, { ticks: ['app.desktop'] }, known);
  expect(ticked.advice.verdict).toMatchObject({ headline: 'vm', status: 'firm' });
});

it('a list shown again holds only what is new', async () => {
  const tiny = buildRulebook({
    facts: {
      'f.first': { presumed: 'no', exception: 'First' },
      'f.second': { presumed: 'no', exception: 'Second' },
    },
    rules: {
      one: { base: { when: { 't.a': 'yes' }, favours: { container: 'slight' } } },
      two: { first: { when: { 'f.first': 'yes' }, favours: { vm: 'slight' } } },
      three: { second: { when: { 'f.first': 'yes', 'f.second': 'yes' }, favours: { vm: 'slight' } } },
    },
  });
  const held = await holdInterview(prepareInterviewer(tiny), { facts: { 't.a': 'yes' }, ticks: ['f.first'] });
  const lists = held.asked.filter((each) => typeof each !== 'string');
  const lines = lists.flat();
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines).toContain('f.second');
  expect(held.advice.verdict.status).toBe('firm');
});
