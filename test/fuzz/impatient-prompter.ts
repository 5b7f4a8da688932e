import { Interrupted, type Prompter } from '../../src/ask/prompter.ts';

/**
 * Somebody who takes the first that is offered, or what stands there already, and presses Ctrl-C after some
 * prompts: what an interview kept of a spoilt draft has to be of use to the next.
 * @param patience how many prompts are answered
 */
export function createImpatientPrompter(patience: number): Prompter {
  let left = patience;
  const answer = <T>(value: T): Promise<T> =>
    left-- > 0 ? Promise.resolve(value) : Promise.reject(new Interrupted());
  return {
    choose: ({ options, selected }) => answer(selected ?? options[0]?.value ?? null),
    pick: ({ picked = [] }) => answer([...picked]),
    type: ({ initial = 'web', check }) => answer(check(initial) === undefined ? initial : 'web'),
    say: () => undefined,
  };
}
