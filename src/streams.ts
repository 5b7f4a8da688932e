import fs from 'node:fs';
import { addAbortSignal } from 'node:stream';

/** A file that is written in pieces. */
export interface Sink {
  readonly path: string;
  write(text: string): void;
  /** Gives the file its name: before that, what was written stands beside it. */
  finish(): void;
  /** Ends without that: what was written so far stays where this says. */
  keep(): string;
  /** Ends as if it had never begun. */
  drop(): void;
}

/** The outside world as far as data flow through that are larger than memory. */
export interface Streams {
  /**
   * The bytes of a file, or of standard input for `-`, piece by piece.
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
        : fs.createReadStream(path, { highWaterMark: chunkSize, signal: stop }),
    sizeOf: (path) => {
      const found = path === '-' ? undefined : fs.statSync(path, { throwIfNoEntry: false });
      return found?.isFile() === true ? found.size : undefined;
    },
    openSink,
    onInterrupt: (stop) => {
      process.once('SIGINT', stop);
      return () => process.removeListener('SIGINT', stop);
    },
    elapsed: () => performance.now(),
  };
}

/** A stop in the middle leaves whole pieces behind, under a name that says that there is more. */
function openSink(path: string): Sink {
  const part = `${path}.part`;
  const descriptor = fs.openSync(part, 'w');
  const close = (): void => {
    fs.fsyncSync(descriptor);
    fs.closeSync(descriptor);
  };
  return {
    path,
    write: (text) => {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length;) written += fs.writeSync(descriptor, bytes, written);
    },
    finish: () => {
      close();
      fs.renameSync(part, path);
    },
    keep: () => {
      close();
      return part;
    },
    drop: () => {
      fs.closeSync(descriptor);
      fs.rmSync(part);
    },
  };
}
