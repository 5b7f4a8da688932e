import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { interviewRulebook, stateQuestion } from '../../unit/ask/interview-rulebook.ts';
import { buildBinary } from '../../support/build-binary.ts';
import { writeRulebook } from '../../support/build-rulebook.ts';
import { runBinary } from '../../support/run-binary.ts';
import { skipWithout } from '../../support/skip-without.ts';
import { hasTmux, openTerminal, type Terminal, type TerminalOptions } from '../../support/terminal.ts';

// The interview as users have it: the built program in a real pseudo-terminal.

const platformQuestion = 'Which container platform is there?';
const memoryQuestion = 'How much memory does it need?';
const familyQuestion = 'Which system does it run on?';
const nameQuestion = 'What is it called?';
const unusual = 'Is anything unusual about it?';
const review = 'Your answers say: ';
const saving = 'Save the answers?';
const draft = '.advise-draft.yaml';

let folder = '';
let terminal: Terminal | undefined;

beforeAll(() => {
  if (hasTmux) buildBinary();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'advise-terminal-'));
  mkdirSync(join(folder, 'rulebook'));
  for (const { name, text } of writeRulebook(interviewRulebook))
    writeFileSync(join(folder, 'rulebook', name), text);
});
afterEach(() => {
  terminal?.close();
  terminal = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** Starts an interview by the rulebook for interviews; the terminal is closed after the test. */
async function open(options: Partial<TerminalOptions> = {}, ...argv: string[]): Promise<Terminal> {
  terminal = await openTerminal(['ask', '--rules', 'rulebook', ...argv], { folder, ...options });
  return terminal;
}

/** Answers all questions so that it is a container, up to the list of what is unusual. */
async function answerAll(it: Terminal, name = 'web'): Promise<void> {
  await it.fill(nameQuestion, name);
  await answerFacts(it);
}

async function answerFacts(it: Terminal): Promise<void> {
  await it.choose(platformQuestion, 'an engine');
  await it.choose(stateQuestion, 'nothing');
  await it.fill(memoryQuestion, '512 MiB');
  await it.choose(familyQuestion, 'any Linux');
}

/** From the end of the questions to the end of the program. */
async function finish(it: Terminal, save = 'Yes, as'): Promise<void> {
  await it.choose(review, 'Show the advice');
  await it.choose(saving, save);
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const has = (name: string) => existsSync(join(folder, name));

skipWithout(hasTmux, 'the interview in a terminal', 'tmux is missing: apt-get install tmux');

describe.runIf(hasTmux)('an interview in a terminal', () => {
  it('welcomes, asks, advises, saves, shows the advice again, and ends with 0', async () => {
    const at = await open();
    await at.see(/answers are kept in \.advise-draft\.yaml/);
    await answerAll(at);
    await at.pick(unusual);
    await finish(at);
    const screen = await at.see('The same again:');
    expect(await at.exitCode()).toBe(0);
    expect((await at.screen()).match(/web → container/g)).toHaveLength(2);
    expect(screen).toMatch(/advise assess --rules rulebook web\.yaml/);
    expect(read('web.yaml')).toBe(
      'advise: 1\nname: web\nfacts:\n  app:\n    state: stateless\n    memory: 0.5\n    family: linux\n  site:\n    platform: engine\n',
    );
    expect(has(draft)).toBe(false);
    const { stdout, code } = await runBinary(['assess', '--rules', 'rulebook', 'web.yaml'], { cwd: folder });
    expect(stdout).toMatch(/^web → container/);
    expect(code).toBe(0);
  });

  it('says how far it is, and why it asks', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await at.see(/1 of about \d/);
    await at.choose(platformQuestion, 'an engine');
    await at.see(/2 of about \d\. What it must not lose decides\./);
  });

  it('goes back by one key, keeps what was answered, and another answer gives another result', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await at.choose(platformQuestion, 'an engine');
    await at.choose(stateQuestion, 'nothing');
    await at.fill(memoryQuestion, '4');
    await at.see(`? ${familyQuestion}`);
    await at.press('<');
    await at.fill(memoryQuestion, '512');
    // What fills a machine needs no more questions about its system.
    await at.see(`? ${unusual}`);
    await at.press('C-c');
    expect(await at.exitCode()).toBe(130);
    expect(read(draft)).toContain('memory: 512');
    expect(read(draft)).toContain('state: stateless');
  });

  it('leads from the review to any answer', async () => {
    const at = await open();
    await answerAll(at);
    await at.pick(unusual, 'desktop');
    await at.choose(review, 'Change an answer');
    await at.choose('Which one?', 'app.desktop');
    await at.choose('Do people work', 'no');
    await finish(at);
    expect(await at.exitCode()).toBe(0);
    expect(read('web.yaml')).toContain('desktop: no');
  });

  it('helps by one key, in lists and in lines', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await at.see(`? ${platformQuestion}`);
    await at.press('?');
    await at.see('In a file it is site.platform.');
    await at.choose(platformQuestion, 'an engine');
    await at.see(`? ${stateQuestion}`);
    await at.press('?');
    await at.see('Data in a database elsewhere is not its own.');
    await at.choose(stateQuestion, 'nothing');
    await at.see(`? ${memoryQuestion}`);
    await at.press('?');
    await at.see('In a file it is app.memory.');
    await at.fill(memoryQuestion, '4');
    await at.see(`? ${familyQuestion}`);
  });

  it('finds an answer by what is typed', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await at.see(`? ${platformQuestion}`);
    await at.type('kub');
    await at.see(/✔ Which container platform is there\? Kubernetes/);
  });

  it('takes "I do not know" for an answer', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await at.choose(platformQuestion, 'an engine');
    await at.choose(stateQuestion, "I don't know");
    await at.fill(memoryQuestion, '');
    await at.choose(familyQuestion, "I don't know");
    await at.pick(unusual);
    await finish(at);
    await at.see(/web → /);
    expect(await at.exitCode()).toBe(0);
    expect(read('web.yaml')).not.toMatch(/memory|state|family|unknown/);
  });

  it('refuses a number that is none, and keeps asking', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await at.choose(platformQuestion, 'an engine');
    await at.choose(stateQuestion, 'nothing');
    await at.fill(memoryQuestion, 'much');
    await at.see('app.memory cannot be');
    await at.press('BSpace', 'BSpace', 'BSpace', 'BSpace');
    await at.type('4');
    await at.see(`? ${familyQuestion}`);
  });

  it('picks what is unusual in one list', async () => {
    const at = await open();
    await answerAll(at);
    await at.pick(unusual, 'folders');
    await finish(at);
    expect(await at.see(/web → /)).toMatch(/web → vm/);
    expect(await at.exitCode()).toBe(0);
    expect(read('web.yaml')).toContain('access: folders');
    expect(read('web.yaml')).not.toContain('desktop');
  });

  it('places parts by themselves', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'shop: web, orders');
    await answerFacts(at);
    await at.pick(unusual);
    await at.choose(review, 'Show the advice');
    await at.see('Now the part orders.');
    await at.choose(stateQuestion, 'data that it alone owns');
    await at.pick(unusual);
    await finish(at);
    expect(await at.see(/shop → split/)).toMatch(/orders → vm/);
    expect(await at.exitCode()).toBe(0);
    expect(read('shop.yaml')).toMatch(/- name: orders\n +facts:\n +app:\n +state: one-writer\n/);
  });

  it('never overwrites without asking', async () => {
    writeFileSync(join(folder, 'web.yaml'), 'mine\n');
    const at = await open();
    await answerAll(at);
    await at.pick(unusual);
    await finish(at, 'Yes, under another name');
    await at.fill('Where?', 'web.yaml');
    await at.choose('web.yaml exists.', 'Save under another name');
    await at.fill('Where?', 'other.yaml');
    expect(await at.exitCode()).toBe(0);
    expect(read('web.yaml')).toBe('mine\n');
    expect(read('other.yaml')).toContain('name: web');
  });
});

