import { InputError } from '../errors.ts';

/** A line may be as long as this, in bytes. */
const longestLine = 16 * 1024 * 1024;

const lineEnd = 0x0a;

/**
 * The lines of a file, some at a time, without their ends.
 * @param chunks its bytes, UTF-8
 * @param file what it is called
 * @throws InputError where a line does not end
 */
export async function* streamLines(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<readonly string[]> {
  let begun: Uint8Array[] = [];
  let size = 0;
  let isFirst = true;
  const decode = (pieces: readonly Uint8Array[]): string => {
    const text = Buffer.concat(pieces).toString('utf8');
    const marked = isFirst && text.startsWith('\ufeff');
    isFirst = false;
    return marked ? text.slice(1) : text;
  };
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(lineEnd);
    if (end === -1) {
      begun.push(chunk);
      size += chunk.length;
      if (size > longestLine) throw new InputError([{ message: 'a line of more than 16 MiB', at: { file } }]);
      continue;
    }
    yield decode([...begun, chunk.subarray(0, end)]).split('\n');
    begun = [chunk.subarray(end + 1)];
    size = chunk.length - end - 1;
  }
  const rest = decode(begun);
  if (rest !== '') yield [rest];
}
