import { describe, expect, it } from 'vitest';
import { askFact, type FactAsking } from '../../../src/ask/ask-fact.ts';
import { dontKnow } from '../../../src/ask/word-question.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import {
  createScriptedPrompter,
  interrupt,
  inTurn,
  type InTurn,
  type Reply,
} from '../../support/scripted-prompter.ts';
import { interviewRulebook } from './interview-rulebook.ts';

const { rulebook } = buildRulebook(interviewRulebook);

/** Asks one fact and answers it. */
async function ask(id: string, reply: Reply | InTurn, asking: Partial<FactAsking> = {}) {
  const prompter = createScriptedPrompter(rulebook, { facts: { [id]: reply } });
  const fact = rulebook.facts.find((each) => each.id === id);
  if (fact === undefined) throw new Error(id);
  const answer = await askFact(fact, prompter, { lead: '2 of about 5.', canGoBack: true, ...asking });
  return { answer, shown: prompter.shown[0], prompts: prompter.shown.length };
}

describe('a choice', () => {
  it('offers its values in the order of the vocabulary, and not to know', async () => {
    const { answer, shown } = await ask('site.platform', 'engine');
    expect(answer).toEqual({ is: 'value', value: 'engine' });
    expect(shown?.labels).toEqual(['none', 'an engine on one host', 'Kubernetes', "I don't know"]);
    expect(shown?.initial).toBeUndefined();
  });

  it('says yes and no in plain words', async () => {
    const { shown } = await ask('app.desktop', 'yes');
    expect(shown?.labels[0]).toMatch(/^yes/);
    expect(shown?.labels[1]).toMatch(/^no/);
  });

  it('says what not knowing means where something is presumed', async () => {
    const { answer, shown } = await ask('app.family', dontKnow);
    expect(answer).toEqual({ is: 'unknown' });
    expect(shown?.labels.at(-1)).toBe("I don't know (then it is presumed: any Linux)");
  });

  it('begins at what was answered before', async () => {
    const before = { fact: 'app.family', values: ['bsd'], origin: 'asked' as const };
    expect((await ask('app.family', 'linux', { before })).shown?.initial).toBe('bsd');
  });
});

describe('a number', () => {
  it.each([
    { typed: '4', value: 4 },
    { typed: '512 MiB', value: 0.5 },
    { typed: ' 8 GiB ', value: 8 },
  ])('takes $typed', async ({ typed, value }) => {
    expect((await ask('app.memory', typed)).answer).toEqual({ is: 'value', value });
  });

  it('is not known where nothing is typed', async () => {
    expect((await ask('app.memory', '')).answer).toEqual({ is: 'unknown' });
  });

  it.each(['0', '-1', '4097', 'much', '4 bananas', '1e3', 'NaN', '4,5'])(
    'refuses "%s", says what it takes, and asks again',
    async (typed) => {
      const { answer, shown, prompts } = await ask('app.memory', inTurn(typed, '4'));
      expect(answer).toEqual({ is: 'value', value: 4 });
      expect(prompts).toBe(1);
      expect(shown?.refusals).toHaveLength(1);
      expect(shown?.refusals[0]).toContain('app.memory');
      expect(shown?.refusals[0]).toContain('GiB');
    },
  );

  it('says how to write it, and begins at what was answered before', async () => {
    const before = { fact: 'app.memory', values: [4], origin: 'asked' as const };
    const { answer, shown } = await ask('app.memory', '', { before });
    expect(shown?.message).toBe(
      "How much memory does it need? (a number, such as 4 GiB; nothing: I don't know)",
    );
    expect(answer).toEqual({ is: 'value', value: 4 });
  });
});

it.each(['app.memory', 'site.platform'])('%s can be gone back from', async (fact) => {
  expect((await ask(fact, '<')).answer).toEqual({ is: 'back' });
});

it('says how far it is and why, and has its help at hand', async () => {
  const { shown } = await ask('app.state', 'stateless');
  expect(shown?.lead).toBe('2 of about 5. What it must not lose decides.');
  expect(shown?.help).toEqual(['Data in a database elsewhere is not its own.', 'In a file it is app.state.']);
});

it('is ended by Ctrl-C', async () => {
  await expect(ask('app.memory', interrupt)).rejects.toMatchObject({ name: 'Interrupted' });
  await expect(ask('app.family', interrupt)).rejects.toMatchObject({ name: 'Interrupted' });
});
