import { InputError, isInputError, wordWriteError } from '../errors.ts';
import type { RowTaker } from '../duckdb/write-parquet.ts';
import type { Sink, Streams } from '../streams.ts';
import { say } from './say.ts';
import type { CommonOptions, World } from './world.ts';

/** What makes a file a Parquet file. */
export type TableOfFile = NonNullable<Parameters<Streams['openSink']>[1]>;

/** What a file is beside a text that grows. */
export interface FileKind {
  /** Makes it a Parquet file. */
  readonly table?: TableOfFile | undefined;
  /** Whether a part of it says nothing, so that none is kept. */
  readonly isAllOrNothing?: boolean;
}

/** What writes to a file. */
export interface FileWriter {
  readonly write: (text: string) => void;
  /** Takes the rows of a table one by one. */
  readonly rows: RowTaker | undefined;
}

/** Files that are written in pieces, side by side: where one of them cannot be, nothing half written is left. */
export interface FileGroup {
  /**
   * Begins a file.
   * @param head what stands before all else
   * @returns what writes to it
   * @throws InputError where it cannot be written, now or later
   */
  open(path: string, head: string, kind?: FileKind): Promise<FileWriter>;
  readonly isEmpty: () => boolean;
  /** Gives the files their places, and says so. */
  finish(): Promise<void>;
  /** Ends early; the paths where what was written so far stands. */
  keep(): Promise<string[]>;
  /** Ends as if nothing had begun. */
  drop(): void;
}

/** Begins to write files. */
export function groupFiles(world: World, flags: CommonOptions): FileGroup {
  const sinks = new Map<string, Sink & FileKind>();
  const drop = (): void => {
    for (const sink of sinks.values()) sink.drop();
    sinks.clear();
  };
  const refuse = (path: string, error: unknown): never => {
    if (isInputError(error)) throw error;
    // A disk that is full is no bug.
    throw new InputError([{ message: `cannot be written: ${wordWriteError(error)}`, at: { file: path } }]);
  };
  const orDrop = async <T>(path: string, act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      drop();
      return refuse(path, error);
    }
  };
  return {
    open: (path, head, kind = {}) =>
      orDrop(path, async () => {
        const sink = await (await world.loadStreams()).openSink(path, kind.table);
        sinks.set(path, { ...sink, ...kind });
        sink.write(head);
        const orRefuse =
          <Told extends readonly unknown[]>(act: (...told: Told) => void) =>
          (...told: Told): void => {
            try {
              act(...told);
            } catch (error) {
              refuse(path, error);
            }
          };
        const { rows } = sink;
        return {
          write: orRefuse((text) => sink.write(text)),
          rows: rows && {
            takeRow: orRefuse(rows.takeRow),
            skipRow: orRefuse(rows.skipRow),
            leaveRows: rows.leaveRows,
          },
        };
      }),
    isEmpty: () => sinks.size === 0,
    finish: async () => {
      for (const [path, sink] of sinks) {
        await orDrop(path, () => sink.finish());
        say(world, flags, `wrote ${path}`);
      }
    },
    keep: async () => {
      const paths = [];
      for (const [path, sink] of sinks)
        if (sink.isAllOrNothing === true) sink.drop();
        else paths.push(await orDrop(path, () => sink.keep()));
      return paths;
    },
    drop,
  };
}
