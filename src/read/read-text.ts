import { wordFileError, InputError } from '../errors.ts';
import type { Io } from '../io.ts';

/** The largest file that is read, in bytes: a workload of a page has about two thousand. */
const largestFile = 1024 * 1024;

/** The largest file of another program that is read, in bytes. */
export const largestForeign: number = 64 * 1024 * 1024;

/**
 * Reads a text file whole.
 * @param path the file, or `-` for standard input
 * @param name the name it is called by in messages
 * @param limit the most it may hold, in bytes
 * @throws InputError when it is missing, unreadable, too large or not UTF-8
 */
export function readText(io: Io, path: string, name: string = path, limit = largestFile): string {
  return decodeText(readWhole(io, path, name, limit), name);
}

/**
 * Reads a file whole, whatever it holds.
 * @param path the file, or `-` for standard input
 * @param name the name it is called by in messages
 * @param limit the most it may hold, in bytes
 * @throws InputError when it is missing, unreadable or too large
 */
export function readWhole(io: Io, path: string, name: string, limit: number): Uint8Array {
  const bytes = readOrExplain(io, path, name, limit);
  if (bytes.length > limit) throw tooLarge(name, limit);
  return bytes;
}

/**
 * The text that some bytes are.
 * @param name the name that they are called by in messages
 * @throws InputError when they are not UTF-8
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = findText(bytes);
  if (text === undefined) throw new InputError([describeBadByte(bytes, findBadByte(bytes), name)]);
  return text;
}

/** The text that some bytes are; undefined where they are not UTF-8. */
export function findText(bytes: Uint8Array): string | undefined {
  return decode(bytes, false);
}

/**
 * Refuses a text that is larger than any file of ours, where it was read with a larger limit.
 * @throws InputError
 */
export function refuseLarge(text: string, name: string): void {
  if (isLarge(text)) throw tooLarge(name, largestFile);
}

/** Whether a text is larger than any file of ours. */
export function isLarge(text: string): boolean {
  return text.length > largestFile;
}

function tooLarge(name: string, limit: number): InputError {
  return new InputError([
    { message: `larger than ${limit / 1024 / 1024} MiB; no file of ours is that large`, at: { file: name } },
  ]);
}

function readOrExplain(io: Io, path: string, name: string, limit: number): Uint8Array {
  try {
    return io.readBytes(path, limit);
  } catch (error) {
    throw new InputError([{ message: wordFileError(error), at: { file: name === '' ? '""' : name } }]);
  }
}

/** The offset of the first byte that is not UTF-8, where one is not; binary search, as the decoder names none. */
function findBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decode(bytes.subarray(0, middle), true) !== undefined) good = middle;
    else bad = middle;
  }
  // The prefix may end inside a character that never becomes whole: that is where it goes wrong.
  while (good > 0 && decode(bytes.subarray(0, good), false) === undefined) good--;
  return good;
}

/**
 * The text that some bytes are; undefined where they are not UTF-8.
 * @param unfinished whether a character cut off at the end is allowed
 */
function decode(bytes: Uint8Array, unfinished: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: unfinished });
  } catch {
    return undefined;
  }
}

function describeBadByte(bytes: Uint8Array, offset: number, file: string) {
  const before = bytes.subarray(0, offset);
  const line = before.filter((byte) => byte === 0x0a).length + 1;
  const column = new TextDecoder().decode(before.subarray(before.lastIndexOf(0x0a) + 1)).length + 1;
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
  return { message: `not UTF-8 text (byte 0x${byte}); save it as UTF-8`, at: { file, line, column } };
}
