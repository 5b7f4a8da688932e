import { escapeText, shortenMessage } from './text/safe.ts';

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
  /** What to do instead, a line each. */
  readonly ways?: readonly string[];
}

/**
 * Input that cannot be used: a bad flag, file, rulebook or value. Carries every problem found, so
 * that one run shows all of them, and makes them safe to print, whoever does it. Ends the program with
 * exit code 2 and no stack trace.
 */
export class InputError extends Error {
  readonly problems: readonly Problem[];
  /** Whether nothing is wrong with it, and there is only nothing in it that could be placed. */
  readonly placesNothing: boolean;

  constructor(problems: readonly Problem[] | string, placesNothing = false) {
    const list = (typeof problems === 'string' ? [{ message: problems }] : problems).map(makeSafe);
    super(list.map((problem) => problem.message).join('\n'));
    this.name = 'InputError';
    this.problems = list;
    this.placesNothing = placesNothing;
  }
}

function makeSafe({ message, at, ways }: Problem): Problem {
  return {
    message: escapeText(shortenMessage(message)),
    ...(at && { at: { ...at, file: escapeText(at.file) } }),
    ...(ways && { ways: ways.map(escapeText) }),
  };
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

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'the path is a loop of links',
};

const writeReasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder',
  EACCES: 'no permission to write it',
  EPERM: 'no permission to write it',
  ENOTFILE: 'this is a pipe or a device, not a file', // ours: the system would let it be replaced
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the quota is used up',
  EFBIG: 'it would be larger than files may be here',
};

/**
 * Says in a few words why the file system refused.
 * @param error what it threw
 */
export function wordFileError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return reasons[code ?? ''] ?? (code === undefined ? String(error) : `the system says ${code}`);
}

/**
 * Says in a few words why something could not be written.
 * @param error what the file system threw
 */
export function wordWriteError(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  return writeReasons[code] ?? wordFileError(error);
}
