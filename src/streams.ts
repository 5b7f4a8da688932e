import fs from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { beginWhole, type WholeFile } from './write-whole.ts';

/** A file that is written in pieces. */
export interface Sink extends WholeFile {
  readonly path: string;
}

/** The outside world as far as data flow through that are larger than memory. */
export interface Streams {
  /**
   * The bytes of a file, or of standard input for `-`, piece by piece; of a Parquet file its rows as NDJSON.
   * @param stop ends it early, as an error called AbortError
   * @throws the file system's own error, with its code
   */
  openChunks(path: string, stop: AbortSignal): AsyncIterable<Uint8Array>;
  /** How many bytes a file has; undefined where that cannot be told before it is read. */
  sizeOf(path: string): number | undefined;
  /** Begins a file; throws the file system's own error. */
  openSink(path: string): Sink;
  /**
   * Takes over what Ctrl-C does.
   * @param stop called once; a second Ctrl-C ends the process as ever
   * @returns what gives it back
   */
  onInterrupt(stop: () => void): () => void;
  /** Milliseconds since some moment, only good for telling how fast something goes. */
  elapsed(): number;
}

/** As much is read at once. */
const chunkSize = 1 << 18;

/** Connects to the real process. */
export function connectStreams(): Streams {
  return {
    openChunks: (path, stop) =>
      path === '-'
        ? addAbortSignal(stop, process.stdin)
        : isParquet(path)
          ? openParquet(path, stop)
          : fs.createReadStream(path, { highWaterMark: chunkSize, signal: stop }),
    sizeOf: (path) => {
      const found =
        path === '-' || isParquet(path) ? undefined : fs.statSync(path, { throwIfNoEntry: false });
      return found?.isFile() === true ? found.size : undefined;
    },
    openSink: (path) => ({ path, ...beginWhole(path) }),
    onInterrupt: (stop) => {
      process.once('SIGINT', stop);
      return () => process.removeListener('SIGINT', stop);
    },
    elapsed: () => performance.now(),
  };
}

function isParquet(path: string): boolean {
  return path.endsWith('.parquet');
}

/** The rows of a Parquet file as lines of JSON. */
async function* openParquet(path: string, stop: AbortSignal): AsyncGenerator<Uint8Array> {
  fs.accessSync(path, fs.constants.R_OK);
  const { streamParquet } = await import('./parquet-lines.ts');
  yield* streamParquet(path, stop);
}
