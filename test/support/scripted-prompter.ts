import { Interrupted, type Prompter } from '../../src/ask/prompter.ts';
import type { Fact, Rulebook } from '../../src/rulebook/rulebook.ts';

/** Presses Ctrl-C instead of answering. */
export const interrupt: unique symbol = Symbol('Ctrl-C');

/** What is answered to a prompt: an option or a line, yes or no, the lines ticked. */
export type Reply = string | boolean | readonly string[] | typeof interrupt;

/** Replies to the same prompt one after the other; the last one again and again. */
export interface InTurn {
  readonly inTurn: readonly Reply[];
}

/** @see InTurn */
export const inTurn = (...replies: Reply[]): InTurn => ({ inTurn: replies });

/** How a scripted person answers. */
export interface Script {
  /** By fact, when it is asked as a question of its own. */
  readonly facts?: Readonly<Record<string, Reply | InTurn>>;
  /** To every other question about a fact; without it such a question fails the test. */
  readonly otherwise?: (fact: Fact) => Reply;
  /** Ids that are ticked in whichever list they stand; other lines are left. */
  readonly ticks?: readonly string[];
  /** By the beginning of the message, for any prompt; Enter is pressed where nothing is said. */
  readonly says?: Readonly<Record<string, Reply | InTurn>>;
  /** Called before a prompt is answered. */
  readonly watch?: (shown: Shown) => void;
}

/** A prompt as it was shown, and how it was answered. */
export interface Shown {
  readonly by: 'choose' | 'tick' | 'type' | 'confirm';
  readonly message: string;
  /** The fact it asks about; undefined for lists and everything else. */
  readonly fact: string | undefined;
  /** The values offered. */
  readonly options: readonly string[];
  /** How the values read, with the heading where there is one. */
  readonly labels: readonly string[];
  /** Where the cursor stands, or what Enter alone means. */
  readonly initial: string | boolean | undefined;
  /** What was wrong with lines typed before the one that was taken. */
  readonly refusals: readonly string[];
}

/** A prompter that answers by a script, and what it was shown. */
export interface ScriptedPrompter extends Prompter {
  readonly shown: readonly Shown[];
  /** What was said between the prompts. */
  readonly said: readonly string[];
}

/** Enough for any interview; one that asks more goes round in circles. */
const mostPrompts = 300;

/**
 * Plays the person at the terminal.
 * @param rulebook whose questions tell which fact is asked about
 */
export function createScriptedPrompter({ facts }: Pick<Rulebook, 'facts'>, script: Script): ScriptedPrompter {
  const shown: (Shown & { refusals: string[] })[] = [];
  const said: string[] = [];
  const turns = new Map<InTurn, number>();

  const take = (reply: Reply | InTurn): Reply => {
    if (typeof reply !== 'object' || !('inTurn' in reply)) return reply;
    const turn = turns.get(reply) ?? 0;
    turns.set(reply, turn + 1);
    const taken = reply.inTurn[Math.min(turn, reply.inTurn.length - 1)];
    if (taken === undefined) throw new Error('a script needs at least one reply');
    return taken;
  };
  const find = (message: string, fact: Fact | undefined): Reply | InTurn | undefined => {
    const { says = {}, facts: replies = {} } = script;
    const start = Object.keys(says).find((each) => message.startsWith(each));
    if (start !== undefined) return says[start];
    if (fact === undefined) return undefined;
    return replies[fact.id] ?? script.otherwise?.(fact);
  };
  const show = (
    prompt: Pick<Shown, 'by' | 'message' | 'initial'>,
    options: readonly { readonly value: string; readonly label: string; readonly group?: string }[] = [],
  ) => {
    const fact = facts.find(
      ({ question }) => prompt.message === question || prompt.message.startsWith(`${question} (`),
    );
    const values = options.map((option) => option.value);
    const labels = options.map(({ label, group }) => (group === undefined ? label : `${group}: ${label}`));
    const entry = { ...prompt, fact: fact?.id, options: values, labels, refusals: [] as string[] };
    if (shown.push(entry) > mostPrompts) throw new Error(`it keeps asking: ${prompt.message}`);
    script.watch?.(entry);
    const answer = find(prompt.message, fact);
    if (answer === undefined && fact !== undefined) throw new Error(`no answer in the script: ${fact.id}`);
    const next = (): Reply | undefined => {
      const reply = answer === undefined ? undefined : take(answer);
      if (reply === interrupt) throw new Interrupted();
      return reply;
    };
    return { entry, next };
  };

  return {
    shown,
    said,
    choose: async ({ message, options, selected }) => {
      await Promise.resolve();
      const { entry, next } = show({ by: 'choose', message, initial: selected }, options);
      const reply = next() ?? selected ?? options[0]?.value;
      if (typeof reply !== 'string' || !entry.options.includes(reply))
        throw new Error(`${String(reply)} is none of ${entry.options.join(', ')}: ${message}`);
      return reply;
    },
    tick: async ({ message, options }) => {
      await Promise.resolve();
      const { entry, next } = show({ by: 'tick', message, initial: undefined }, options);
      const reply = next() ?? entry.options.filter((value) => script.ticks?.includes(value));
      if (!Array.isArray(reply)) throw new Error(`ticks are a list: ${message}`);
      const stray = (reply as string[]).find((value) => !entry.options.includes(value));
      if (stray !== undefined) throw new Error(`${stray} is none of ${entry.options.join(', ')}: ${message}`);
      return [...(reply as string[])];
    },
    type: async ({ message, initial, check }) => {
      await Promise.resolve();
      const { entry, next } = show({ by: 'type', message, initial });
      for (;;) {
        const reply = next() ?? '';
        if (typeof reply !== 'string') throw new Error(`a line is a string: ${message}`);
        const line = reply === '' ? (initial ?? '') : reply;
        const refusal = check(line);
        if (refusal === undefined) return line;
        entry.refusals.push(refusal);
        if (entry.refusals.length > mostPrompts) throw new Error(`${refusal}: ${message}`);
      }
    },
    confirm: async ({ message, initial }) => {
      await Promise.resolve();
      const { next } = show({ by: 'confirm', message, initial });
      const reply = next() ?? initial;
      if (typeof reply !== 'boolean') throw new Error(`yes or no: ${message}`);
      return reply;
    },
    say: (...lines) => {
      said.push(lines.join('\n'));
    },
  };
}
