/** A stream of bytes with its beginning, which tells what it is. */
export interface Begun {
  /** The beginning as text, without a mark of its encoding. */
  readonly text: string;
  /** All of the stream, the beginning included. */
  readonly all: AsyncIterable<Uint8Array>;
}

/**
 * Waits for the first piece of a stream.
 * @param chunks its bytes, UTF-8
 */
export async function lookAhead(chunks: AsyncIterable<Uint8Array>): Promise<Begun> {
  const pieces = chunks[Symbol.asyncIterator]();
  const begin = await pieces.next();
  const first = begin.done === true ? new Uint8Array() : begin.value;
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield first;
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
  };
  return {
    text: Buffer.from(first)
      .toString('utf8')
      .replace(/^\ufeff/, ''),
    all: all(),
  };
}
