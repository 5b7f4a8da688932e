import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dontKnow } from '../../../src/ask/word-question.ts';
import { main } from '../../../src/main.ts';
import { buildRulebook, writeRulebook } from '../../support/build-rulebook.ts';
import { createTestWorld, type TestWorldOptions } from '../../support/create-test-world.ts';
import {
  createScriptedPrompter,
  interrupt,
  inTurn,
  type Script,
  type ScriptedPrompter,
} from '../../support/scripted-prompter.ts';
import { interviewRulebook } from '../ask/interview-rulebook.ts';

// `advise ask` from the arguments to the files it leaves, with a person who answers by a script.

const ready = buildRulebook(interviewRulebook);
const project = fileURLToPath(new URL('../../../', import.meta.url));
const draft = '.advise-draft.yaml';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advise-ask-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly prompter: ScriptedPrompter;
  /** Messages of the prompts, in order. */
  readonly messages: readonly string[];
}

/** Runs the program at a terminal with somebody who answers like this. */
async function run(
  argv: readonly string[],
  script: Script = {},
  options: Partial<TestWorldOptions> = {},
): Promise<Ran> {
  const prompter = createScriptedPrompter(ready.rulebook, script);
  const { world, stdout, stderr } = createTestWorld({
    folder,
    terminal: 80,
    env: { NO_COLOR: '1' },
    prompter,
    comesWith: { folder: 'rules', ready },
    ...options,
  });
  const code = await main(argv, world);
  const messages = prompter.shown.map(({ message }) => message);
  return { code, stdout: stdout(), stderr: stderr(), prompter, messages };
}

/** Runs it where nobody sits, such as in a pipe or a CI job. */
const runAlone = (argv: readonly string[], options: Partial<TestWorldOptions> = {}) =>
  run(argv, {}, { terminal: undefined, prompter: undefined, ...options });

/** What is printed when it was saved: the same advice once more, with the lines of the file. */
function lastOf(stdout: string): string {
  const [, name = ''] = /^\n(.*?) → /.exec(stdout) ?? [];
  return stdout.slice(stdout.lastIndexOf(`\n${name} → `) + 1);
}

/** Where an answer stands is all that the advice on a saved file says otherwise. */
const forgetWhere = (text: string) =>
  text
    .trimStart()
    .replace(/\nNext: [^]*?(?=\nRulebook)/, '') // commands on a file, where there is one
    .replace(/\b(answered|lines? \d+(, \d+)*)/g, 'somewhere')
    .replace(/ +/g, ' ');

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const list = () => readdirSync(folder).sort();

const answers = {
  'site.platform': 'engine',
  'app.memory': '4',
  'app.state': 'stateless',
  'app.family': 'linux',
};
const savedAnswers = [
  'facts:',
  '  app:',
  '    state: stateless',
  '    memory: 4',
  '    family: linux',
  '  site:',
  '    platform: engine',
  '',
].join('\n');

