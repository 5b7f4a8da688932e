import fs from 'node:fs';
import { addAbortSignal } from 'node:stream';
import type { ColumnTable } from './duckdb/parquet-rows.ts';
import type { ParquetTable } from './duckdb/copy-lines.ts';
import type { RowTaker } from './duckdb/write-parquet.ts';
import { startThread, type Thread } from './start-thread.ts';
import { beginWhole } from './write-whole.ts';

/** A file that is written in pieces, and is there whole or not at all. */
export interface Sink {
  write(text: string): void;
  /** Takes the rows of a table one by one. */
  readonly rows?: RowTaker;
  /** Gives it its place. */
  finish(): Promise<void>;
  /** Ends without that; what was written so far stays, under the name that this gives back. */
  keep(): Promise<string>;
  /** Ends as if it had never begun. */
  drop(): void;
}

/** The outside world as far as data flow through that are larger than memory. */
export interface Streams {
  /**
   * The bytes of a file, or of standard input for `-`, piece by piece; of a Parquet file its rows as NDJSON.
   * @param stop ends it early, as an error called AbortError
   * @throws the file system's own error, with its code
   */
  openChunks(path: string, stop: AbortSignal): AsyncIterable<Uint8Array>;
  /**
   * A file whose rows are read by their columns; undefined where it is no Parquet file.
   * @param stop ends it early, as an error called AbortError
   * @throws the file system's own error, with its code; InputError where there is nothing that reads Parquet
   */
  openColumns(path: string, stop: AbortSignal): Promise<ColumnTable | undefined>;
  /** How many bytes a file has; undefined where that cannot be told before it is read. */
  sizeOf(path: string): number | undefined;
  /**
   * Begins a file.
   * @param table makes it a Parquet file, of lines of NDJSON
   * @throws the file system's own error; InputError where there is nothing that writes Parquet
   */
  openSink(path: string, table?: ParquetTable): Promise<Sink>;
  /**
   * Takes over what Ctrl-C does.
   * @param stop called once; a second Ctrl-C ends the process as ever
   * @returns what gives it back
   */
  onInterrupt(stop: () => void): () => void;
  /**
   * Starts another thread of the program, which runs `judgeShare`.
   * @param rules what it is started with
   */
  startThread(rules: unknown): Thread;
  /** Milliseconds since some moment, only good for telling how fast something goes. */
  elapsed(): number;
}

/** As much is read at once. */
const chunkSize = 1 << 18;

/**
 * Connects to the real process.
 * @param threadFile what other threads run
 * @param home the folder of the project whose DuckDB reads and writes Parquet
 */
export function connectStreams(threadFile: string, home = process.cwd()): Streams {
  return {
    openChunks: (path, stop) =>
      path === '-'
        ? addAbortSignal(stop, process.stdin)
        : isParquet(path)
          ? openLines(path, home, stop)
          : fs.createReadStream(path, { highWaterMark: chunkSize, signal: stop }),
    openColumns: async (path, stop) => {
      if (!isParquet(path)) return undefined;
      fs.accessSync(path, fs.constants.R_OK);
      return (await import('./duckdb/parquet-rows.ts')).openParquet(path, home, stop);
    },
    sizeOf: (path) => {
      const found =
        path === '-' || isParquet(path) ? undefined : fs.statSync(path, { throwIfNoEntry: false });
      return found?.isFile() === true ? found.size : undefined;
    },
    openSink: async (path, table) => {
      if (table !== undefined)
        return (await import('./duckdb/write-parquet.ts')).beginParquet(path, home, table);
      return beginText(path);
    },
    onInterrupt: (stop) => {
      process.once('SIGINT', stop);
      return () => process.removeListener('SIGINT', stop);
    },
    startThread: (rules) => startThread(threadFile, rules),
    elapsed: () => performance.now(),
  };
}

function beginText(path: string): Sink {
  const file = beginWhole(path);
  const settle = <T>(act: () => T): Promise<T> => new Promise((resolve) => resolve(act()));
  return {
    write: (text) => file.write(text),
    finish: () => settle(() => file.finish()),
    keep: () => settle(() => file.keep()),
    drop: () => file.drop(),
  };
}

function isParquet(path: string): boolean {
  return path.endsWith('.parquet');
}

/** The rows of a Parquet file as lines of JSON. */
async function* openLines(path: string, home: string, stop: AbortSignal): AsyncGenerator<Uint8Array> {
  fs.accessSync(path, fs.constants.R_OK);
  const { streamParquet } = await import('./duckdb/parquet-lines.ts');
  yield* streamParquet(path, home, stop);
}
