import { fstatSync, statSync, writeSync } from 'node:fs';
import { wordWriteError } from './errors.ts';

/** One output stream: where text goes, and what the terminal behind it can do. */
export interface Output {
  write(text: string): void;
  /** Why something could not be written, such as a full disk; undefined where all went well. */
  failure(): string | undefined;
  /** Whether nobody reads it any more. */
  readonly isClosed: boolean;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined when it is none. */
  readonly columns: number | undefined;
}

/**
 * A terminal is written to by Node's stream, which knows its width and its encoding. To make such a
 * stream takes milliseconds; pipes and files are written to directly, and at once.
 * @param openStream gives Node's stream; asked for at the first use
 */
export function connectOutput(descriptor: 1 | 2, openStream: () => NodeJS.WriteStream): Output {
  let terminal: NodeJS.WriteStream | null | undefined;
  let closed = false;
  let failure: string | undefined;
  const stop = (error: unknown): void => {
    closed = true;
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') failure = wordWriteError(error);
  };
  const findTerminal = (): NodeJS.WriteStream | null => {
    if (terminal === undefined) {
      terminal = isTerminal(descriptor, openStream) ? openStream() : null;
      terminal?.on('error', stop);
    }
    return terminal;
  };
  return {
    write: (text) => {
      if (closed) return;
      try {
        const stream = findTerminal();
        if (stream === null) writeAll(descriptor, Buffer.from(text));
        else stream.write(text);
      } catch (error) {
        stop(error);
      }
    },
    failure: () => failure,
    get isClosed() {
      return closed;
    },
    get isTerminal() {
      return findTerminal() !== null;
    },
    get columns() {
      return findTerminal()?.columns;
    },
  };
}

/**
 * Only a character device can be a terminal, and the one that swallows everything is none. Node, which
 * loads all of its streams to tell, is only asked about others.
 */
export function isTerminal(descriptor: number, openStream: () => { readonly isTTY: boolean }): boolean {
  try {
    const device = fstatSync(descriptor);
    if (!device.isCharacterDevice()) return false;
    return device.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev && openStream().isTTY;
  } catch {
    return false;
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;)
    written += untilReady(() => writeSync(descriptor, bytes, written));
}

/** A pipe that others share may not be ready (EAGAIN): then it is tried again, a little later. */
export function untilReady(attempt: () => number): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
