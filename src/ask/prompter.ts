/** One answer that can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** Other names under which it is found. */
  readonly names?: readonly string[];
  /** Options of one and the same are alternatives: picking one drops the others. */
  readonly of?: string;
}

/** Options under a heading. */
export interface Section {
  readonly title: string;
  readonly options: readonly Option[];
  /** What `?` shows while the cursor is in it, beside the help of the whole. */
  readonly help?: readonly string[];
  /** Whether it stands under the last entry of a folded list, with others like it. */
  readonly isRest?: boolean;
}

/** What all prompts have. */
export interface Asking {
  readonly message: string;
  /** How far it is, and why it is asked. */
  readonly lead?: string;
  /** What `?` shows, a line each; one that begins with two blanks is kept whole. */
  readonly help?: readonly string[];
  /** Whether `<` goes back; then the answer may be null. */
  readonly canGoBack?: boolean;
}

/** How a person is asked: the interview's only way to the outside. Every way rejects with `Interrupted` on Ctrl-C. */
export interface Prompter {
  /** One of some options; null where somebody wants to go back. */
  choose(
    question: Asking & { readonly options: readonly Option[]; readonly selected?: string },
  ): Promise<string | null>;
  /**
   * Any of the options of some sections, one of each alternative; null where somebody wants to go back.
   * Folded sections show their headings until they are opened or something is typed; `rest` is the
   * title of the entry that holds the last of them.
   */
  pick(
    question: Asking & {
      readonly sections: readonly Section[];
      readonly folded: boolean;
      readonly rest?: string;
      readonly picked?: readonly string[];
      /** Told after every tick, so that none is lost where the list is broken off. */
      readonly watch?: (picked: readonly string[]) => void;
    },
  ): Promise<string[] | null>;
  /** A line of text; `check` says what is wrong with it, or nothing. Null where somebody wants to go back. */
  type(
    question: Asking & {
      readonly initial?: string;
      readonly check: (text: string) => string | undefined;
    },
  ): Promise<string | null>;
  /** Lines between questions; one that begins with two blanks is kept whole, others are broken to fit. */
  say(...lines: readonly string[]): void;
}

/**
 * Whether an interview was broken off. By name, not by class: what asks is loaded from a file of its
 * own, with a copy of the class.
 */
export function isInterrupted(error: unknown): boolean {
  return error instanceof Error && error.name === 'Interrupted';
}

/** Somebody pressed Ctrl-C, or the terminal went away. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}
