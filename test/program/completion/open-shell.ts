import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { hasTmux } from '../../support/terminal.ts';

/** A shell as somebody has it who wants completion. */
export interface Shell {
  readonly name: string;
  readonly is: 'bash' | 'zsh' | 'fish';
  readonly start: string;
  /** Lines that make it ready, as somebody would have in the file that it reads when it starts. */
  readonly setUp: readonly string[];
}

const bashCompletion = '/usr/share/bash-completion/bash_completion';
const bash = {
  is: 'bash',
  start: 'bash --norc --noprofile',
  setUp: ['source <(advise completion bash)', "PS1='ready> '"],
} as const;

/** The shells that completion is tried in. */
export const shells: readonly Shell[] = [
  { name: 'bash', ...bash },
  { name: 'bash with bash-completion', ...bash, setUp: [`. ${bashCompletion}`, ...bash.setUp] },
  {
    name: 'zsh',
    is: 'zsh',
    start: 'zsh -f',
    setUp: ['autoload -U compinit && compinit -D -u', 'source <(advise completion zsh)', "PROMPT='ready> '"],
  },
  {
    name: 'fish',
    is: 'fish',
    start: 'fish --no-config',
    // What fish suggests behind the cursor by itself is no completion.
    setUp: [
      'set -g fish_autosuggestion_enabled 0',
      'advise completion fish | source',
      "function fish_prompt; echo -n 'ready> '; end",
    ],
  },
];

/** What a shell cannot be tried without, and is not here. */
export function listMissing(shell: Shell): string[] {
  return [
    ...(hasTmux ? [] : ['tmux']),
    ...(spawnSync(shell.is, ['--version']).status === 0 ? [] : [shell.is]),
    ...(shell.name.includes('bash-completion') && !existsSync(bashCompletion) ? ['bash-completion'] : []),
  ];
}

/** A shell in a terminal that a test types into. */
export interface OpenShell {
  /** Types text as it is, and presses keys by tmux's names. */
  press(text: string, ...keys: string[]): void;
  /** Empties the line, whatever stands on it. */
  clear(): void;
  /** Waits until the screen shows this, and returns the screen. */
  see(wanted: RegExp): Promise<string>;
  close(): void;
}

/**
 * Opens a shell with completion, in a terminal of its own.
 * @param folder where it stands
 * @param programs the folder that advise is found in
 */
export async function openShell(shell: Shell, folder: string, programs: string): Promise<OpenShell> {
  const home = mkdtempSync(join(programs, 'home-'));
  const env = {
    PATH: `${programs}:${process.env.PATH ?? ''}`,
    HOME: home,
    TMUX_TMPDIR: home,
    LANG: 'C.UTF-8',
    TERM: 'xterm',
  };
  const tmux = (...args: string[]) =>
    execFileSync('tmux', ['-u', '-L', 'shell', ...args], { cwd: folder, env, encoding: 'utf8' });
  const press = (text: string, ...keys: string[]): void => {
    if (text !== '') tmux('send-keys', '-l', '--', text.replace(/;$/, '\\;'));
    if (keys.length > 0) tmux('send-keys', ...keys);
  };
  const see = async (wanted: RegExp): Promise<string> => {
    const until = Date.now() + 120_000;
    for (;;) {
      const screen = tmux('capture-pane', '-p').replace(/^ready>$/gm, 'ready> ');
      if (wanted.test(screen)) return screen;
      if (Date.now() > until) throw new Error(`waited in vain for ${wanted.source}; the screen:\n${screen}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  tmux('-f', '/dev/null', 'new-session', '-d', '-x', '120', '-y', '40', shell.start);
  for (const line of shell.setUp) press(line, 'Enter');
  await see(/^ready> $/m);
  return {
    press,
    clear: () => {
      press('', 'C-u');
    },
    see,
    close: () => {
      tmux('kill-server');
    },
  };
}
