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
import { layOutList } from './lay-out-list.ts';
import { beginList, type ListKey, type ListQuestion, pressKey } from './list-state.ts';

/** A list as it is put at a terminal. */
export interface ListConfig {
  readonly question: ListQuestion;
  readonly picked: readonly string[];
  /** The screen as it is now. */
  readonly size: () => { readonly columns: number; readonly rows: number };
}

/** Puts a list; what was picked, or null for the way back. */
export const listPrompt = createPrompt<readonly string[] | null, ListConfig>(
  ({ question, picked, size }, done) => {
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
        return;
      }
      const values = move.then === 'back' ? null : move.values;
      setAnswer(values === null ? '<' : wordAnswer(question, values));
      done(values);
    });
    const { columns, rows: height } = size();
    const { head, rows } = layOutList(question, state, columns);
    const [message = '', ...lead] = head;
    const page = usePagination({
      items: rows,
      active: Math.min(state.active, rows.length - 1),
      renderItem: ({ item, isActive }) => (isActive ? style.highlight(item.join('\n')) : item.join('\n')),
      pageSize: Math.max(height - head.length - 1, 4),
      loop: false,
    });
    if (answer !== undefined)
      return `${prefixOf(prefix, 'done')} ${question.message} ${style.answer(answer)}`;
    const first = `${prefixOf(prefix, 'idle')}${style.message(message.slice(1), 'idle')}`;
    const found = rows.length === 0 ? '  nothing is called that' : page;
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
  const labels = options.filter(({ value }) => values.includes(value)).map(({ label }) => label);
  return labels.length === 0 ? 'nothing' : labels.join('; ');
}

/** What a key means in a list; undefined for nothing. */
function readKey(
  event: { readonly name: string; readonly ctrl: boolean },
  line: string,
): ListKey | undefined {
  if (isEnterKey(event)) return 'enter';
  if (isUpKey(event)) return 'up';
  if (isDownKey(event)) return 'down';
  if (isBackspaceKey(event)) return 'erase';
  if (event.name === 'escape') return 'escape';
  return line === '' || event.ctrl ? undefined : { typed: line };
}
