import checkbox, { Separator } from '@inquirer/checkbox';
import confirm from '@inquirer/confirm';
import input from '@inquirer/input';
import select from '@inquirer/select';
import { line, flow, writeLines } from '../text/lines.ts';
import { escapeText } from '../text/safe.ts';
import { createStyle } from '../text/style.ts';
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

/** Asks at a terminal, by inquirer. Whatever is shown is made safe here; what comes back is as it was. */
export function createPrompter(streams: PromptStreams): Prompter {
  const context = { input: streams.input, output: streams.output, signal: streams.ended };
  const pageSize = 14;
  return {
    choose: ({ message, options, selected }) =>
      run(
        select(
          {
            message: escapeText(message),
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
            message: escapeText(message),
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
            message: escapeText(message),
            validate: (text) => {
              const problem = check(text);
              return problem === undefined ? true : escapeText(problem);
            },
            ...(initial === undefined ? {} : offer(initial)),
          },
          context,
        ),
      ),
    confirm: ({ message, initial }) =>
      run(confirm({ message: escapeText(message), default: initial }, context)),
    say: (...lines) => {
      // Indented lines are commands and lists: to be copied, so the terminal may break them.
      const blocks = lines.map((text) => (text.startsWith('  ') ? line(text) : flow(text)));
      const width = Math.min(streams.columns() ?? 80, 100);
      streams.output.write(writeLines(blocks, { width, style: createStyle(false) }));
    },
  };
}

/** What Enter alone means; the library shows it, and the answer, as they are, unless it is told how. */
function offer(initial: string) {
  if (escapeText(initial) === initial) return { default: initial };
  const style = { defaultAnswer: (text: string) => `(${escapeText(text)})` };
  return { default: initial, transformer: escapeText, theme: { style } };
}

function toChoice({ value, label, description }: { value: string; label: string; description?: string }) {
  const name = escapeText(label);
  return {
    value,
    name,
    short: name,
    ...(description === undefined ? {} : { description: escapeText(description) }),
  };
}

function groupChoices(options: readonly TickOption[]) {
  return options.flatMap((option, index) => {
    const first = options[index - 1]?.group !== option.group;
    return [...(first ? [new Separator(`── ${escapeText(option.group)}`)] : []), toChoice(option)];
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
