import { describe, expect, it } from 'vitest';
import { askExceptions, askSheet, type SeveralAsking } from '../../../src/ask/ask-several.ts';
import { Interrupted, type Prompter } from '../../../src/ask/prompter.ts';
import type { FactStatement } from '../../../src/workload/workload.ts';
import { buildRulebook } from '../../support/build-rulebook.ts';
import { createScriptedPrompter, interrupt, type Script } from '../../support/scripted-prompter.ts';
import { interviewRulebook } from './interview-rulebook.ts';

type Tail = [prompter: Prompter, asking: SeveralAsking];

const { rulebook } = buildRulebook(interviewRulebook);

/** Puts facts, on a sheet or in a list, and answers by a script. */
async function ask<T>(
  way: (vocabulary: typeof rulebook, facts: T, ...more: Tail) => ReturnType<typeof askSheet>,
  facts: T,
  script: Script,
  said: Readonly<Record<string, string>> = {},
) {
  const prompter = createScriptedPrompter(rulebook, script);
  const before = new Map(
    Object.entries(said).map(([fact, value]) => [fact, { fact, values: [value], origin: 'asked' as const }]),
  );
  const statements = await way(rulebook, facts, prompter, {
    lead: '2 of about 5.',
    before,
    canGoBack: true,
    keep: () => undefined,
  });
  return {
    said: statements && Object.fromEntries(statements.map(({ fact, values }) => [fact, values])),
    statements,
    shown: prompter.shown,
    labels: prompter.shown[0]?.labels,
  };
}

const both = { facts: ['app.desktop', 'app.access'], others: [] };

describe('a list of what is unusual', () => {
  it('states nothing of what is left alone', async () => {
    expect((await ask(askExceptions, both, {})).statements).toEqual([]);
  });

  it('states what is picked, and asks nothing further', async () => {
    const { said, shown } = await ask(askExceptions, both, { ticks: ['app.desktop', 'app.access=agent'] });
    expect(said).toEqual({ 'app.desktop': ['yes'], 'app.access': ['agent'] });
    expect(shown).toHaveLength(1);
  });

  it('says what each would be, under its topic, and never what is presumed', async () => {
    expect((await ask(askExceptions, { ...both, facts: [...both.facts, 'app.family'] }, {})).labels).toEqual([
      'Desktops: People work at its desktop',
      'Rights and systems: App.access: folders of the host',
      'Rights and systems: App.access: all, it looks after the host',
      'Something else: App.family: Windows',
      'Something else: App.family: a BSD',
    ]);
  });

  it('holds topics of which nothing matters under one entry, and keeps what is picked there', async () => {
    const listed = { facts: ['app.access'], others: ['app.desktop', 'app.family'] };
    let rest: (string | undefined)[] = [];
    const prompter = createScriptedPrompter(rulebook, { ticks: ['app.desktop'] });
    const statements = await askExceptions(
      rulebook,
      listed,
      {
        ...prompter,
        pick: (question) => {
          rest = question.sections.map(({ title, isRest }) => (isRest === true ? title : undefined));
          return prompter.pick(question);
        },
      },
      { lead: '', before: new Map(), canGoBack: true, keep: () => undefined },
    );
    expect(rest).toEqual([undefined, 'Desktops', 'Something else']);
    expect(statements).toEqual([{ fact: 'app.desktop', values: ['yes'], origin: 'asked' }]);
  });

  it('asks for a number, and leaves it where nobody knows it', async () => {
    const tiny = buildRulebook({
      facts: { 'f.size': { kind: 'number', 'at-least': 1, presumed: 2, exception: 'More than two' } },
    });
    for (const [typed, values] of [
      ['9', [9]],
      ['', undefined],
    ] as const) {
      const prompter = createScriptedPrompter(tiny.rulebook, {
        ticks: ['f.size'],
        facts: { 'f.size': typed },
      });
      const about = { lead: '', before: new Map(), canGoBack: true, keep: () => undefined };
      const statements = await askExceptions(
        tiny.rulebook,
        { facts: ['f.size'], others: [] },
        prompter,
        about,
      );
      expect(statements?.map((each) => each.values)).toEqual(values === undefined ? [] : [values]);
      expect(prompter.shown.map(({ by }) => by)).toEqual(['pick', 'type']);
    }
  });

  it('shows what was picked before, and can be gone back from', async () => {
    const { shown, said } = await ask(
      askExceptions,
      both,
      { says: { Is: '<' } },
      { 'app.access': 'folders' },
    );
    expect(shown[0]?.initial).toEqual(['app.access=folders']);
    expect(said).toBeNull();
  });

  it('is ended by Ctrl-C', async () => {
    const ended = { name: 'Interrupted' };
    await expect(ask(askExceptions, both, { says: { Is: interrupt } })).rejects.toMatchObject(ended);
  });
});

describe('a sheet', () => {
  const facts = ['site.platform', 'site.skill'];

  it('takes note of every tick, before it is left', async () => {
    const kept: (readonly FactStatement[])[] = [];
    const prompter: Prompter = {
      ...createScriptedPrompter(rulebook, {}),
      pick: ({ watch }) => {
        watch?.(['site.platform=engine']);
        watch?.(['site.platform=engine', 'site.skill=some']);
        return Promise.reject(new Interrupted());
      },
    };
    const asking = {
      lead: '',
      before: new Map(),
      canGoBack: true,
      keep: (answers: readonly FactStatement[]) => kept.push(answers),
    };
    await expect(askSheet(rulebook, facts, prompter, asking)).rejects.toMatchObject({ name: 'Interrupted' });
    expect(kept.map((answers) => answers.map(({ fact }) => fact))).toEqual([['site.platform'], facts]);
  });

  it('puts facts under their questions, and states those that were answered', async () => {
    const { said, labels, shown } = await ask(askSheet, facts, { facts: { 'site.platform': 'engine' } });
    expect(shown[0]?.message).toBe('What is there?');
    expect(labels?.[0]).toBe('Which container platform is there?: none');
    expect(said).toEqual({ 'site.platform': ['engine'] });
  });

  it('offers what is presumed, too, since nothing is ticked by itself', async () => {
    const { said } = await ask(askSheet, ['app.family'], { facts: { 'app.family': 'linux' } });
    expect(said).toEqual({ 'app.family': ['linux'] });
  });
});
