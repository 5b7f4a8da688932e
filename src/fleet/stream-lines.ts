import { InputError } from '../errors.ts';

/** A line may be as long as this, in bytes. */
const longestLine = 16 * 1024 * 1024;

/** @see streamBlocks */
export const lineEnd = 0x0a;

const mark = Buffer.from('\ufeff');

/**
 * The bytes of a file in blocks of whole lines, each line with its end; no byte order mark is before the first.
 * @param chunks its bytes
 * @param file what it is called
 * @throws InputError where a line does not end
 */
export async function* streamBlocks(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Buffer> {
  let begun: Uint8Array[] = [];
  let size = 0;
  let isFirst = true;
  const join = (last: Uint8Array): Buffer => {
    const block = Buffer.concat([...begun, last]);
    const marked = isFirst && block.subarray(0, mark.length).equals(mark);
    isFirst = false;
    return marked ? block.subarray(mark.length) : block;
  };
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(lineEnd) + 1;
    if (end === 0) {
      begun.push(chunk);
      size += chunk.length;
      if (size > longestLine) throw new InputError([{ message: 'a line of more than 16 MiB', at: { file } }]);
      continue;
    }
    yield join(chunk.subarray(0, end));
    begun = [chunk.subarray(end)];
    size = chunk.length - end;
  }
  const rest = join(Uint8Array.of(lineEnd));
  if (rest.length > 1) yield rest;
}

/** The lines of a file, some at a time, without their ends: as `streamBlocks`, decoded. */
export async function* streamLines(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<readonly string[]> {
  for await (const block of streamBlocks(chunks, file))
    yield block.toString('utf8', 0, block.length - 1).split('\n');
}

/** How many lines end in some bytes. */
export function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let end = bytes.indexOf(lineEnd); end !== -1; end = bytes.indexOf(lineEnd, end + 1)) lines++;
  return lines;
}
