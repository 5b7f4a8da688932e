/** Where something stands in a file: 1-based line and column. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with an input, worded for the person who has to mend it. */
export interface Problem {
  readonly message: string;
  /** Where it stands; a bare file name where no line can be named. */
  readonly at?: Position | { readonly file: string } | undefined;
}

/**
 * Input that cannot be used: a bad flag, file, rulebook or value. Carries every problem found, so
 * that one run shows all of them. Ends the program with exit code 2 and no stack trace.
 */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[] | string) {
    const list = typeof problems === 'string' ? [{ message: problems }] : problems;
    super(list.map((problem) => problem.message).join('\n'));
    this.name = 'InputError';
    this.problems = list;
  }
}

/**
 * Whether an error is about an input. By name, not by class: the built program loads what it rarely
 * needs from files of their own, each with a copy of the class.
 */
export function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === 'InputError';
}

/**
 * Writes a position as `file:line:column`, the form that editors and terminals turn into links.
 * @param at the position, or a file alone
 */
export function formatPosition(at: Position | { readonly file: string }): string {
  return 'line' in at ? `${at.file}:${at.line}:${at.column}` : at.file;
}