describe.runIf(hasTmux)('an interview that is broken off', () => {
  /** Answers two questions; the third is on the screen. */
  async function begin(at: Terminal): Promise<void> {
    await at.fill(nameQuestion, 'web');
    await at.choose(platformQuestion, 'an engine');
    await at.choose(stateQuestion, 'nothing');
    await at.see(`? ${memoryQuestion}`);
  }
  const kept = 'advise: 1\nname: web\nfacts:\n  app:\n    state: stateless\n  site:\n    platform: engine\n';

  it('by Ctrl-C ends with 130, says where the answers are, and goes on the next time', async () => {
    const at = await open();
    await begin(at);
    await at.press('C-c');
    const screen = await at.see(draft);
    expect(await at.exitCode()).toBe(130);
    expect(screen).not.toMatch(/bug|^ {4}at /m);
    expect(read(draft)).toBe(kept);
    at.close();

    const again = await open();
    await again.choose('Go on with the answers', 'Yes');
    await again.choose('Known already: 2 answers.', 'Go on');
    await again.fill(memoryQuestion, '4');
    await again.choose(familyQuestion, 'any Linux');
    await again.pick(unusual);
    await finish(again);
    expect(await again.see(/web → /)).toMatch(/web → container/);
    expect(await again.exitCode()).toBe(0);
    expect(has(draft)).toBe(false);
    expect(read('web.yaml')).toContain('memory: 4');
  });

  it('by Ctrl-C in the middle of a list keeps what is ticked, and says where', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await answerFacts(at);
    await at.see(`? ${unusual}`);
    await at.type('desktop');
    await at.see('Go on with 1');
    await at.press('C-c');
    await at.see(`kept in ${draft}`);
    expect(await at.exitCode()).toBe(130);
    expect(read(draft)).toContain('desktop: yes');
  });

  it('by Ctrl-C before the first answer leaves nothing', async () => {
    const at = await open();
    await at.see(`? ${nameQuestion}`);
    await at.press('C-c');
    expect(await at.exitCode()).toBe(130);
    expect(has(draft)).toBe(false);
  });

  it('by the end of input (Ctrl-D) ends with 130 and keeps the answers', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await at.choose(platformQuestion, 'an engine');
    await at.see(`? ${stateQuestion}`);
    await at.press('C-d');
    expect(await at.exitCode()).toBe(130);
    expect(read(draft)).toContain('platform: engine');
  });

  it('by a terminal that is closed keeps the answers', async () => {
    const at = await open();
    await begin(at);
    at.close();
    expect(read(draft)).toBe(kept);
  });
});

