import {
  createPrompt,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isUpKey,
  makeTheme,
  useKeypress,
  usePagination,
  useState,
} from '@inquirer/core';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { layOutList, leastRoom } from './lay-out-list.ts';
import { shortenAnswer } from './word-question.ts';
import { beginList, type ListKey, type ListQuestion, pressKey } from './list-state.ts';

/** A list as it is put at a terminal. */
export interface ListConfig {
  readonly question: ListQuestion;
  readonly picked: readonly string[];
  /** Told after every tick. */
  readonly watch?: ((picked: readonly string[]) => void) | undefined;
  /** The screen as it is now. */
  readonly size: () => { readonly columns: number; readonly rows: number };
}

/** Puts a list; what was picked, or null for the way back. */
export const listPrompt = createPrompt<readonly string[] | null, ListConfig>(
  ({ question, picked, watch, size }, done) => {
    const { prefix, style } = makeTheme();
    const [state, setState] = useState(() => beginList(question, picked));
    const [answer, setAnswer] = useState<string>();
    useKeypress((event, rl) => {
      const key = readKey(event, rl.line);
      rl.clearLine(0);
      if (key === undefined) return;
      const move = pressKey(question, state, key);
      if (move.then === 'stay') {
        setState(move.state);
        if (move.state.picked !== state.picked) watch?.(move.state.picked);
        return;
      }
      const values = move.then === 'back' ? null : move.values;
      setAnswer(values === null ? '<' : wordAnswer(question, values));
      done(values);
    });
    const { columns, rows: height } = size();
    const { head, rows, active } = layOutList(question, state, columns);
    const [message = '', ...lead] = head;
    const page = usePagination({
      items: rows,
      active,
      renderItem: ({ item, isActive }) => (isActive ? style.highlight(item.join('\n')) : item.join('\n')),
      pageSize: Math.max(height - head.length - 1, 4),
      loop: false,
    });
    if (answer !== undefined) {
      const room = Math.max(columns - stringWidth(`  ${question.message} `), leastRoom);
      return `${prefixOf(prefix, 'done')} ${question.message} ${style.answer(truncate(answer, room))}`;
    }
    const first = `${prefixOf(prefix, 'idle')}${style.message(message.slice(1), 'idle')}`;
    const found = rows.length === 0 ? '  nothing found; Ctrl-U clears what was typed' : page;
    return `${[first, ...lead.map((line) => style.help(line)), found].join('\n')}\u001b[?25l`;
  },
);

/** The sign before a question, open or answered. */
export function prefixOf(
  prefix: string | { readonly idle: string; readonly done: string },
  status: 'idle' | 'done',
): string {
  return typeof prefix === 'string' ? prefix : prefix[status];
}

function wordAnswer({ sections }: ListQuestion, values: readonly string[]): string {
  const options = sections.flatMap((section) => section.options);
  const labels = options
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => shortenAnswer(label));
  return labels.length === 0 ? 'nothing' : labels.join('; ');
}

/** An answer takes one line: what it says at length was just read. */
function truncate(text: string, room: number): string {
  if (stringWidth(text) <= room) return text;
  const [first = ''] = wrapAnsi(text, room - 1, { hard: true }).split('\n');
  return `${first.trimEnd()}…`;
}

/** What a key means in a list; undefined for nothing. */
function readKey(
  event: { readonly name: string; readonly ctrl: boolean },
  line: string,
): ListKey | undefined {
  if (isEnterKey(event)) return 'enter';
  if (isUpKey(event) || event.name === 'left') return 'up';
  if (isDownKey(event) || event.name === 'right') return 'down';
  if (isBackspaceKey(event)) return 'erase';
  if (event.name === 'escape' || (event.ctrl && event.name === 'u')) return 'escape';
  return line === '' || event.ctrl ? undefined : { typed: line };
}
