import { dirname, isAbsolute, join } from 'node:path';
import { InputError, isInputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { decodeText, findText, largestForeign, readWhole } from '../read/read-text.ts';
import { stdinName } from '../workload/workload.ts';
import type { Artefact } from './artefact.ts';
import { parseJsonSpots } from './json-spots.ts';
import { findCsvTable } from './table/csv-table.ts';
import { decodeTable, isCompressed, isOldWorkbook, isPacked, isWide } from './table/table-bytes.ts';
import type { Table } from './table/table.ts';
import { parseYamlSpots, type ReadDocuments } from './yaml-spots.ts';

/**
 * Reads a file, or standard input for `-`, and opens it.
 * @throws InputError when it is missing, unreadable, too large, or neither UTF-8 nor a table
 */
export function readArtefact(io: Io, path: string): Artefact {
  const file = path === '-' ? stdinName : path;
  return openBytes(io, path, readWhole(io, path, file, largestForeign));
}

/**
 * Opens what was read, archives and workbooks too.
 * @param path the file it was read from, or `-`
 * @throws InputError when it is none of these, neither UTF-8 nor a table, or damaged
 */
export async function openSource(io: Io, path: string, bytes: Uint8Array): Promise<Artefact> {
  const file = path === '-' ? stdinName : path;
  if (isOldWorkbook(bytes)) throw new InputError([{ message: oldWorkbook, at: { file } }]);
  if (isCompressed(bytes)) throw new InputError([{ message: compressed, at: { file } }]);
  if (!isPacked(bytes)) return openBytes(io, path, bytes);
  const { openPacked } = await import('./table/open-packed.ts');
  return { ...openArtefact(io, path, ''), tables: await openPacked(bytes, file) };
}

const oldWorkbook = 'a workbook of Excel 2003 or older, or one with a password; save it as .xlsx without one';
const compressed =
  'compressed with gzip; unpack it first, or, where it is a packed Helm chart, render it: helm template NAME FILE | advise assess -';

/**
 * Opens what was read: UTF-8, or UTF-16 with its mark, as PowerShell writes what it is told to keep. Only tables
 * may be anything else: spreadsheets save them so.
 * @param path the file it was read from, or `-`
 * @throws InputError when it is neither, nor a table
 */
export function openBytes(io: Io, path: string, bytes: Uint8Array): Artefact {
  const file = path === '-' ? stdinName : path;
  const text = findText(bytes);
  if (text !== undefined) return openArtefact(io, path, text);
  const lenient = decodeTable(bytes);
  return findCsvTable(lenient, file) === undefined && !isWide(bytes)
    ? openArtefact(io, path, decodeText(bytes, file))
    : openArtefact(io, path, lenient);
}

/**
 * Opens a text that was read: JSON by its first character, a table by its first line, YAML else. What is
 * none of them has no documents.
 * @param path the file it was read from, or `-`
 */
export function openArtefact(io: Io, path: string, text: string): Artefact {
  const stream = path === '-';
  const file = stream ? stdinName : path;
  let tables: readonly Table[] | undefined;
  let opened: ReadDocuments | undefined;
  // Whether it is a table is soon told, while documents are composed: a large text only where one is wanted.
  const findTables = (): readonly Table[] => (tables ??= listTables(text, file));
  const open = (): ReadDocuments =>
    (opened ??= findTables().length > 0 ? { documents: [], problems: [] } : openDocuments(text, file));
  return {
    file,
    path: stream ? undefined : path,
    text,
    get tables() {
      return findTables();
    },
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
    listBeside: (folder) => {
      const beside = join(dirname(path), folder);
      return !stream && io.isFolder(beside) ? [...io.listFolder(beside)].sort() : [];
    },
  };
}

function isXml(text: string): boolean {
  return /^\uFEFF?\s*</.test(text);
}

function listTables(text: string, file: string): readonly Table[] {
  const table = isXml(text) ? undefined : findCsvTable(text, file);
  return table === undefined ? [] : [table];
}

function openDocuments(text: string, file: string): ReadDocuments {
  // XML is read by who recognises it. Every other kind has keys, and a text without a colon has none: it is
  // not composed, which a megabyte of brackets would make costly.
  if (isXml(text) || !text.includes(':')) return { documents: [], problems: [] };
  try {
    // JSON may begin a YAML flow map, too; what is no JSON is tried as that.
    if (/^\s*[[{]/.test(text)) {
      try {
        return { documents: [parseJsonSpots(text, file)], problems: [] };
      } catch (error) {
        if (!isInputError(error) || text.length > largestFlow) throw error;
      }
    }
    return parseYamlSpots(text, file);
  } catch (error) {
    if (!isInputError(error)) throw error;
    return { documents: [], problems: error.problems };
  }
}

/** A text in braces that is no JSON and longer than this is broken JSON, not YAML that somebody wrote. */
const largestFlow = 1024 * 1024;
