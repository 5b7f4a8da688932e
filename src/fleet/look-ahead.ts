import { lineEnd } from './stream-lines.ts';

/** A stream of bytes with its beginning, which tells what it is. */
export interface Begun {
  /** The beginning as text, without a mark of its encoding. */
  readonly text: string;
  /** All of the stream, the beginning included. */
  readonly all: AsyncIterable<Uint8Array>;
}

/** A beginning that is longer than this, in bytes, tells no more. */
const longestBeginning = 16 * 1024 * 1024;

/**
 * Waits for the first line of a stream, in however many pieces it comes.
 * @param chunks its bytes, UTF-8
 */
export async function lookAhead(chunks: AsyncIterable<Uint8Array>): Promise<Begun> {
  const pieces = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let [text, size] = ['', 0];
  while (!hasFirstLine(text) && size < longestBeginning) {
    const next = await pieces.next();
    if (next.done === true) break;
    first.push(next.value);
    size += next.value.length;
    if (next.value.includes(lineEnd)) text = Buffer.concat(first).toString('utf8');
  }
  text ||= Buffer.concat(first).toString('utf8');
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield* first;
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
  };
  return { text: text.replace(/^\ufeff/, ''), all: all() };
}

/** Whether there is a line with something on it; where that only says what separates the cells of a table, another. */
function hasFirstLine(text: string): boolean {
  const lines = text.replace(/^\ufeff/, '').trimStart();
  const end = lines.indexOf('\n');
  if (end === -1) return false;
  return !/^sep=.\r?$/i.test(lines.slice(0, end)) || lines.includes('\n', end + 1);
}
