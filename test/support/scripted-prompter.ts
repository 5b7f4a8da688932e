import { type Asking, Interrupted, type Prompter } from '../../src/ask/prompter.ts';
import type { Fact, Rulebook } from '../../src/rulebook/rulebook.ts';

/** Presses Ctrl-C instead of answering. */
export const interrupt: unique symbol = Symbol('Ctrl-C');

/** What is answered to a prompt: an option or a line, the lines picked; `<` goes back. */
export type Reply = string | readonly string[] | typeof interrupt;

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
  /** What is picked in whichever list it stands, as fact=value, or a fact for the first of its lines. */
  readonly ticks?: readonly string[];
  /** By the beginning of the message, for any prompt; Enter is pressed where nothing is said. */
  readonly says?: Readonly<Record<string, Reply | InTurn>>;
  /** Called before a prompt is answered. */
  readonly watch?: (shown: Shown) => void;
}

/** A prompt as it was shown, and how it was answered. */
export interface Shown {
  readonly by: 'choose' | 'pick' | 'type';
  readonly message: string;
  /** How far it is, and why it is asked. */
  readonly lead: string;
  readonly help: readonly string[];
  readonly canGoBack: boolean;
  /** The fact it asks about; undefined for sheets, lists and everything else. */
  readonly fact: string | undefined;
  /** The facts that stand on it. */
  readonly facts: readonly string[];
  /** The values offered. */
  readonly options: readonly string[];
  /** How the values read, with the heading where there is one. */
  readonly labels: readonly string[];
  /** Where the cursor stands, or what Enter alone means. */
  readonly initial: string | readonly string[] | undefined;
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
    by: Shown['by'],
    { message, lead = '', help = [], canGoBack = false }: Asking,
    initial: Shown['initial'],
    options: readonly { readonly value: string; readonly label: string; readonly title?: string }[] = [],
  ) => {
    const fact = facts.find(({ question }) => message === question || message.startsWith(`${question} (`));
    const values = options.map((option) => option.value);
    const onIt = facts.filter(({ id }) => values.some((value) => value.startsWith(`${id}=`)));
    const entry = {
      by,
      message,
      lead,
      help,
      canGoBack,
      initial,
      fact: fact?.id,
      facts: fact === undefined ? onIt.map(({ id }) => id) : [fact.id],
      options: values,
      labels: options.map(({ label, title = '' }) => (title === '' ? label : `${title}: ${label}`)),
      refusals: [] as string[],
    };
    if (shown.push(entry) > mostPrompts) throw new Error(`it keeps asking: ${message}`);
    script.watch?.(entry);
    const answer = find(message, fact);
    if (answer === undefined && fact !== undefined) throw new Error(`no answer in the script: ${fact.id}`);
    const next = (): Reply | undefined => {
      const reply = answer === undefined ? undefined : take(answer);
      if (reply === interrupt) throw new Interrupted();
      if (reply === '<' && !canGoBack) throw new Error(`there is no way back from ${message}`);
      return reply;
    };
    return { entry, next };
  };
  /** What a script picks on a sheet, which is answered like questions, or in a list. */
  const pickBy = (values: readonly string[], isSheet: boolean): string[] =>
    values.filter((value) => {
      const [id = '', own] = value.split('=');
      const fact = facts.find((each) => each.id === id);
      const reply =
        isSheet && fact !== undefined ? (script.facts?.[id] ?? script.otherwise?.(fact)) : undefined;
      const first = values.find((each) => each.startsWith(`${id}=`)) === value;
      const ticked = script.ticks?.includes(value) === true || (first && script.ticks?.includes(id) === true);
      if (reply === interrupt) throw new Interrupted();
      return (
        ticked || reply === own || (typeof reply === 'object' && 'inTurn' in reply && reply.inTurn[0] === own)
      );
    });

  return {
    shown,
    said,
    choose: async ({ options, selected, ...asking }) => {
      await Promise.resolve();
      const { entry, next } = show('choose', asking, selected, options);
      const reply = next() ?? selected ?? options[0]?.value;
      if (reply === '<') return null;
      if (typeof reply !== 'string' || !entry.options.includes(reply))
        throw new Error(`${String(reply)} is none of ${entry.options.join(', ')}: ${asking.message}`);
      return reply;
    },
    pick: async ({ sections, folded, picked, ...asking }) => {
      await Promise.resolve();
      const options = sections.flatMap(({ title, options: own }) => own.map((each) => ({ ...each, title })));
      const { entry, next } = show('pick', asking, picked, options);
      // What is ticked already stays, where nothing else is ticked of it.
      const own = pickBy(entry.options, !folded);
      const isOther = (value: string) => !own.some((each) => each.split('=')[0] === value.split('=')[0]);
      const kept = folded
        ? (picked ?? []).filter((value) => entry.options.includes(value) && isOther(value))
        : [];
      const reply = next() ?? [...own, ...kept];
      if (reply === '<') return null;
      if (!Array.isArray(reply)) throw new Error(`picks are a list: ${asking.message}`);
      const stray = (reply as string[]).find((value) => !entry.options.includes(value));
      if (stray !== undefined)
        throw new Error(`${stray} is none of ${entry.options.join(', ')}: ${asking.message}`);
      return [...(reply as string[])];
    },
    type: async ({ initial, check, ...asking }) => {
      await Promise.resolve();
      const { entry, next } = show('type', asking, initial);
      for (;;) {
        const reply = next() ?? '';
        if (typeof reply !== 'string') throw new Error(`a line is a string: ${asking.message}`);
        if (reply === '<') return null;
        const line = reply === '' ? (initial ?? '') : reply;
        const refusal = check(line);
        if (refusal === undefined) return line;
        entry.refusals.push(refusal);
        if (entry.refusals.length > mostPrompts) throw new Error(`${refusal}: ${asking.message}`);
      }
    },
    say: (...lines) => {
      said.push(lines.join('\n'));
    },
  };
}
