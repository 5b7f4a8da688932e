import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { binary, buildBinary } from '../../support/build-binary.ts';
import { skipWithout } from '../../support/skip-without.ts';
import { hasTmux } from '../../support/terminal.ts';

// Completion as people meet it: the real shells in a real terminal, words begun, and the Tab key.

interface Shell {
  readonly name: 'bash' | 'zsh' | 'fish';
  readonly start: string;
  /** Lines that make it ready, as somebody would have in the file that it reads when it starts. */
  readonly setUp: readonly string[];
}

const bashCompletion = '/usr/share/bash-completion/bash_completion';
const shells: readonly Shell[] = [
  {
    name: 'bash',
    start: 'bash --norc --noprofile',
    setUp: [`. ${bashCompletion}`, 'source <(advise completion bash)', "PS1='ready> '"],
  },
  {
    name: 'zsh',
    start: 'zsh -f',
    setUp: ['autoload -U compinit && compinit -D -u', 'source <(advise completion zsh)', "PROMPT='ready> '"],
  },
  {
    name: 'fish',
    start: 'fish --no-config',
    // What fish suggests behind the cursor by itself is no completion.
    setUp: [
      'set -g fish_autosuggestion_enabled 0',
      'advise completion fish | source',
      "function fish_prompt; echo -n 'ready> '; end",
    ],
  },
];

const isThere = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const missing = (shell: Shell): string[] => [
  ...(hasTmux ? [] : ['tmux']),
  ...(isThere(shell.name) ? [] : [shell.name]),
  ...(shell.name !== 'bash' || existsSync(bashCompletion) ? [] : ['bash-completion']),
];

/** What is typed before Tab, and what must then stand there. */
const completed: readonly (readonly [name: string, typed: string, wanted: string])[] = [
  ['a command', 'advise sch', 'advise schema'],
  ['a command of a command', 'advise rules sh', 'advise rules show'],
  ['an option', 'advise assess --exp', 'advise assess --expect'],
  ['a format', 'advise assess --format js', 'advise assess --format json'],
  ['a format behind an equals sign', 'advise assess --format=js', 'advise assess --format=json'],
  ['a fact', 'advise assess --set os.fam', 'advise assess --set os.family='],
  ['a value of it', 'advise assess --set os.family=wi', 'advise assess --set os.family=windows'],
  [
    'a value of a fact with a hyphen',
    'advise assess --set site.kubernetes-skill=prod',
    'advise assess --set site.kubernetes-skill=production',
  ],
  ['a rule', 'advise why own-kernel-module-on', 'advise why own-kernel-module-on-shared-hosts'],
  ['a placement', 'advise why container.sandb', 'advise why container.sandboxed'],
  ['a fact to be told of', 'advise facts state.oper', 'advise facts state.operator'],
  ['what has a schema', 'advise schema prof', 'advise schema profile'],
  ['a shell', 'advise completion zs', 'advise completion zsh'],
  ['a file', 'advise assess odd-na', 'advise assess odd-name.yaml'],
  ['a file behind other words', 'advise assess --all odd-na', 'advise assess --all odd-name.yaml'],
  ['the file of an option', 'advise assess --profile odd-na', 'advise assess --profile odd-name.yaml'],
];

let folder = '';

beforeAll(() => {
  buildBinary();
  folder = mkdtempSync(join(tmpdir(), 'advise-completion-'));
  writeFileSync(join(folder, 'odd-name.yaml'), 'advise: 1\n');
  writeFileSync(join(folder, 'advise'), `#!/bin/sh\nexec '${process.execPath}' '${binary}' "$@"\n`);
  chmodSync(join(folder, 'advise'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(shells)('$name', (shell) => {
  const lacking = missing(shell);
  if (lacking.length > 0) {
    const why = `${lacking.join(' and ')} missing: apt-get install ${lacking.join(' ')}`;
    skipWithout(false, `completion in ${shell.name}`, why);
    return;
  }
  let tmux: (...args: string[]) => string;

  beforeEach(async () => {
    const home = mkdtempSync(join(folder, 'home-'));
    const env = {
      PATH: `${folder}:${process.env.PATH ?? ''}`,
      HOME: home,
      TMUX_TMPDIR: home,
      LANG: 'C.UTF-8',
      TERM: 'xterm',
    };
    tmux = (...args) => execFileSync('tmux', ['-u', '-L', 'shell', ...args], { env, encoding: 'utf8' });
    tmux('-f', '/dev/null', 'new-session', '-d', '-c', folder, '-x', '120', '-y', '40', shell.start);
    for (const line of shell.setUp) tmux('send-keys', '-l', '--', line, ';', 'send-keys', 'Enter');
    await see(/^ready> $/m);
  });
  afterEach(() => {
    tmux('kill-server');
  });

  async function see(wanted: RegExp): Promise<void> {
    const until = Date.now() + 120_000;
    for (;;) {
      const screen = tmux('capture-pane', '-p').replace(/^ready>$/gm, 'ready> ');
      if (wanted.test(screen)) return;
      if (Date.now() > until) throw new Error(`waited in vain for ${wanted.source}; the screen:\n${screen}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  test('completes what is begun', async () => {
    const failed: string[] = [];
    for (const [name, typed, wanted] of completed) {
      tmux('send-keys', 'C-u', ';', 'send-keys', '-l', '--', typed, ';', 'send-keys', 'Tab');
      const line = new RegExp(`^ready> ${wanted.replace(/[.=]/g, '\\$&')}\\s*$`, 'm');
      await see(line).catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
      tmux('send-keys', 'C-u');
    }
    expect(failed).toEqual([]);
  });

  test('lists what may follow', async () => {
    tmux(
      'send-keys',
      '-l',
      '--',
      'advise assess --set os.family=',
      ';',
      'send-keys',
      'Tab',
      ';',
      'send-keys',
      'Tab',
    );
    await see(/linux[\s\S]*windows/);
  });
});

describe('the words that the scripts ask for', () => {
  const ask = (...words: string[]): string[] =>
    execFileSync(join(folder, 'advise'), ['complete', '--', ...words], { encoding: 'utf8', cwd: folder })
      .trimEnd()
      .split('\n');

  test.each([
    { name: 'a fact stands open for its value', words: ['assess', '--set', 'os.fam'], last: ':6' },
    { name: 'a value is whole', words: ['assess', '--set', 'os.family=lin'], last: ':4' },
    { name: 'a file is left to the shell', words: ['assess', ''], last: ':0' },
    { name: 'a date is nothing to complete', words: ['assess', '--today', ''], last: ':4' },
  ])('$name', ({ words, last }) => expect(ask(...words).at(-1)).toBe(last));

  test('more values of a fact may follow a comma', () => {
    expect(ask('assess', '--set', 'os.family=linux,wi')).toEqual([
      'linux,windows\tWindows, server or client',
      ':4',
    ]);
  });

  test('a broken rulebook of the folder does not break it', () => {
    writeFileSync(join(folder, '.advise.yaml'), 'rules: nowhere\n');
    expect(ask('facts', 'os.family')).toHaveLength(2);
    rmSync(join(folder, '.advise.yaml'));
  });

  test('every command is known', () => {
    const names = ask('').map((line) => line.split('\t')[0]);
    expect(names).toEqual(
      expect.arrayContaining(['ask', 'assess', 'why', 'rules', 'facts', 'init', 'schema', 'completion']),
    );
    expect(names).not.toContain('complete');
  });
});
