import { dirname, isAbsolute, join } from 'node:path';
import { isInputError, type Problem } from '../errors.ts';
import type { Io } from '../io.ts';
import { largestForeign, readText } from '../read/read-text.ts';
import { showText } from '../text/safe.ts';
import { stdinName } from '../workload/workload.ts';
import type { Artefact } from './artefact.ts';
import { parseJsonSpots } from './json-spots.ts';
import type { Spot } from './spot.ts';
import { parseYamlSpots } from './yaml-spots.ts';

/**
 * Reads a file, or standard input for `-`, and opens it.
 * @throws InputError when it is missing, unreadable, too large or not UTF-8
 */
export function readArtefact(io: Io, path: string): Artefact {
  const file = path === '-' ? stdinName : showText(path);
  return openArtefact(io, path, readText(io, path, file, largestForeign));
}

/**
 * Opens a text that was read: JSON by its first character, YAML else. What is neither has no documents.
 * @param path the file it was read from, or `-`
 */
export function openArtefact(io: Io, path: string, text: string): Artefact {
  const stream = path === '-';
  const file = stream ? stdinName : showText(path);
  let opened: Opened | undefined;
  const open = (): Opened => (opened ??= openDocuments(text, file));
  return {
    file,
    path: stream ? undefined : path,
    text,
    get documents() {
      return open().documents;
    },
    get problems() {
      return open().problems;
    },
    openBeside: (name) => {
      if (stream) return undefined;
      const beside = isAbsolute(name) ? name : join(dirname(path), name);
      return io.exists(beside) && !io.isFolder(beside) ? readArtefact(io, beside) : undefined;
    },
  };
}

interface Opened {
  readonly documents: readonly Spot[];
  readonly problems: readonly Problem[];
}

function openDocuments(text: string, file: string): Opened {
  try {
    // JSON may begin a YAML flow map, too; what is no JSON is tried as that.
    if (/^\s*[[{]/.test(text)) {
      try {
        return { documents: [parseJsonSpots(text, file)], problems: [] };
      } catch (error) {
        if (!isInputError(error) || text.length > largestFlow) throw error;
      }
    }
    return { documents: parseYamlSpots(text, file), problems: [] };
  } catch (error) {
    if (!isInputError(error)) throw error;
    return { documents: [], problems: error.problems };
  }
}

/** A text in braces that is no JSON and longer than this is broken JSON, not YAML that somebody wrote. */
const largestFlow = 1024 * 1024;
