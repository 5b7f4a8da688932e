import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { connectOutput, isTerminal, type Output, untilReady } from './output.ts';
import { identify, refuseToWrite, writeWhole } from './write-whole.ts';

/** A file as it was found: its bytes, or why it could not be had. */
export type FileBytes = Uint8Array;

/** The outside world as one value, so that the whole program can be run in a test. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdinIsTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today's date (UTC) as YYYY-MM-DD, read from the clock. */
  today(): string;
  /**
   * Reads a file, or standard input for `-`, but at most `limit` bytes and one more, so that the
   * caller can tell that it was larger.
   * @throws the file system's own error, with its code
   */
  readBytes(path: string, limit: number): FileBytes;
  /** The names of the entries of a folder, sorted; throws the file system's own error. */
  listFolder(path: string): string[];
  isFolder(path: string): boolean;
  /** The path behind all links; throws the file system's own error. */
  realPath(path: string): string;
  exists(path: string): boolean;
  /** Removes a file, if it is there. */
  remove(path: string): void;
  /** What tells a file from every other, whatever path leads to it; undefined where there is none yet and no folder for it. */
  identify(path: string): string | undefined;
  /** The file system's error where a file cannot be written there, as far as can be seen beforehand. */
  refuseToWrite(path: string): unknown;
  /** Makes a folder, and those above it, where it is missing. */
  makeFolder(path: string): void;
  /**
   * Writes a whole file or none of it: a full disk or a kill leaves the old one. A link stays a
   * link, and a file keeps its permissions.
   */
  writeWhole(path: string, text: string): void;
}

/**
 * Connects the program to the real process.
 * A reader that closes the pipe early (`| head -1`) is no error: the rest is dropped quietly.
 */
export function connectProcess(): Io {
  return {
    stdout: connectOutput(1, () => process.stdout),
    stderr: connectOutput(2, () => process.stderr),
    get stdinIsTerminal() {
      return isTerminal(0, () => process.stdin);
    },
    env: process.env,
    today: () => new Date().toISOString().slice(0, 10),
    readBytes,
    listFolder: (path) => readdirSync(path).sort(),
    isFolder,
    realPath: (path) => realpathSync(path),
    exists: (path) => existsSync(path),
    remove: (path) => {
      rmSync(path, { force: true });
    },
    identify,
    refuseToWrite,
    makeFolder: (path) => {
      mkdirSync(path, { recursive: true });
    },
    writeWhole,
  };
}

function readBytes(path: string, limit: number): FileBytes {
  const descriptor = path === '-' ? 0 : openSync(path, 'r');
  try {
    const chunks: Uint8Array[] = [];
    let total = 0;
    while (total <= limit) {
      const chunk = new Uint8Array(65_536);
      const count = readSome(descriptor, chunk);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      total += count;
    }
    return Buffer.concat(chunks);
  } finally {
    if (path !== '-') closeSync(descriptor);
  }
}

/** Reads once; the end of a pipe (EOF) is 0. */
function readSome(descriptor: number, into: Uint8Array): number {
  try {
    return untilReady(() => readSync(descriptor, into));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0;
    throw error;
  }
}

/** What cannot be looked at is no folder either. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
