import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import { type Result, resultShape } from '../advice/result.ts';
import { InputError, type Problem } from '../errors.ts';
import type { Io } from '../io.ts';
import { readText } from '../read/read-text.ts';
import { quoteValue } from '../text/safe.ts';

/** The version of results that this program writes and reads. */
const schemaVersion = 1;
/** A result holds some hundred kilobytes a workload. */
const largestResult = 256 * 1024 * 1024;
/** Where more is wrong than this, it is another kind of file. */
const mostProblems = 5;

/**
 * Reads a result that `assess -f json` wrote earlier, strictly.
 * @param path the file, or `-` for standard input
 * @param name the name it is called by in messages
 * @param version the version of this program, for the hint where another one wrote the file
 * @throws InputError with what is wrong, each with file, line and column
 */
export function readResult(io: Io, path: string, name: string, version: string): Result {
  const text = readText(io, path, name, largestResult).replace(/^\ufeff/, '');
  const data = parseJson(text, name);
  const head = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (head.schemaVersion !== schemaVersion) throw new InputError([explainVersion(text, name, head)]);
  const read = resultShape.safeParse(data);
  if (read.success) return read.data;
  const hint = explainWriter(head, version);
  throw new InputError(
    read.error.issues.slice(0, mostProblems).map((issue) => {
      const { message, at } = describeIssue(issue, data, text, name);
      return { message: message + hint, at };
    }),
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors);
    const [first] = errors;
    const what = first === undefined ? '' : ` (${splitWords(printParseErrorCode(first.error))})`;
    throw new InputError([{ message: `not valid JSON${what}`, at: locate(text, first?.offset ?? 0, file) }]);
  }
}

/** EndOfFileExpected: end of file expected. */
function splitWords(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

function explainVersion(text: string, file: string, head: Record<string, unknown>): Problem {
  const { schemaVersion: version } = head;
  const at = locatePath(text, ['schemaVersion'], file);
  if (version === undefined)
    return { message: 'no result of `advise assess -f json`: it has no schemaVersion', at };
  return {
    message: `a result of schemaVersion ${quoteValue(version)}; this program reads ${schemaVersion}. Record it anew with -f json`,
    at,
  };
}

function explainWriter(head: Record<string, unknown>, version: string): string {
  const tool = (head.tool ?? {}) as Record<string, unknown>;
  return typeof tool.version !== 'string' || tool.version === version
    ? ''
    : `; written by advise ${tool.version}, this is ${version}: record it anew with -f json`;
}

function describeIssue(issue: z.core.$ZodIssue, data: unknown, text: string, file: string): Problem {
  const path = issue.path as (string | number)[];
  const name = path.join('.') || 'the result';
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return {
      message: `unknown key ${key} in ${name}`,
      at: locatePath(text, [...path, key], file),
    };
  }
  const value = path.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown> | null | undefined)?.[step],
    data,
  );
  const message =
    value === undefined
      ? `${name} is missing`
      : `${name} cannot be ${quoteValue(value)}${issue.code === 'invalid_value' ? ` (expected ${issue.values.join(', ')})` : ''}`;
  return { message, at: locatePath(text, path, file) };
}

/** Where the value at a path stands; the nearest one around it where it is missing. */
function locatePath(text: string, path: readonly (string | number)[], file: string): Problem['at'] {
  const tree = parseTree(text);
  for (let length = path.length; tree !== undefined && length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return locate(text, node.offset, file);
  }
  return locate(text, tree?.offset ?? 0, file);
}

function locate(text: string, offset: number, file: string): Problem['at'] {
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
