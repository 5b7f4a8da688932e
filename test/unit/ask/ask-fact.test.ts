import { describe, expect, it } from 'vitest';
import { askFact } from '../../../src/ask/ask-fact.ts';
import { type Interviewer, prepareInterviewer, type Progress } from '../../../src/ask/plan-interview.ts';
import { extras } from '../../../src/ask/word-question.ts';
import { buildRulebook, positionOf } from '../../support/build-rulebook.ts';
import {
  createScriptedPrompter,
  interrupt,
  inTurn,
  type InTurn,
  type Reply,
} from '../../support/scripted-prompter.ts';
import { knownFacts, nothingKnown } from './hold-interview.ts';
import { interviewRulebook } from './interview-rulebook.ts';

const interviewer: Interviewer = prepareInterviewer(buildRulebook(interviewRulebook));

/** Asks one fact and answers it. */
async function ask(
  fact: string,
  reply: Reply | InTurn,
  { canGoBack = true, progress = nothingKnown }: { canGoBack?: boolean; progress?: Progress } = {},
) {
  const prompter = createScriptedPrompter(interviewer.rulebook, { facts: { [fact]: reply } });
  const index = positionOf(interviewer.rulebook.facts, fact);
  const answer = await askFact(interviewer, progress, index, prompter, '2 answered. ', canGoBack);
  return { answer, prompter, shown: prompter.shown };
}

describe('a choice', () => {
  it('offers its values in the order of the vocabulary, then what can be said of any question', async () => {
    const { answer, shown } = await ask('site.platform', 'engine');
    expect(answer).toEqual({ is: 'value', value: 'engine' });
    expect(shown[0]?.options).toEqual([
      'none',
      'engine',
      'kubernetes',
      extras.unknown,
      extras.help,
      extras.back,
    ]);
    expect(shown[0]?.labels).toEqual([
      'none',
      'an engine on one host',
      'Kubernetes',
      "I don't know",
      'Tell me more',
      'Go back',
    ]);
  });

  it('can only be gone back from where there is something before it', async () => {
    const { shown } = await ask('site.platform', 'engine', { canGoBack: false });
    expect(shown[0]?.options).not.toContain(extras.back);
  });

  it('starts at what is presumed, and says what not knowing means', async () => {
    const { shown } = await ask('app.family', 'bsd');
    expect(shown[0]?.initial).toBe('linux');
    expect(shown[0]?.labels).toContain('any Linux (what is presumed)');
    expect(shown[0]?.labels).toContain("I don't know (linux stays presumed)");
  });

  it.each([
    { reply: extras.unknown, answer: { is: 'unknown' } },
    { reply: extras.back, answer: { is: 'back' } },
    { reply: 'windows', answer: { is: 'value', value: 'windows' } },
  ])('$reply', async ({ reply, answer }) => {
    expect((await ask('app.family', reply)).answer).toEqual(answer);
  });

  it('of yes or no', async () => {
    expect((await ask('app.desktop', 'yes')).answer).toEqual({ is: 'value', value: 'yes' });
  });
});

describe('a number', () => {
  it.each([
    { typed: '4', answer: { is: 'value', value: 4 } },
    { typed: '0.5', answer: { is: 'value', value: 0.5 } },
    { typed: ' 512 MiB ', answer: { is: 'value', value: 0.5 } },
    { typed: '2 TiB', answer: { is: 'value', value: 2048 } },
    { typed: '', answer: { is: 'unknown' } },
    { typed: '  ', answer: { is: 'unknown' } },
    { typed: '<', answer: { is: 'back' } },
  ])('typed as "$typed"', async ({ typed, answer }) => {
    expect((await ask('app.memory', typed)).answer).toEqual(answer);
  });

  it.each(['0', '-1', '4097', 'much', '4 bananas', '1e3', 'NaN', '4,5'])(
    'refuses "%s", says what it takes, and asks again',
    async (typed) => {
      const { answer, shown } = await ask('app.memory', inTurn(typed, '4'));
      expect(answer).toEqual({ is: 'value', value: 4 });
      expect(shown).toHaveLength(1);
      expect(shown[0]?.refusals).toHaveLength(1);
      expect(shown[0]?.refusals[0]).toContain('app.memory');
      expect(shown[0]?.refusals[0]).toContain('GiB');
    },
  );

  it('names its keys, and < only where it works', async () => {
    const { shown } = await ask('app.memory', '4');
    expect(shown[0]?.message).toMatch(
      /^How much memory does it need\? \(a number, such as 4 GiB; empty: I don't know/,
    );
    expect(shown[0]?.message).toContain('<: back');
    const first = await ask('app.memory', inTurn('<', '4'), { canGoBack: false });
    expect(first.shown[0]?.message).not.toContain('back');
    expect(first.shown[0]?.refusals).toHaveLength(1);
  });
});

describe('more', () => {
  it.each([
    { fact: 'app.state', key: extras.help, reply: 'stateless', value: 'stateless' },
    { fact: 'app.memory', key: '?', reply: '8', value: 8 },
  ])(
    'on $fact tells the fact, its values and its rules, then asks again',
    async ({ fact, key, reply, value }) => {
      const { answer, prompter, shown } = await ask(fact, inTurn(key, key, reply));
      expect(answer).toEqual({ is: 'value', value });
      expect(shown).toHaveLength(3);
      expect(prompter.said).toHaveLength(3);
      expect(prompter.said[1]).toContain(`In a file it is ${fact}.`);
      expect(prompter.said[1]).toMatch(/Rules that wait for it: \S+/);
      expect(prompter.said[2]).toBe(prompter.said[1]);
    },
  );
});

it('says the lead and the reason once, in one line below an empty one', async () => {
  const { prompter } = await ask('site.platform', 'none');
  expect(prompter.said).toHaveLength(1);
  expect(prompter.said[0]).toMatch(/^\n2 answered\. It matters for: [^\n]+\.$/);
});

it('gives as reason only rules that are still undecided', async () => {
  const { prompter } = await ask('site.skill', inTurn(extras.help, 'some'), {
    progress: knownFacts({ 'site.platform': 'engine' }),
  });
  expect(prompter.said[1]).toContain('Rules that wait for it: none');
});

it('is ended by Ctrl-C', async () => {
  await expect(ask('app.memory', interrupt)).rejects.toMatchObject({ name: 'Interrupted' });
  await expect(ask('app.family', interrupt)).rejects.toMatchObject({ name: 'Interrupted' });
});
