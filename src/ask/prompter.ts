/** One answer that can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** Shown when the option is in focus. */
  readonly description?: string;
}

/** A line of a tick list, with the heading it stands under. */
export interface TickOption extends Option {
  readonly group: string;
}

/** How a person is asked: the interview's only way to the outside. Every way rejects with `Interrupted` on Ctrl-C. */
export interface Prompter {
  /** One of some options. */
  choose(question: {
    readonly message: string;
    readonly options: readonly Option[];
    readonly selected?: string;
  }): Promise<string>;
  /** Any of some options. */
  tick(question: { readonly message: string; readonly options: readonly TickOption[] }): Promise<string[]>;
  /** A line of text; `check` says what is wrong with it, or nothing. */
  type(question: {
    readonly message: string;
    readonly initial?: string;
    readonly check: (text: string) => string | undefined;
  }): Promise<string>;
  confirm(question: { readonly message: string; readonly initial: boolean }): Promise<boolean>;
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