describe('without a terminal', () => {
  it.each([
    { name: 'in a pipe', options: { terminal: undefined } },
    { name: 'with standard input from a file', options: { stdinIsTerminal: false } },
    { name: 'with input that is not a terminal', options: { stdin: Buffer.from('yes\n') } },
  ])('$name nobody is asked: what to do instead, exit code 2', async ({ options }) => {
    for (const argv of [[], ['ask'], ['ask', 'web.yaml']]) {
      const { code, stdout, stderr, prompter } = await run(argv, {}, {
        stdin: undefined,
        ...options,
      } as Partial<TestWorldOptions>);
      const file = argv[1] ?? 'workload.yaml';
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^advise: there is no terminal/);
      expect(stderr).toContain(`advise init ${file}`);
      expect(stderr).toContain(`advise facts --unanswered ${file}`);
      expect(stderr).toContain(`advise assess ${file}`);
      expect(prompter.shown).toEqual([]);
      expect(list()).toEqual([]);
    }
  });

  it('--no-input asks nobody, terminal or not', async () => {
    const { code, stdout, stderr, prompter } = await run(['ask', '--no-input']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('asking was switched off');
    expect(prompter.shown).toEqual([]);
  });

  it.each([{ alone: true }, { alone: false }])(
    '--no-input with a file is what assess gives (nobody there: $alone)',
    async ({ alone }) => {
      write('web.yaml', 'advise: 1\nname: web\nfacts: { app: { state: stateless } }\n');
      const runHere = alone ? runAlone : run;
      const asked = await runHere(['ask', 'web.yaml', '--no-input']);
      const assessed = await runHere(['assess', 'web.yaml']);
      expect(asked).toMatchObject({ code: 0, stdout: assessed.stdout, stderr: '' });
      expect(asked.stdout).toMatch(/^web → /);
    },
  );

  it('--no-input with a file that is missing says so', async () => {
    expect(await runAlone(['ask', 'missing.yaml', '--no-input'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'missing.yaml: no such file\n',
    });
  });
});

describe('an interview', () => {
  it('gives the advice and saves the answers as the file that assess reads', async () => {
    const script = { facts: answers, says: { 'What is it called': 'web shop' } };
    const { code, stdout, stderr, prompter } = await run([], script);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(list()).toEqual(['web-shop.yaml']);
    expect(read('web-shop.yaml')).toBe(`advise: 1\nname: web shop\n${savedAnswers}`);
    expect(stdout).toMatch(/^\nweb shop → container/);
    // Once more when it was saved, now with the lines of the file, as assess gives it.
    const again = await run(['assess', 'web-shop.yaml']);
    expect(lastOf(stdout)).toBe(again.stdout);
    expect(forgetWhere(stdout.slice(0, -again.stdout.length)).trimEnd()).toBe(
      forgetWhere(again.stdout).trimEnd(),
    );
    expect(prompter.said.join('\n')).toMatch(/The same again:\s+advise assess web-shop\.yaml/);
  });

  it('puts prompts nowhere on standard output', async () => {
    const { stdout, messages } = await run(['ask'], { facts: answers });
    for (const message of messages) expect(stdout).not.toContain(message);
    expect(stdout).not.toContain('of about');
  });

  it('saves nothing where that is not wanted', async () => {
    const { code, stdout, messages } = await run(['ask'], {
      facts: answers,
      says: { 'Save the answers?': 'no' },
    });
    expect(code).toBe(0);
    expect(stdout).toContain('container');
    expect(messages).not.toContain('Where?');
    expect(list()).toEqual([]);
  });

  it('keeps a draft while it runs, and none afterwards', async () => {
    const drafts: boolean[] = [];
    await run(['ask'], { facts: answers, watch: () => drafts.push(existsSync(join(folder, draft))) });
    expect(drafts[0]).toBe(false);
    expect(drafts).toContain(true);
    expect(list()).toEqual(['my-workload.yaml']);
  });

  it('wants a name', async () => {
    const script = { facts: answers, says: { 'What is it called': inTurn('  ', 'web') } };
    const { prompter } = await run(['ask'], script);
    expect(prompter.shown[0]?.refusals).toEqual(['a name is needed']);
    expect(list()).toEqual(['web.yaml']);
  });

  it('judges by another rulebook, and says so in the command that repeats it', async () => {
    for (const file of writeRulebook(interviewRulebook)) write(file.name, file.text);
    const { code, prompter } = await run(
      ['ask', '--rules', '.'],
      { facts: answers },
      { comesWith: undefined },
    );
    expect(code).toBe(0);
    expect(prompter.said.join('\n')).toContain('advise assess --rules . my-workload.yaml');
  });

  it('with parts asks each, the place once for all, and assess agrees', async () => {
    const { stdout, prompter } = await run(['ask'], {
      facts: { ...answers, 'app.state': inTurn('stateless', 'one-writer') },
      says: { 'What is it called': 'shop: web, orders' },
    });
    expect(prompter.shown.filter(({ fact }) => fact === 'site.platform')).toHaveLength(1);
    expect(read('shop.yaml')).toMatch(
      /facts:\n +site:\n +platform: engine\ncomponents:\n +- name: web\n[^]*- name: orders\n[^]*one-writer/,
    );
    expect(stdout).toMatch(/^\nshop → split/);
    expect(lastOf(stdout)).toBe((await run(['assess', 'shop.yaml'])).stdout);
  });

  it('with everything unknown is no worse than silence', async () => {
    const { code, stdout } = await run(['ask'], {
      facts: { 'app.memory': '' },
      otherwise: () => dontKnow,
      says: {},
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\nmy-workload → /);
    write('silent.yaml', 'advise: 1\nname: my-workload\n');
    const silent = await run(['assess', 'silent.yaml']);
    expect(stdout.trimStart().split('\n')[0]).toBe(silent.stdout.split('\n')[0]);
  });
});

describe('a file to start from', () => {
  const text = 'advise: 1\nname: web\nfacts:\n  site:\n    platform: engine\n  app:\n    memory: 4\n';

  it('is asked only the rest of', async () => {
    write('web.yaml', text);
    const { prompter, stdout } = await run(['ask', 'web.yaml'], {
      facts: answers,
      says: { 'Save the answers?': 'elsewhere', Where: 'other.yaml' },
    });
    const asked = prompter.shown.flatMap(({ fact }) => fact ?? []);
    expect(asked.sort()).toEqual(['app.family', 'app.state']);
    expect(stdout).toMatch(/^\nweb → container/);
    expect(read('other.yaml')).toBe(`advise: 1\nname: web\n${savedAnswers}`);
    expect(read('web.yaml')).toBe(text);
  });

  it('is asked nothing of where nothing matters', async () => {
    write(
      'web.yaml',
      'advise: 1\nname: web\nfacts: { app: { desktop: yes, access: none, state: stateless } }\n',
    );
    const { messages, stdout } = await run(['ask', 'web.yaml'], { says: { 'Save the answers?': 'no' } });
    expect(stdout).toMatch(/^\nweb → vm/);
    // Nothing was changed, so there is nothing to save.
    expect(messages).toEqual(['Known already: 3 answers.', 'Your answers say: a VM (firm).']);
  });

  it('begins with what it says, which can be changed or taken back', async () => {
    write('web.yaml', `${text}    desktop: yes\n`);
    const says = {
      'Known already: 3': inTurn('app.memory', 'app.desktop', '(on)'),
      'Known already: 2': '(on)',
      'Save the answers?': 'as',
    };
    const facts = { ...answers, 'app.memory': '8', 'app.desktop': dontKnow };
    const { prompter } = await run(['ask', 'web.yaml'], { facts, says });
    expect(prompter.shown[0]?.labels).toEqual([
      'Go on',
      expect.stringContaining('engine'),
      expect.stringContaining('yes'),
      expect.stringContaining('4 GiB'),
    ]);
    expect(read('web.yaml')).toContain('memory: 8');
    expect(read('web.yaml')).not.toContain('desktop');
    expect(prompter.said.join('\n')).toContain('wrote web.yaml');
  });

  it('shows its exceptions ticked, and keeps them', async () => {
    write('web.yaml', `${text}    access: folders\n`);
    const { prompter } = await run(['ask', 'web.yaml'], {
      facts: answers,
      says: { 'Save the answers?': 'as' },
    });
    const unusual = prompter.shown.find(({ message }) => message.startsWith('Is anything unusual'));
    expect(unusual?.initial).toEqual(['app.access=folders']);
    expect(read('web.yaml')).toContain('access: folders');
  });

  it('keeps its waivers, which count, and its expectation', async () => {
    write(
      'web.yaml',
      `${text}expect: container\nwaivers:\n  - { rule: owns-its-data, because: It is a cache. }\n`,
    );
    const { stdout } = await run(['ask', 'web.yaml'], {
      facts: { ...answers, 'app.state': 'one-writer' },
      says: { 'Save the answers?': 'elsewhere', Where: 'other.yaml' },
    });
    expect(stdout).toMatch(/^\nweb → container/);
    expect(read('other.yaml')).toMatch(/expect: container/);
    expect(read('other.yaml')).toMatch(/rule: owns-its-data/);
    expect(forgetWhere(lastOf(stdout))).toBe(forgetWhere((await run(['assess', 'other.yaml'])).stdout));
  });

  it('with parts is asked about its parts, and only them', async () => {
    write(
      'shop.yaml',
      [
        'advise: 1',
        'name: shop',
        'facts: { site: { platform: engine }, app: { memory: 4 } }',
        'components:',
        '  - { name: web, facts: { app: { state: stateless } } }',
        '  - { name: orders, facts: { app: { family: linux } } }',
        '',
      ].join('\n'),
    );
    const { prompter, stdout } = await run(['ask', 'shop.yaml'], {
      facts: { ...answers, 'app.state': 'one-writer' },
      says: { 'Save the answers?': 'elsewhere', Where: 'other.yaml' },
    });
    const asked = prompter.shown.flatMap(({ fact }) => fact ?? []);
    expect(asked.sort()).toEqual(['app.family', 'app.state']);
    expect(stdout).toMatch(/^\nshop → split/);
    expect(forgetWhere(lastOf(stdout))).toBe(forgetWhere((await run(['assess', 'other.yaml'])).stdout));
  });

  it('with several workloads is refused before anything is asked', async () => {
    write('many.yaml', `${text}---\nadvise: 1\nname: two\n`);
    const { code, stderr, prompter } = await run(['ask', 'many.yaml']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^many\.yaml.* several workloads/);
    expect(prompter.shown).toEqual([]);
  });

  it('that cannot be read is refused before anything is asked', async () => {
    write('bad.yaml', 'advise: 1\nfacts: { app: { sate: stateless } }\n');
    const { code, stdout, stderr, prompter } = await run(['ask', 'bad.yaml']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^bad\.yaml:2:/);
    expect(prompter.shown).toEqual([]);
  });

  it('is overwritten only after asking', async () => {
    write('web.yaml', text);
    const { prompter } = await run(['ask', 'web.yaml'], {
      facts: answers,
      says: { 'Save the answers?': 'as' },
    });
    const saving = prompter.shown.find(({ message }) => message === 'Save the answers?');
    expect(saving?.labels).toEqual(['Yes, under another name', 'Yes, over what is in web.yaml', 'No']);
    expect(read('web.yaml')).toBe(`advise: 1\nname: web\n${savedAnswers}`);
  });
});

describe('a profile', () => {
  const profile = 'advise: 1\nname: hall\nfacts: { site: { platform: engine } }\n';

  it('is not asked, and not made part of the workload', async () => {
    write('hall.yaml', profile);
    const { prompter, stdout } = await run(['ask', '--profile', 'hall.yaml'], { facts: answers });
    expect(prompter.shown.flatMap(({ fact }) => fact ?? [])).not.toContain('site.platform');
    expect(read('my-workload.yaml')).not.toContain('platform');
    expect(prompter.said.join('\n')).toContain('advise assess --profile hall.yaml my-workload.yaml');
    const again = await run(['assess', '--profile', 'hall.yaml', 'my-workload.yaml']);
    expect(forgetWhere(lastOf(stdout))).toBe(forgetWhere(again.stdout));
  });

  it('is kept out of a draft as well', async () => {
    write('hall.yaml', profile);
    const script: Script = { facts: { ...answers, 'app.memory': interrupt } };
    await run(['ask', '--profile', 'hall.yaml'], script);
    expect(read(draft)).toContain('state: stateless');
    expect(read(draft)).not.toContain('platform');
  });
});

describe('Ctrl-C', () => {
  const broken: Script = { facts: { ...answers, 'app.memory': interrupt } };

  it('ends with 130, keeps the answers in a draft, and says where', async () => {
    const { code, stdout, stderr } = await run(['ask'], {
      ...broken,
      says: { 'What is it called': 'web' },
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain(draft);
    expect(stderr).toContain('advise ask');
    expect(list()).toEqual([draft]);
    expect(read(draft)).toBe(
      'advise: 1\nname: web\nfacts:\n  app:\n    state: stateless\n  site:\n    platform: engine\n',
    );
    expect((await run(['assess', draft])).code).toBe(0);
  });

  it('is made good by the next run, which offers the draft, asks the rest, and removes it', async () => {
    await run(['ask'], { ...broken, says: { 'What is it called': 'web' } });
    const { code, prompter, messages, stdout } = await run(['ask'], { facts: answers });
    expect(code).toBe(0);
    expect(messages[0]).toContain(draft);
    expect(prompter.shown[0]?.options).toEqual(['yes', 'no']);
    expect(messages).not.toContain('What is it called?');
    const asked = prompter.shown.flatMap(({ fact }) => fact ?? []);
    expect(asked.sort()).toEqual(['app.family', 'app.memory']);
    expect(stdout).toMatch(/^\nweb → container/);
    expect(list()).toEqual(['web.yaml']);
    expect(read('web.yaml')).toBe(`advise: 1\nname: web\n${savedAnswers}`);
  });

  it('again and again loses nothing', async () => {
    for (const fact of ['app.state', 'app.memory', 'app.family']) {
      const { code } = await run(['ask'], { facts: { ...answers, [fact]: interrupt } });
      expect(code).toBe(130);
    }
    expect(read(draft)).toContain('state: stateless');
    expect((await run(['ask'], { facts: answers })).code).toBe(0);
    expect(list()).toEqual(['my-workload.yaml']);
  });

  it('at any prompt ends with 130 and loses nothing said before', async () => {
    const whole = await run(['ask'], { facts: answers, says: { 'Save the answers?': 'no' } });
    for (let at = 0; at < whole.prompter.shown.length; at++) {
      rmSync(join(folder, draft), { force: true });
      let seen = 0;
      let before = '';
      const says: Record<string, typeof interrupt> = {};
      const { code } = await run(['ask'], {
        facts: answers,
        says,
        watch: ({ message }) => {
          if (existsSync(join(folder, draft))) before = read(draft);
          if (seen++ === at) says[message] = interrupt;
        },
      });
      expect(code).toBe(130);
      expect(list()).toEqual(before === '' ? [] : [draft]);
      if (before !== '') expect(read(draft)).toBe(before);
    }
  });

  it('behind the name keeps the name', async () => {
    await run(['ask'], { facts: { 'site.platform': interrupt }, says: { 'What is it called': 'web' } });
    expect(read(draft)).toBe('advise: 1\nname: web\nfacts: {}\n');
  });

  it('before anything was said leaves nothing', async () => {
    const { code } = await run(['ask'], { says: { 'What is it called': interrupt } });
    expect(code).toBe(130);
    expect(list()).toEqual([]);
  });

  it('at the question about an earlier draft leaves that as it is', async () => {
    const earlier = 'advise: 1\nname: old\nfacts: { site: { platform: none } }\n';
    write(draft, earlier);
    const { code, stderr } = await run(['ask'], { says: { 'Go on with': interrupt } });
    expect(code).toBe(130);
    expect(stderr).toContain(`kept in ${draft}`);
    expect(read(draft)).toBe(earlier);
  });

  it('while asking for a place to save keeps the answers, parts and all', async () => {
    const { code, stdout } = await run(['ask'], {
      facts: { ...answers, 'app.state': inTurn('stateless', 'one-writer') },
      says: { 'What is it called': 'shop: web, orders', 'Save the answers?': 'elsewhere', Where: interrupt },
    });
    expect(code).toBe(130);
    expect(stdout).toContain('shop → ');
    expect(read(draft)).toMatch(/name: orders\n[^]*one-writer/);
  });

  it('among the parts keeps what was said of them', async () => {
    const { code } = await run(['ask'], {
      facts: { ...answers, 'app.state': inTurn('stateless', 'one-writer') },
      says: { 'What is it called': 'shop: web, orders', Your: inTurn('show', interrupt) },
    });
    expect(code).toBe(130);
    expect(read(draft)).toMatch(/name: orders\n[^]*one-writer/);
  });

  it('after going back keeps all answers', async () => {
    const { code } = await run(['ask'], {
      facts: { ...answers, 'app.state': inTurn('stateless', interrupt), 'app.memory': '<' },
    });
    expect(code).toBe(130);
    expect(read(draft)).toContain('platform: engine');
    expect(read(draft)).toContain('state: stateless');
  });

  it('among the parts is made good by the next run', async () => {
    const facts = { ...answers, 'app.state': inTurn('stateless', interrupt) };
    await run(['ask'], { facts, says: { 'What is it called': 'shop: web, orders' } });
    const { code, stdout } = await run(['ask'], { facts: { ...answers, 'app.state': 'one-writer' } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\nshop → split/);
    expect(read('shop.yaml')).toMatch(/name: web\n[^]*name: orders\n/);
    expect(list()).toEqual(['shop.yaml']);
  });

  it('a draft that cannot be written is told of, and the answers are shown instead', async () => {
    const fails = new Map([[draft, 'EACCES']]);
    const { code, stdout, stderr } = await run(['ask'], broken, { fails });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain(`${draft} cannot be written: no permission`);
    expect(stderr).toContain('platform: engine');
    expect(stderr).toContain('state: stateless');
  });
});

describe('a draft', () => {
  it('that is not wanted is left aside', async () => {
    write(draft, 'advise: 1\nname: old\nfacts: { site: { platform: none } }\n');
    const { prompter } = await run(['ask'], { facts: answers, says: { 'Go on with': 'no' } });
    expect(prompter.shown.flatMap(({ fact }) => fact ?? [])).toContain('site.platform');
    expect(list()).toEqual(['my-workload.yaml']);
    expect(read('my-workload.yaml')).toContain('platform: engine');
  });

  it('is never proposed to be saved over another file that was named', async () => {
    write(draft, 'advise: 1\nname: old\nfacts: { site: { platform: none } }\n');
    write('web.yaml', 'advise: 1\nname: web\nfacts: {}\n');
    const { prompter } = await run(['ask', 'web.yaml'], {
      facts: answers,
      says: { 'Save the answers?': 'elsewhere', Where: 'other.yaml' },
    });
    expect(prompter.shown.map(({ message }) => message).join()).not.toContain(draft);
    expect(read('other.yaml')).toContain('name: web');
    expect(read('web.yaml')).toBe('advise: 1\nname: web\nfacts: {}\n');
  });

  it('that cannot be read is told of, and stays', async () => {
    write(draft, 'advise: 1\nfacts: { app: { gone: yes } }\n');
    const { code, stderr } = await run(['ask'], { facts: answers });
    expect(code).toBe(2);
    expect(stderr).toContain(`${draft}:2:`);
    expect(list()).toEqual([draft]);
  });
});

describe('saving', () => {
  it('never overwrites without asking, and has a way out', async () => {
    write('web.yaml', 'mine\n');
    write('profile.yaml', 'ours\n');
    const ways = [
      { says: { 'Save the answers?': 'no' }, files: [] },
      { says: { Where: '<' }, files: [] },
      { says: { Where: 'web.yaml', 'web.yaml exists': 'no' }, files: [] },
      { says: { Where: inTurn('web.yaml', 'new.yaml') }, files: ['new.yaml'] },
      // What is proposed is free.
      { says: {}, files: ['new.yaml', 'web-2.yaml'] },
      // Enter alone, wherever there is a choice.
      {
        says: { Where: inTurn('web.yaml', 'second.yaml') },
        files: ['new.yaml', 'second.yaml', 'web-2.yaml'],
      },
    ];
    for (const { says, files } of ways) {
      const { code } = await run(['ask'], { facts: answers, says: { 'What is it called': 'web', ...says } });
      expect(code).toBe(0);
      expect(read('web.yaml')).toBe('mine\n');
      expect(list()).toEqual([...files, 'profile.yaml', 'web.yaml'].sort());
    }
  });

  it('overwrites where that is said', async () => {
    write('web.yaml', 'mine\n');
    const says = { 'What is it called': 'web', Where: 'web.yaml', 'web.yaml exists': 'over' };
    await run(['ask'], { facts: answers, says });
    expect(read('web.yaml')).toContain('name: web');
  });

  it.each([
    { code: 'EACCES', reason: 'no permission to write it' },
    { code: 'ENOSPC', reason: 'no space left on the device' },
    { code: 'ENOENT', reason: 'no such folder' },
    { code: 'EROFS', reason: 'the file system is read-only' },
  ])('that fails with $code says so and asks again', async ({ code, reason }) => {
    const script = {
      facts: answers,
      says: { 'Save the answers?': 'elsewhere', Where: inTurn('there.yaml', 'here.yaml') },
    };
    const ran = await run(['ask'], script, { fails: new Map([['there.yaml', code]]) });
    expect(ran.code).toBe(0);
    expect(ran.prompter.said).toContain(`there.yaml cannot be written: ${reason}`);
    expect(list()).toEqual(['here.yaml']);
    expect(read('here.yaml')).toContain('state: stateless');
  });

  it('in a folder that is missing, really', async () => {
    const script = {
      facts: answers,
      says: { 'Save the answers?': 'elsewhere', Where: inTurn('no/such/file.yaml', 'here.yaml') },
    };
    const { prompter } = await run(['ask'], script);
    expect(prompter.said).toContain('no/such/file.yaml cannot be written: no such folder');
    expect(list()).toEqual(['here.yaml']);
  });

  it('writes the command so that a shell takes it', async () => {
    const script = { facts: answers, says: { 'Save the answers?': 'elsewhere', Where: "my shop's.yaml" } };
    const { prompter } = await run(['ask'], script);
    expect(prompter.said.join('\n')).toContain(`advise assess 'my shop'\\''s.yaml'`);
  });

  it('offers the answers about the site as a profile', async () => {
    const site = { 'Save the answers?': 'both' };
    await run(['ask'], { facts: answers, says: site });
    expect(read('profile.yaml')).toMatch(/facts:\n {2}site:\n {4}platform: engine\n$/);
    const { prompter } = await run(['ask', '--profile', 'profile.yaml'], {
      facts: answers,
      says: { 'Save the answers?': 'elsewhere', Where: 'second.yaml' },
    });
    expect(prompter.shown.flatMap(({ fact }) => fact ?? [])).not.toContain('site.platform');
  });
});

describe('facts --unanswered', () => {
  it('lists what ask would ask, in its order', async () => {
    write('web.yaml', 'advise: 1\nname: web\nfacts: { app: { memory: 4 } }\n');
    const listed = await runAlone(['facts', '--unanswered', 'web.yaml', '-f', 'json']);
    const { unanswered } = JSON.parse(listed.stdout) as {
      unanswered: { workload: string; questions: string[]; presumptions: string[] }[];
    };
    const { prompter } = await run(['ask', 'web.yaml'], {
      facts: {},
      otherwise: () => dontKnow,
      says: { 'Save the answers?': 'no' },
    });
    const asked = prompter.shown.flatMap(({ fact }) => fact ?? []);
    expect(unanswered[0]?.questions).toEqual(asked);
    expect(unanswered[0]?.workload).toBe('web');
  });

  it('says each in words', async () => {
    write('web.yaml', 'advise: 1\nname: web\nfacts: {}\n');
    const { stdout, code } = await runAlone(['facts', '--unanswered', 'web.yaml']);
    expect(code).toBe(0);
    expect(stdout).toContain('app.memory');
    expect(stdout).toContain('How much memory does it need?');
    expect(stdout).toContain('People work at its desktop');
  });

  it('lists every part by itself', async () => {
    const { stdout } = await runAlone(
      ['facts', '--unanswered', join(project, 'fixtures/shop.yaml'), '-f', 'json'],
      {
        comesWith: undefined,
      },
    );
    const { unanswered } = JSON.parse(stdout) as { unanswered: { workload: string }[] };
    expect(unanswered.map(({ workload }) => workload)).toEqual([
      'shop: web',
      'shop: order-database',
      'shop: tax-calculator',
    ]);
  });
});