describe.runIf(hasTmux)('the screen', () => {
  it('of 40 columns holds every question, the list and the advice', async () => {
    const at = await open({ columns: 40, rows: 50 });
    await at.fill(nameQuestion, 'web');
    await at.choose(platformQuestion, 'an engine');
    await at.see(`? ${stateQuestion.slice(0, 20)}`);
    const screen = await at.screen();
    for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    // No word is torn apart: the reason is broken at its spaces.
    expect(screen.replace(/\s+/g, ' ')).toMatch(/2 of about \d\. What it must not lose decides\./);
    await at.choose(stateQuestion.slice(0, 20), 'nothing');
    await at.fill('How much memory', '4');
    await at.choose(familyQuestion.slice(0, 20), 'any Linux');
    await at.pick(unusual.slice(0, 20), 'People_work');
    await at.choose(review, 'Show the advice');
    await at.choose(saving, 'No');
    expect(await at.see(/web → /)).toMatch(/web → vm/);
    expect(await at.exitCode()).toBe(0);
  });

  it('is coloured, and with NO_COLOR or --no-color is not', async () => {
    const colour = /\u001b\[[0-9;]*3[0-7](;[0-9]+)*m/; // eslint-disable-line no-control-regex
    const ways: [Partial<TerminalOptions>, string[]][] = [
      [{ env: { NO_COLOR: '1' } }, []],
      [{}, ['--no-color']],
    ];
    const plain = await open();
    await plain.see(`? ${nameQuestion}`);
    expect(await plain.screen(true)).toMatch(colour);
    plain.close();
    for (const [options, argv] of ways) {
      const at = await open(options, ...argv);
      await at.fill(nameQuestion, 'web');
      await at.choose(platformQuestion, 'an engine');
      await at.see(`? ${stateQuestion}`);
      expect(await at.screen(true), argv.join(' ')).not.toMatch(colour);
      at.close();
      rmSync(join(folder, draft));
    }
  });

  it('carries the prompts, a redirected standard output the advice and nothing else', async () => {
    const at = await open({ redirect: '> advice.txt' });
    await answerAll(at);
    await at.pick(unusual);
    await finish(at);
    expect(await at.exitCode()).toBe(0);
    const advice = read('advice.txt');
    expect(advice).toMatch(/^\s*web → container/);
    expect(advice).not.toMatch(/\u001b/); // eslint-disable-line no-control-regex
    expect(advice).not.toMatch(/\?|Save|of about/);
    expect(await at.screen()).not.toContain('web → ');
  });

  it('redirected for standard error is no terminal to ask at', async () => {
    const at = await open({ redirect: '2> errors.txt' });
    expect(await at.exitCode()).toBe(2);
    expect(read('errors.txt')).toMatch(/^advise: there is no terminal/);
    expect(await at.screen()).not.toContain(nameQuestion);
  });

  it('with input from a file is no terminal either', async () => {
    writeFileSync(join(folder, 'input.txt'), 'web\n\n\n');
    const at = await open({ redirect: '< input.txt' });
    await at.see('there is no terminal');
    expect(await at.exitCode()).toBe(2);
  });

  it('shows the default rulebook when advise is called with nothing', async () => {
    terminal = await openTerminal([], { folder });
    await terminal.fill(nameQuestion, 'web');
    await terminal.see(/1 of about \d+\. Enter picks/);
    await terminal.press('C-c');
    expect(await terminal.exitCode()).toBe(130);
  });
});
