import type { Prompter } from './prompter.ts';

/**
 * Loads the prompts of the real terminal.
 * @param colour whether they may be coloured; the library looks at the environment when it is loaded
 */
export async function loadPrompter(colour: boolean): Promise<Prompter> {
  if (!colour) process.env.NO_COLOR = '1';
  const { createPrompter } = await import('./inquirer-prompter.ts');
  const ending = new AbortController();
  // At the end of input the prompt would wait for ever, with nothing left to keep the process going.
  process.once('beforeExit', () => {
    ending.abort();
  });
  return createPrompter({
    input: process.stdin,
    output: process.stderr,
    ended: ending.signal,
    size: () => ({ columns: process.stderr.columns, rows: process.stderr.rows }),
  });
}
