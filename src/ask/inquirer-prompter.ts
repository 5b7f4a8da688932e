import { flow, line, writeLines } from '../text/lines.ts';
import { escapeText } from '../text/safe.ts';
import { createStyle } from '../text/style.ts';
import { linePrompt } from './line-prompt.ts';
import { listPrompt } from './list-prompt.ts';
import type { ListQuestion } from './list-state.ts';
import { type Asking, Interrupted, type Option, type Prompter } from './prompter.ts';

/** The streams that prompts use: what is typed, and where the questions go. */
export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  /** Standard error: standard output carries the result and nothing else. */
  readonly output: NodeJS.WritableStream;
  /** Aborted when nothing can be typed any more, of which the library tells nobody. */
  readonly ended: AbortSignal;
  /** The size of the terminal. */
  readonly size: () => { readonly columns: number; readonly rows: number };
}

/** Asks at a terminal, by inquirer. Whatever is shown is made safe here; what comes back is as it was. */
export function createPrompter(streams: PromptStreams): Prompter {
  const { size } = streams;
  const context = { input: streams.input, output: streams.output, signal: streams.ended };
  const list = (
    question: ListQuestion,
    picked: readonly string[],
    watch?: (picked: readonly string[]) => void,
  ) => run(listPrompt({ question: escapeQuestion(question), picked, watch, size }, context));
  return {
    choose: async ({ options, selected, ...asking }) => {
      const question = { ...asking, sections: [{ title: '', options }], many: false, folded: false };
      const values = await list(question, selected === undefined ? [] : [selected]);
      return values?.[0] ?? null;
    },
    pick: async ({ picked = [], watch, ...asking }) => {
      const values = await list({ ...asking, many: true }, picked, watch);
      return values === null ? null : [...values];
    },
    type: ({ initial = '', check, ...asking }) => {
      const config = {
        question: escapeAsking(asking),
        initial,
        shown: escapeText,
        check: (text: string) => {
          const problem = check(text);
          return problem === undefined ? undefined : escapeText(problem);
        },
        columns: () => size().columns,
      };
      return run(linePrompt(config, context));
    },
    say: (...lines) => {
      // Indented lines are commands and lists: to be copied, so the terminal may break them.
      const blocks = lines.map((text) => (text.startsWith('  ') ? line(text) : flow(text)));
      const width = Math.min(size().columns, 100);
      streams.output.write(writeLines(blocks, { width, style: createStyle(false) }));
    },
  };
}

function escapeAsking<T extends Asking>(asking: T): T {
  const { message, lead, help = [] } = asking;
  return {
    ...asking,
    message: escapeText(message),
    ...(lead === undefined ? {} : { lead: escapeText(lead) }),
    help: help.map(escapeText),
  };
}

function escapeQuestion(question: ListQuestion): ListQuestion {
  const escapeOption = (option: Option) => ({ ...option, label: escapeText(option.label) });
  return {
    ...escapeAsking(question),
    sections: question.sections.map((section) => ({
      ...section,
      title: escapeText(section.title),
      help: (section.help ?? []).map(escapeText),
      options: section.options.map(escapeOption),
    })),
  };
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
