import { InputError, wordWriteError } from '../errors.ts';
import type { Sink, Streams } from '../streams.ts';

/**
 * Begins a file that is written in pieces, and says of whatever the file system refuses, now or later, which file
 * it is and why: a disk that is full is no bug.
 * @throws InputError where it cannot be written; so do `write` and `finish`
 */
export function openSink(streams: Pick<Streams, 'openSink'>, path: string): Sink {
  const attempt = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw new InputError([{ message: `cannot be written: ${wordWriteError(error)}`, at: { file: path } }]);
    }
  };
  const sink = attempt(() => streams.openSink(path));
  return {
    ...sink,
    write: (text) => {
      attempt(() => {
        sink.write(text);
      });
    },
    finish: () => {
      attempt(() => {
        sink.finish();
      });
    },
  };
}
