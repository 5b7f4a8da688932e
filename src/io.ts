import fs from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { wordWriteError } from './errors.ts';

/** One output stream: where text goes, and what the terminal behind it can do. */
export interface Output {
  write(text: string): void;
  /** Why something could not be written, such as a full disk; undefined where all went well. */
  failure(): string | undefined;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined when it is none. */
  readonly columns: number | undefined;
}

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
    listFolder: (path) => fs.readdirSync(path).sort(),
    isFolder,
    realPath: (path) => fs.realpathSync(path),
    exists: (path) => fs.existsSync(path),
    remove: (path) => {
      fs.rmSync(path, { force: true });
    },
    identify,
    refuseToWrite,
    makeFolder: (path) => {
      fs.mkdirSync(path, { recursive: true });
    },
    writeWhole,
  };
}

/**
 * A terminal is written to by Node's stream, which knows its width and its encoding. To make such a
 * stream takes milliseconds; pipes and files are written to directly, and at once.
 * @param openStream gives Node's stream; asked for at the first use
 */
function connectOutput(descriptor: 1 | 2, openStream: () => NodeJS.WriteStream): Output {
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
function isTerminal(descriptor: number, openStream: () => { readonly isTTY: boolean }): boolean {
  try {
    const device = fs.fstatSync(descriptor);
    if (!device.isCharacterDevice()) return false;
    return device.rdev !== fs.statSync('/dev/null', { throwIfNoEntry: false })?.rdev && openStream().isTTY;
  } catch {
    return false;
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;)
    written += untilReady(() => fs.writeSync(descriptor, bytes, written));
}

function readBytes(path: string, limit: number): FileBytes {
  const descriptor = path === '-' ? 0 : fs.openSync(path, 'r');
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
    if (path !== '-') fs.closeSync(descriptor);
  }
}

/** Reads once; the end of a pipe (EOF) is 0. */
function readSome(descriptor: number, into: Uint8Array): number {
  try {
    return untilReady(() => fs.readSync(descriptor, into));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0;
    throw error;
  }
}

/** A pipe that others share may not be ready (EAGAIN): then it is tried again, a little later. */
function untilReady(attempt: () => number): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** What cannot be looked at is no folder either. */
function isFolder(path: string): boolean {
  try {
    return fs.statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** A file that is not there yet is known by its folder and its name; a path that leads nowhere, by nothing. */
function identify(path: string): string | undefined {
  try {
    const target = followLinks(path);
    const found = fs.statSync(target, { bigint: true, throwIfNoEntry: false });
    if (found !== undefined) return `${found.dev}:${found.ino}`;
    const folder = fs.statSync(dirname(target), { bigint: true });
    return `${folder.dev}:${folder.ino}/${basename(target)}`;
  } catch {
    return undefined;
  }
}

function refuseToWrite(path: string): unknown {
  try {
    const target = followLinks(path);
    const folder = dirname(target);
    if (!fs.statSync(folder).isDirectory()) return { code: 'ENOTDIR' };
    const found = fs.statSync(target, { throwIfNoEntry: false });
    if (found?.isDirectory() === true) return { code: 'EISDIR' };
    // To be renamed over would turn a pipe or a device into a file, and its reader would wait for ever.
    if (found?.isFile() === false) return { code: 'ENOTFILE' };
    fs.accessSync(folder, fs.constants.W_OK);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Where a path leads, also where nothing is there yet. */
function followLinks(path: string): string {
  return fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
    ? fs.existsSync(path)
      ? fs.realpathSync(path)
      : resolve(dirname(path), fs.readlinkSync(path))
    : path;
}

/** Written beside the target, forced to the disk, and renamed over it. */
function writeWhole(path: string, text: string): void {
  const target = followLinks(path);
  const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode;
  const beside = `${target}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(beside, text, { flag: 'wx', flush: true });
    if (mode !== undefined) fs.chmodSync(beside, mode);
    fs.renameSync(beside, target);
  } catch (error) {
    fs.rmSync(beside, { force: true });
    throw error;
  }
}
