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
const nameQuestion = 'What is the workload called?';
const exceptions = 'Which of these are true of it?';
const nothingMore = 'Nothing more could change the result.';
const parts = 'Has it parts that differ';
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

/** Answers all questions so that it is a container, up to the list of exceptions. */
async function answerAll(it: Terminal, name = 'web'): Promise<void> {
  await it.fill(nameQuestion, name);
  await it.choose(platformQuestion, 'an engine');
  await it.fill(memoryQuestion, '512 MiB');
  await it.choose(stateQuestion, 'nothing');
  await it.choose(familyQuestion, 'any Linux');
}

/** From the end of the questions to the end of the program. */
async function finish(it: Terminal, file = ''): Promise<void> {
  await it.choose(nothingMore, 'Go on');
  await it.fill(parts, '');
  await it.fill('Save the answers as', '');
  await it.fill('Where?', file);
  await it.fill('Save the answers about site', '');
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const has = (name: string) => existsSync(join(folder, name));

skipWithout(hasTmux, 'the interview in a terminal', 'tmux is missing: apt-get install tmux');

describe.runIf(hasTmux)('an interview in a terminal', () => {
  it('asks, advises, saves, and ends with 0', async () => {
    const at = await open();
    await answerAll(at);
    await at.tick(exceptions);
    await finish(at);
    const screen = await at.see('The same again:');
    expect(await at.exitCode()).toBe(0);
    expect(screen).toMatch(/web → container/);
    expect(screen).toMatch(/Firm: nothing unsaid could change it/);
    expect(screen).toMatch(/advise assess --rules rulebook web\.yaml/);
    expect(read('web.yaml')).toMatch(
      /^advise: 1\nname: web\nfacts:\n {2}app:\n {4}state: stateless\n {4}memory: 0\.5\n/,
    );
    expect(has(draft)).toBe(false);
    const { stdout, code } = await runBinary(['assess', '--rules', 'rulebook', 'web.yaml'], { cwd: folder });
    expect(stdout).toMatch(/^web → container/);
    expect(code).toBe(0);
  });

  it('says why it asks, and how far it is', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    const first = await at.see(`? ${platformQuestion}`);
    expect(first).toMatch(/3 headlines are still possible/);
    expect(first).toMatch(/It matters for: /);
  });

  it('goes back, and another answer gives another result', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await at.choose(platformQuestion, 'an engine');
    await at.fill(memoryQuestion, '<');
    await at.choose(platformQuestion, 'an engine');
    await at.fill(memoryQuestion, '4');
    await at.choose(stateQuestion, 'Go back');
    await at.fill(memoryQuestion, '512');
    await at.choose(stateQuestion, 'nothing');
    await at.see(`? ${exceptions}`);
    await at.press('C-c');
    expect(await at.exitCode()).toBe(130);
    expect(read(draft)).toContain('memory: 512');
  });

  it('goes back after the last answer too', async () => {
    const at = await open();
    await answerAll(at);
    await at.tick(exceptions, 'People work at its desktop');
    await at.choose(nothingMore, 'Go back');
    await at.tick(exceptions);
    await finish(at);
    expect(await at.exitCode()).toBe(0);
    expect(read('web.yaml')).toContain('desktop: no');
  });

  it('tells more on demand: help, values, fact and rules', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await at.choose(platformQuestion, 'Tell me more');
    const screen = await at.see('In a file it is site.platform.');
    expect(screen).toMatch(/Rules that wait for it: fits-the-kubernetes/);
    await at.choose(platformQuestion, 'an engine');
    await at.fill(memoryQuestion, '?');
    await at.see('In a file it is app.memory.');
    await at.fill(memoryQuestion, '4');
    await at.choose(stateQuestion, 'Tell me more');
    await at.see('Data in a database elsewhere is not its own.');
    await at.choose(stateQuestion, 'nothing');
    await at.see(`? ${familyQuestion}`);
  });

  it('takes "I do not know" for an answer', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await at.choose(platformQuestion, 'an engine');
    await at.fill(memoryQuestion, '');
    await at.choose(stateQuestion, "I don't know");
    await at.choose(familyQuestion, "I don't know (linux stays presumed)");
    await at.tick(exceptions);
    await finish(at);
    await at.see(/web → /);
    expect(await at.exitCode()).toBe(0);
    expect(read('web.yaml')).not.toMatch(/memory|state|family|unknown/);
  });

  it('refuses a number that is none, and keeps asking', async () => {
    const at = await open();
    await at.fill(nameQuestion, 'web');
    await at.choose(platformQuestion, 'an engine');
    await at.fill(memoryQuestion, 'much');
    await at.see('app.memory cannot be');
    await at.press('BSpace', 'BSpace', 'BSpace', 'BSpace');
    await at.type('4');
    await at.see(`? ${stateQuestion}`);
  });

  it('asks further what was ticked, where there is something to ask', async () => {
    const at = await open();
    await answerAll(at);
    await at.tick(exceptions, 'It needs rights over its host');
    await at.choose('Which rights over its host', 'folders of the host');
    await finish(at);
    expect(await at.see(/web → /)).toMatch(/web → vm/);
    expect(await at.exitCode()).toBe(0);
    expect(read('web.yaml')).toMatch(/desktop: no\n {4}access: folders/);
  });

  it('places parts by themselves', async () => {
    const at = await open();
    await answerAll(at, 'shop');
    await at.tick(exceptions);
    await at.choose(nothingMore, 'Go on');
    await at.fill(parts, 'y');
    await at.fill('What is the part called?', 'orders');
    await at.tick('In which of these', 'app.state');
    await at.choose(stateQuestion, 'data that it alone owns');
    await at.fill('Another part?', 'y');
    await at.fill('What is the part called?', 'web');
    await at.tick('In which of these');
    await at.fill('Another part?', '');
    await at.fill('Save the answers as', '');
    await at.fill('Where?', '');
    await at.fill('Save the answers about site', '');
    expect(await at.see(/shop → split/)).toMatch(/orders → vm/);
    expect(await at.exitCode()).toBe(0);
    expect(read('shop.yaml')).toMatch(/- name: orders\n +facts:\n +app:\n +state: one-writer\n/);
  });

  it('never overwrites without asking', async () => {
    writeFileSync(join(folder, 'web.yaml'), 'mine\n');
    const at = await open();
    await answerAll(at);
    await at.tick(exceptions);
    await at.choose(nothingMore, 'Go on');
    await at.fill(parts, '');
    await at.fill('Save the answers as', '');
    await at.fill('Where?', '');
    await at.fill('web.yaml exists. Overwrite it?', '');
    await at.fill('Where?', 'other.yaml');
    await at.fill('Save the answers about site', '');
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
    await at.fill(memoryQuestion, '4');
    await at.see(`? ${stateQuestion}`);
  }
  const kept = 'advise: 1\nname: web\nfacts:\n  app:\n    memory: 4\n  site:\n    platform: engine\n';

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
    await again.fill('Go on with the answers', '');
    await again.fill(nameQuestion, '');
    await again.choose(stateQuestion, 'nothing');
    await again.choose(familyQuestion, 'any Linux');
    await again.tick(exceptions);
    await finish(again);
    expect(await again.see(/web → /)).toMatch(/web → container/);
    expect(await again.exitCode()).toBe(0);
    expect(has(draft)).toBe(false);
    expect(read('web.yaml')).toContain('memory: 4');
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
    await at.see(`? ${memoryQuestion}`);
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
    await at.see('? How much memory');
    const screen = await at.screen();
    for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    // No word is torn apart: the reason is broken at its spaces.
    expect(screen.replace(/\s+/g, ' ')).toContain('headlines are still possible');
    expect(screen.replace(/\s+/g, ' ')).toMatch(
      /It matters for: rule fits-the-kubernetes \(and 2 more rules\)\./,
    );
    await at.fill('How much memory', '4');
    await at.choose(stateQuestion.slice(0, 20), 'nothing');
    await at.choose(familyQuestion, 'any Linux');
    await at.tick(exceptions.slice(0, 20), 'People work');
    await at.choose(nothingMore, 'Go on');
    await at.fill(parts, '');
    await at.fill('Save the answers as', 'n');
    await at.fill('Save the answers about', 'n');
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
      await at.see(`? ${memoryQuestion}`);
      expect(await at.screen(true), argv.join(' ')).not.toMatch(colour);
      at.close();
      rmSync(join(folder, draft));
    }
  });

  it('carries the prompts, a redirected standard output the advice and nothing else', async () => {
    const at = await open({ redirect: '> advice.txt' });
    await answerAll(at);
    await at.tick(exceptions);
    await finish(at);
    expect(await at.exitCode()).toBe(0);
    const advice = read('advice.txt');
    expect(advice).toMatch(/^\s*web → container/);
    expect(advice).not.toMatch(/\u001b/); // eslint-disable-line no-control-regex
    expect(advice).not.toMatch(/\?|Save|still possible/);
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
    const screen = await terminal.see(/It matters for: /);
    expect(screen).toMatch(/headlines are still possible/);
    await terminal.press('C-c');
    expect(await terminal.exitCode()).toBe(130);
  });
});
