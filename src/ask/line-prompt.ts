import { createPrompt, isEnterKey, makeTheme, useKeypress, useState } from '@inquirer/core';
import { layOutHead } from './lay-out-list.ts';
import { prefixOf } from './list-prompt.ts';
import type { Asking } from './prompter.ts';

/** A line to be typed, as it is put at a terminal. */
export interface LineConfig {
  readonly question: Asking;
  /** What Enter alone means, and how it is shown. */
  readonly initial: string;
  readonly shown: (text: string) => string;
  readonly check: (text: string) => string | undefined;
  readonly columns: () => number;
}

/** Puts a line to be typed; null for the way back. */
export const linePrompt = createPrompt<string | null, LineConfig>(
  ({ question, initial, shown, check, columns }, done) => {
    const { prefix, style } = makeTheme();
    const [typed, setTyped] = useState('');
    const [problem, setProblem] = useState('');
    const [showsHelp, setShowsHelp] = useState(false);
    const [answer, setAnswer] = useState<string>();
    useKeypress((event, rl) => {
      if (isEnterKey(event)) {
        const line = typed === '' ? initial : typed;
        const wrong = check(line);
        if (wrong === undefined) {
          setAnswer(line);
          done(line);
          return;
        }
        // Enter empties the line; what was typed is to be mended, not typed again.
        rl.write(typed);
        setProblem(wrong);
        return;
      }
      const line = rl.line;
      if (line === '?' && (question.help ?? []).length > 0) {
        rl.clearLine(0);
        setTyped('');
        setShowsHelp(!showsHelp);
        return;
      }
      if (line === '<' && question.canGoBack === true) {
        rl.clearLine(0);
        setAnswer('<');
        done(null);
        return;
      }
      setTyped(line);
      setProblem('');
    });
    if (answer !== undefined)
      return `${prefixOf(prefix, 'done')} ${question.message} ${style.answer(shown(answer))}`;
    const [message = '', ...lead] = layOutHead(question, showsHelp, '', columns());
    const first = `${prefixOf(prefix, 'idle')}${style.message(message.slice(1), 'idle')}`;
    const offer = initial === '' || typed !== '' ? '' : ` ${style.defaultAnswer(shown(initial))}`;
    const below = lead.map((line) => style.help(line));
    return [
      `${first}${offer} ${shown(typed)}`,
      [...below, ...(problem === '' ? [] : [style.error(problem)])].join('\n'),
    ];
  },
);
