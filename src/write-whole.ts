import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * What tells a file from every other, whatever path leads to it. A file that is not there yet is known by
 * its folder and its name; a path that leads nowhere, by nothing.
 */
export function identify(path: string): string | undefined {
  try {
    const target = followLinks(path);
    const found = statSync(target, { bigint: true, throwIfNoEntry: false });
    if (found !== undefined) return `${found.dev}:${found.ino}`;
    const folder = statSync(dirname(target), { bigint: true });
    return `${folder.dev}:${folder.ino}/${basename(target)}`;
  } catch {
    return undefined;
  }
}

/**
 * What tells a file from one that stands in its place later, or that something else was written to.
 * @throws the file system's own error
 */
export function identifyVersion(path: string): string {
  const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true });
  return [dev, ino, size, mtimeNs].join(' ');
}

/** The file system's error where a file cannot be written there, as far as can be seen beforehand. */
export function refuseToWrite(path: string): unknown {
  try {
    const target = followLinks(path);
    const folder = dirname(target);
    if (!statSync(folder).isDirectory()) return { code: 'ENOTDIR' };
    const found = statSync(target, { throwIfNoEntry: false });
    if (found?.isDirectory() === true) return { code: 'EISDIR' };
    // To be renamed over would turn a pipe or a device into a file, and its reader would wait for ever.
    if (found?.isFile() === false) return { code: 'ENOTFILE' };
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Where a path leads, also where nothing is there yet. */
export function followLinks(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
    ? existsSync(path)
      ? realpathSync(path)
      : resolve(dirname(path), readlinkSync(path))
    : path;
}

/** A file on its way: until it is finished, what was written of it stands beside its place. */
export interface WholeFile {
  /** Where it stands until then. */
  readonly beside: string;
  write(text: string): void;
  /** Gives it its place. A link stays a link, and a file keeps its permissions. */
  finish(): void;
  /** Ends without that; what was written so far stays, under the name that this gives back. */
  keep(): string;
  /** Ends as if it had never begun. */
  drop(): void;
}

/**
 * Begins a file that will be there whole or not at all: beside the target, forced to the disk, and renamed
 * over it.
 * @throws the file system's own error
 */
export function beginWhole(path: string): WholeFile {
  const target = followLinks(path);
  const mode = statSync(target, { throwIfNoEntry: false })?.mode;
  removeLeftovers(target);
  const beside = `${target}.${process.pid}.tmp`;
  const descriptor = openSync(beside, 'wx');
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  const settle = (name: string): void => {
    fsyncSync(descriptor);
    close();
    renameSync(beside, name);
  };
  return {
    beside,
    write: (text) => {
      writeFileSync(descriptor, text);
    },
    finish: () => {
      if (mode !== undefined) fchmodSync(descriptor, mode);
      settle(target);
    },
    keep: () => {
      settle(`${target}.part`);
      return `${path}.part`;
    },
    drop: () => {
      close();
      rmSync(beside, { force: true });
    },
  };
}

/**
 * Writes a whole file or none of it.
 * @throws the file system's own error
 */
export function writeWhole(path: string, text: string): void {
  const file = beginWhole(path);
  try {
    file.write(text);
    file.finish();
  } catch (error) {
    file.drop();
    throw error;
  }
}

/** How long a file beside a target is left alone: its writer may be on another machine. */
const longestWrite = 60_000;

/** Removes what runs that were killed while they wrote a file have left beside it. */
function removeLeftovers(target: string): void {
  const folder = dirname(target);
  for (const name of readdirSync(folder)) {
    const writer = name.startsWith(`${basename(target)}.`)
      ? /^\.(\d+)\.tmp$/.exec(name.slice(basename(target).length))?.[1]
      : undefined;
    if (writer === undefined || isRunning(Number(writer))) continue;
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > longestWrite) rmSync(path, { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled (EPERM), and runs.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
