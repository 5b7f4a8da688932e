import { InputError, wordFileError } from '../errors.ts';
import type { Io } from '../io.ts';

/** What lies in a folder and in the folders in it. */
export interface FolderTree {
  /** Paths of files, in order; hidden ones, and those that begin with _, do not count. */
  readonly files: readonly string[];
  /** What was not looked into: hidden folders, what npm installed, and links that lead out of the folder. */
  readonly passedOver: readonly string[];
}

/**
 * Lists a folder, and those in it; a link is followed where it leads to something else in the folder.
 * @param folder without a slash at its end
 * @throws InputError when a folder cannot be read
 */
export function readFolderTree(io: Io, folder: string): FolderTree {
  const files: string[] = [];
  const passedOver: string[] = [];
  const root = findReal(io, folder) ?? folder;
  const seen = new Set([root]);
  const visit = (path: string): void => {
    for (const name of listNames(io, path)) {
      const entry = `${path}/${name}`;
      const isFolder = io.isFolder(entry);
      const real = findReal(io, entry);
      if (/^[_.]/.test(name) || name === 'node_modules') {
        if (isFolder) passedOver.push(entry);
      } else if (real !== undefined && !isWithin(real, root)) passedOver.push(entry);
      else if (!isFolder) files.push(entry);
      else if (real === undefined || !seen.has(real)) {
        seen.add(real ?? entry);
        visit(entry);
      }
    }
  };
  visit(folder);
  return { files, passedOver };
}

function isWithin(path: string, root: string): boolean {
  return path === root || root === '/' || root === '.' || path.startsWith(`${root}/`);
}

/** Undefined of a link that leads nowhere, which is told when it is read. */
function findReal(io: Io, path: string): string | undefined {
  try {
    return io.realPath(path);
  } catch {
    return undefined;
  }
}

function listNames(io: Io, folder: string): string[] {
  try {
    return io.listFolder(folder);
  } catch (error) {
    throw new InputError([{ message: wordFileError(error), at: { file: folder } }]);
  }
}
