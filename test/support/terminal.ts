import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { binary } from './build-binary.ts';

const run = promisify(execFile);

/** Whether tmux, a terminal that a program can look at, is there. */
export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

/** What a terminal is opened with. */
export interface TerminalOptions {
  readonly folder: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Put behind the command, such as `> advice.txt`. */
  readonly redirect?: string;
}

/** The built program in a real pseudo-terminal. */
export interface Terminal {
  /** What is on the screen, without trailing space; with escape sequences where `raw`. */
  screen(raw?: boolean): Promise<string>;
  /** Waits until the screen, what has scrolled away included, shows this; returns it. */
  see(wanted: string | RegExp): Promise<string>;
  /** Presses keys by tmux's names, such as Enter, Down, Space or C-c. */
  press(...keys: string[]): Promise<void>;
  /** Types a line as it is and presses Enter. */
  type(line: string): Promise<void>;
  /** Waits for a question, moves to an answer by its beginning, and takes it. */
  choose(question: string, answer: string): Promise<void>;
  /** Waits for a list, finds each of these by what is typed and picks it, and goes on. */
  pick(list: string, ...words: string[]): Promise<void>;
  /** Waits for a line to be typed, and types it. */
  fill(question: string, line: string): Promise<void>;
  /** Waits until the program has ended; its exit code. */
  exitCode(): Promise<number>;
  /** Takes the terminal away from under the program. */
  close(): void;
}

/** Generous: a slow machine is no bug. */
const patience = 120_000;
const glance = 25;

/** Opens a terminal of its own, on a tmux server of its own, and runs the built program in it. */
export async function openTerminal(argv: readonly string[], options: TerminalOptions): Promise<Terminal> {
  const { folder, columns = 100, rows = 45, redirect = '' } = options;
  const home = mkdtempSync(join(tmpdir(), 'advise-tmux-'));
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    TMUX_TMPDIR: home,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    ...options.env,
  };
  const tmux = async (...args: string[]): Promise<string> =>
    (await run('tmux', ['-u', '-L', 'advise', ...args], { env })).stdout;
  const ended = join(home, 'ended');
  const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
  const command = [process.execPath, binary, ...argv].map(quote).join(' ');
  // The shell tells the exit code and keeps the screen; tmux itself may miss the one or drop the other.
  const line = `trap : INT; ${command} ${redirect}; echo $? > ${quote(ended)}; exec sleep 3600`;
  const size = ['-x', String(columns), '-y', String(rows)];
  await tmux(
    '-f',
    '/dev/null',
    'start-server',
    ';',
    'set-option',
    '-g',
    'status',
    'off',
    ';',
    'new-session',
    '-d',
    '-c',
    folder,
    ...size,
    line,
  );

  const capture = async (...flags: string[]) =>
    (await tmux('capture-pane', '-p', ...flags)).replace(/[ \t]+$/gm, '').trimEnd();
  const waitFor = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    const until = Date.now() + patience;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > until)
        throw new Error(`waited in vain for ${what}; the screen:\n${await capture('-S', '-')}`);
      await new Promise((resolve) => setTimeout(resolve, glance));
    }
  };
  const shows = (text: string, wanted: string | RegExp) =>
    typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
  const see = (wanted: string | RegExp) =>
    waitFor(String(wanted), async () => {
      const text = await capture('-J', '-S', '-');
      return shows(text, wanted) ? text : undefined;
    });
  /** Waits for the prompt that is open now: answered ones have another mark. */
  const awaitPrompt = (question: string) =>
    waitFor(`? ${question}`, async () => {
      const text = await capture('-J');
      return text.includes(`? ${question}`) ? text : undefined;
    });
  const press = async (...keys: string[]) => {
    await tmux('send-keys', ...keys);
  };
  const type = async (line: string) => {
    if (line !== '') await tmux('send-keys', '-l', '--', line);
    await press('Enter');
  };
  /** Moves down line by line until the cursor stands before this. */
  const moveTo = async (label: string) => {
    const cursor = /^❯ *(?:[◯◉▸▾] )?(.*)$/m;
    for (let moves = 0; moves < 100; moves++) {
      const line = await waitFor('a cursor', async () => cursor.exec(await capture('-J'))?.[1]);
      if (line.startsWith(label)) return;
      await press('Down');
      await waitFor('the cursor to move', async () => {
        const now = cursor.exec(await capture('-J'))?.[1];
        return now === undefined || now === line ? undefined : now;
      });
    }
    throw new Error(`no line begins with ${label}`);
  };
  return {
    screen: async (raw = false) => (raw ? tmux('capture-pane', '-p', '-e', '-S', '-') : capture('-S', '-')),
    see,
    press,
    type,
    choose: async (question, answer) => {
      await awaitPrompt(question);
      await moveTo(answer);
      await press('Enter');
    },
    pick: async (list, ...words) => {
      await awaitPrompt(list);
      for (const [index, word] of words.entries()) {
        await tmux('send-keys', '-l', '--', word);
        await waitFor(`a line found by ${word}`, async () =>
          /^❯ +◯ /m.test(await capture('-J')) ? true : undefined,
        );
        await press('Enter');
        await waitFor('the way on', async () =>
          (await capture('-J')).includes(`❯ Go on with ${index + 1}`) ? true : undefined,
        );
      }
      await press('Enter');
    },
    fill: async (question, line) => {
      await awaitPrompt(question);
      await type(line);
    },
    exitCode: () =>
      waitFor('the program to end', () => {
        const code = existsSync(ended) ? /^(\d+)\n$/.exec(readFileSync(ended, 'utf8'))?.[1] : undefined;
        return Promise.resolve(code === undefined ? undefined : Number(code));
      }),
    close: () => {
      try {
        execFileSync('tmux', ['-L', 'advise', 'kill-server'], { env, stdio: 'ignore' });
      } catch {
        // Gone already.
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
}
