import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createPrompter } from '../../../src/ask/inquirer-prompter.ts';
import type { Prompter } from '../../../src/ask/prompter.ts';

// Titles of a rulebook and names of parts are somebody else's text: a question shows their escapes.

const hostile = 'evil\u202e\u0007\u009b31m';
const shown = 'evil\\u202e\\u0007\\u009b31m';

/**
 * Puts a question and tells what was answered and printed.
 * @param typed what is typed when the question is there, and what once something hostile was shown
 */
async function put(
  ask: (prompter: Prompter) => unknown,
  typed: readonly [first: string, then?: string] = ['\r'],
): Promise<[answer: unknown, printed: string]> {
  const input = new PassThrough();
  const output = new PassThrough();
  const waiting = [...typed];
  let printed = '';
  output.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    const next = waiting.length === typed.length || printed.includes('evil') ? waiting.shift() : undefined;
    if (next !== undefined) setImmediate(() => input.write(next));
  });
  const { signal } = new AbortController();
  const answer = await ask(
    createPrompter({ input, output, ended: signal, size: () => ({ columns: 80, rows: 24 }) }),
  );
  return [answer, printed];
}

// eslint-disable-next-line no-control-regex
const raw = /[\u202e\u0007\u009b]/;
const option = { value: hostile, label: hostile };
const asking = { message: hostile, lead: hostile, help: [hostile] };

it.each<[string, (prompter: Prompter) => unknown, unknown]>([
  ['a choice', (prompter) => prompter.choose({ ...asking, options: [option] }), hostile],
  [
    'a list to pick from',
    (prompter) =>
      prompter.pick({ ...asking, folded: true, sections: [{ title: hostile, options: [option] }] }),
    [],
  ],
  [
    'a field, with what Enter means',
    (prompter) => prompter.type({ ...asking, initial: hostile, check: () => undefined }),
    hostile,
  ],
  ['lines between', (prompter) => prompter.say(hostile, `  ${hostile}`), undefined],
])(
  '%s shows what could drive a terminal as escapes, and answers with it as it was',
  async (_, ask, answer) => {
    const [got, printed] = await put(ask);
    expect(got).toEqual(answer);
    expect(printed).toContain(shown);
    expect(printed).not.toMatch(raw);
  },
);

it('what is wrong with an answer, too', async () => {
  const check = (text: string) => (text === 'y' ? undefined : hostile);
  const [got, printed] = await put(
    (prompter) => prompter.type({ message: '?', check }),
    ['x\r', '\u007fy\r'],
  );
  expect(got).toBe('y');
  expect(printed).toContain(shown);
  expect(printed).not.toMatch(raw);
});
