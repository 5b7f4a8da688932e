import checkbox, { Separator } from '@inquirer/checkbox';
import confirm from '@inquirer/confirm';
import input from '@inquirer/input';
import select from '@inquirer/select';
import { wrapText } from '../text/lines.ts';
import { Interrupted, type Prompter, type TickOption } from './prompter.ts';

/** The streams that prompts use: what is typed, and where the questions go. */
export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  /** Standard error: standard output carries the result and nothing else. */
  readonly output: NodeJS.WritableStream;
  /** Aborted when nothing can be typed any more, of which the library tells nobody. */
  readonly ended: AbortSignal;
  /** Columns of the terminal. */
  readonly columns: () => number | undefined;
}

/** Asks at a terminal, by inquirer. */
export function createPrompter(streams: PromptStreams): Prompter {
  const context = { input: streams.input, output: streams.output, signal: streams.ended };
  const pageSize = 14;
  return {
    choose: ({ message, options, selected }) =>
      run(
        select(
          {
            message,
            choices: options.map(toChoice),
            pageSize,
            loop: false,
            ...(selected === undefined ? {} : { default: selected }),
          },
          context,
        ),
      ),
    tick: ({ message, options }) =>
      run(
        checkbox(
          {
            message,
            choices: groupChoices(options),
            pageSize: 24,
            loop: false,
            theme: { helpMode: 'always' },
          },
          context,
        ),
      ),
    type: ({ message, initial, check }) =>
      run(
        input(
          {
            message,
            validate: (text) => check(text) ?? true,
            ...(initial === undefined ? {} : { default: initial }),
          },
          context,
        ),
      ),
    confirm: ({ message, initial }) => run(confirm({ message, default: initial }, context)),
    say: (text) => {
      const width = Math.min(streams.columns() ?? 80, 100);
      // Indented lines are commands and lists: to be copied, so the terminal may break them.
      const lines = text
        .split('\n')
        .flatMap((line) => (line.startsWith('  ') ? [line] : wrapText(line, width)));
      streams.output.write(`${lines.join('\n')}\n`);
    },
  };
}

function toChoice({ value, label, description }: { value: string; label: string; description?: string }) {
  return { value, name: label, short: label, ...(description === undefined ? {} : { description }) };
}

function groupChoices(options: readonly TickOption[]) {
  return options.flatMap((option, index) => {
    const first = options[index - 1]?.group !== option.group;
    return [...(first ? [new Separator(`── ${option.group}`)] : []), toChoice(option)];
  });
}

/** Ctrl-C and a terminal that goes away both end the interview; the answers so far are kept. */
async function run<T>(prompt: Promise<T>): Promise<T> {
  try {
    return await prompt;
  } catch (error) {
    if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name))
      throw new Interrupted();
    throw error;
  }
}
