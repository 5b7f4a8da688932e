import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess.ts';
import { askComponents } from '../../../src/ask/ask-components.ts';
import { prepareInterviewer, type Progress } from '../../../src/ask/plan-interview.ts';
import { extras } from '../../../src/ask/word-question.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import type { Component } from '../../../src/workload/workload.ts';
import { createScriptedPrompter, interrupt, inTurn, type Script } from '../../support/scripted-prompter.ts';
import { holdInterview, knownFacts } from './hold-interview.ts';
import { interviewRulebook } from './interview-rulebook.ts';

const ready = buildRulebook(interviewRulebook);
const interviewer = prepareInterviewer(ready);

/** A shop of small stateless programs on one engine: a container, proven. */
const whole = knownFacts({
  'app.state': 'stateless',
  'app.memory': 4,
  'app.family': 'linux',
  'app.desktop': 'no',
  'app.access': 'none',
  'site.platform': 'engine',
});

async function ask(script: Script, of: Progress = whole) {
  const prompter = createScriptedPrompter(ready.rulebook, script);
  const remembered: (readonly Component[])[] = [];
  const components = await askComponents(interviewer, of, prompter, (now) => remembered.push(now));
  const said = components.map((part) => [
    part.name,
    Object.fromEntries(part.facts.map(({ fact, values }) => [fact, values])),
  ]);
  const workload = {
    name: 'shop',
    file: 'shop.yaml',
    facts: [...of.statements.values()],
    waivers: [],
    components,
  };
  return { components, remembered, said, prompter, advice: assess(workload, ready, { today: '2026-07-01' }) };
}

const one = { 'Has it parts': true, 'What is the part': 'orders', Another: false };

describe('components', () => {
  it('are none where nothing differs, and Enter says so', async () => {
    const { components, prompter } = await ask({});
    expect(components).toEqual([]);
    expect(prompter.shown).toHaveLength(1);
    expect(prompter.shown[0]?.initial).toBe(false);
  });

  it('say only what differs', async () => {
    const { said, components, prompter } = await ask({
      says: { ...one, 'In which': ['app.state'] },
      facts: { 'app.state': 'one-writer' },
    });
    expect(said).toEqual([['orders', { 'app.state': ['one-writer'] }]]);
    expect(components[0]?.facts[0]?.origin).toBe('component');
    expect(prompter.shown.filter(({ fact }) => fact !== undefined)).toHaveLength(1);
  });

  it('are placed by themselves', async () => {
    const { advice } = await ask({
      says: {
        'Has it parts': true,
        'What is the part': inTurn('web', 'orders'),
        'In which': inTurn([], ['app.state']),
        Another: inTurn(true, false),
      },
      facts: { 'app.state': 'one-writer' },
    });
    expect(advice.verdict.headline).toBe('split');
    expect(advice.components.map(({ name, verdict }) => [name, verdict.headline, verdict.status])).toEqual([
      ['web', 'container', 'firm'],
      ['orders', 'vm', 'firm'],
    ]);
  });

  it('are asked what follows from the difference, and nothing else', async () => {
    const { said, prompter } = await ask({
      says: { ...one, 'In which': ['app.state', 'site.platform'] },
      facts: { 'app.state': 'one-writer', 'site.platform': 'kubernetes', 'site.skill': 'production' },
    });
    expect(said).toEqual([
      [
        'orders',
        { 'app.state': ['one-writer'], 'site.platform': ['kubernetes'], 'site.skill': ['production'] },
      ],
    ]);
    expect(prompter.shown.flatMap(({ fact }) => fact ?? [])).toEqual([
      'app.state',
      'site.platform',
      'site.skill',
    ]);
  });

  it('offer what is known of the whole, with its value, under its heading', async () => {
    const { prompter } = await ask({ says: { ...one, 'In which': [] } });
    const list = prompter.shown.find(({ by }) => by === 'tick');
    expect(list?.options).toEqual([
      ...interviewer.rulebook.facts.flatMap(({ id }) => (whole.statements.has(id) ? [id] : [])),
    ]);
    expect(list?.labels[0]).toBe('Group app: app.state: stateless');
  });

  it('have names of their own', async () => {
    const { said, prompter } = await ask({
      says: {
        'Has it parts': true,
        'What is the part': inTurn('', '  ', 'a', 'a', 'b'),
        'In which': [],
        Another: inTurn(true, false),
      },
    });
    expect(said.map(([name]) => name)).toEqual(['a', 'b']);
    const refusals = prompter.shown.flatMap((each) => each.refusals);
    expect(refusals).toHaveLength(3);
  });

  it('are remembered after every answer', async () => {
    const { remembered, components } = await ask({
      says: { ...one, 'In which': ['app.state', 'site.platform'] },
      facts: { 'app.state': 'one-writer', 'site.platform': 'kubernetes', 'site.skill': 'production' },
    });
    expect(remembered.map(([part]) => part?.facts.map(({ fact }) => fact))).toEqual([
      ['app.state'],
      ['app.state', 'site.platform'],
      ['app.state', 'site.platform', 'site.skill'],
      ['app.state', 'site.platform', 'site.skill'],
    ]);
    expect(remembered.at(-1)).toEqual(components);
  });

  it('end with Ctrl-C', async () => {
    const ended = { name: 'Interrupted' };
    await expect(ask({ says: { 'Has it parts': interrupt } })).rejects.toMatchObject(ended);
    await expect(ask({ says: { ...one, 'In which': interrupt } })).rejects.toMatchObject(ended);
  });

  it('that differ in something nobody knows do not take it from the whole', async () => {
    const { advice } = await ask({
      says: { ...one, 'In which': ['app.state'] },
      facts: { 'app.state': extras.unknown },
    });
    expect(advice.components[0]?.facts['app.state']).not.toMatchObject({ value: 'stateless' });
  });

  it('after a whole interview end firm too', async () => {
    const held = await holdInterview(interviewer, {
      facts: {
        'site.platform': 'engine',
        'app.memory': '4',
        'app.state': 'stateless',
        'app.family': 'linux',
      },
    });
    const { advice } = await ask(
      {
        says: { ...one, 'In which': ['app.family', 'app.access'] },
        facts: { 'app.family': 'windows', 'app.access': 'folders' },
      },
      held.progress,
    );
    expect(advice.verdict).toMatchObject({ headline: 'vm', status: 'firm' });
  });
});
