import { InputError } from '../errors.ts';
import { beginWhole, followLinks, type WholeFile } from '../write-whole.ts';
import { copyLines, type ParquetTable } from './copy-lines.ts';
import { type LeftRows, refuseChanged } from './left-rows.ts';
import { firstLineOf, loadDuckDb } from './open-duckdb.ts';

/** What takes the rows of a table one by one. */
export interface RowTaker {
  /**
   * @param own what the row alone says: the text of an object without the brace that ends it; empty where that stays
   * in a file
   * @param shared what others may say, too: the text of an object without the brace that begins it
   */
  readonly takeRow: (own: string, shared: string) => void;
  /** Leaves out the next row of the file in which rows stay. */
  readonly skipRow: () => void;
  /** From now on, columns are taken from a file, in which every row is taken or left out in turn. */
  readonly leaveRows: (left: LeftRows) => void;
}

/** A Parquet file on its way. */
export interface ParquetFile {
  /** Takes rows as NDJSON, whole lines. */
  readonly write: (lines: string) => void;
  readonly rows: RowTaker;
  /** @throws InputError where DuckDB cannot write it */
  finish(): Promise<void>;
  /** @see beginWhole */
  keep(): Promise<string>;
  drop(): void;
}

/** As many bytes a character of a string takes at most in UTF-8. */
const mostBytes = 3;

/** So much of what rows have alike is told once, in characters; what comes after that stands in every row. */
const mostSharedText = 32 * 1024 * 1024;

/** As many characters of lines are written at once. */
const pieceSize = 1 << 16;

/** Stands between what a row says and what it has in common with others: JSON holds none. */
const mark = '\t';

/**
 * Begins a Parquet file that will be there whole or not at all. Its rows are kept as lines beside it until the last
 * one is known: then DuckDB makes columns of them.
 * @param home the folder of the project that has DuckDB
 * @param mostKept how much of what rows have alike is told once, in characters
 * @throws InputError where there is no DuckDB, or the file system's own error
 */
export function beginParquet(
  path: string,
  home: string,
  table: ParquetTable,
  mostKept = mostSharedText,
): ParquetFile {
  const open = loadDuckDb(home);
  const files: WholeFile[] = [];
  const drop = (): void => {
    for (const file of files) file.drop();
  };
  const [file, lines, shared] = ['', '.lines', '.shared'].map((ending) => {
    try {
      const begun = beginWhole(`${followLinks(path)}${ending}`);
      files.push(begun);
      return begun;
    } catch (error) {
      drop();
      throw error;
    }
  }) as [WholeFile, WholeFile, WholeFile];
  const places = new Map<string, number>();
  let [rows, longest, kept] = [0, 0, 0];
  let last = { text: '', reference: '' };
  let waiting = '';
  let left: LeftRows | undefined;

  const flush = (): void => {
    lines.write(waiting);
    waiting = '';
  };
  const writeLine = (line: string): void => {
    longest = Math.max(longest, line.length);
    waiting += `${line}\n`;
    if (waiting.length > pieceSize) flush();
  };
  /** What a row has in common with others, or where that stands. */
  const refer = (text: string): string => {
    // Rows that are alike often stand together, and to compare two texts is quicker than to look one up.
    if (text === last.text) return last.reference;
    last = { text, reference: findReference(text) };
    return last.reference;
  };
  const findReference = (text: string): string => {
    let place = places.get(text);
    if (place === undefined) {
      const whole = `{${mendSurrogates(text)}`;
      longest = Math.max(longest, whole.length);
      if (kept >= mostKept) return `"part":${whole}`;
      place = places.size + 1;
      // A piece of a text would keep all of it.
      places.set(Buffer.from(text).toString(), place);
      kept += text.length;
      shared.write(`{"place":${place},"part":${whole}}\n`);
    }
    return `"place":${place}`;
  };
  const takeRow = (own: string, part: string): void => {
    rows++;
    writeLine(own === '' ? `{${refer(part)}}` : `{"row":${mendSurrogates(own)}},${refer(part)}}`);
  };
  const takeLine = (line: string): void => {
    const at = table.shared === undefined ? -1 : line.indexOf(mark);
    if (at !== -1) {
      takeRow(line.slice(0, at), line.slice(at + 1));
      return;
    }
    rows++;
    writeLine(`{"row":${mendSurrogates(line)}}`);
  };
  const fill = async (): Promise<void> => {
    flush();
    // A list that rows are looked up in is joined to them, and a join promises no order. One thread that passes rows
    // through, and does not gather them to join them to the list instead, keeps it, in memory that does not grow.
    const duckDb = await open({ threads: '1', disabled_optimizers: 'join_order,build_side_probe_side' });
    try {
      if (left !== undefined) refuseChanged(left);
      const made = { rows: lines.beside, shared: shared.beside, longest: longest * mostBytes, left };
      const written = await copyLines(duckDb, made, file.beside, table);
      if (left !== undefined) refuseChanged(left);
      if (written !== rows) throw new Error(`${written} of ${rows} rows were written`);
    } catch (error) {
      throw new InputError([{ message: `cannot be written: ${firstLineOf(error)}`, at: { file: path } }]);
    } finally {
      duckDb.closeSync();
    }
    lines.drop();
    shared.drop();
  };
  return {
    write: (text) => {
      let from = 0;
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
        takeLine(text.slice(from, end));
        from = end + 1;
      }
    },
    rows: {
      takeRow,
      skipRow: () => writeLine('{}'),
      leaveRows: (rowFile) => {
        left = rowFile;
      },
    },
    finish: async () => {
      await fill();
      file.finish();
    },
    keep: async () => {
      await fill();
      return file.keep();
    },
    drop,
  };
}

/** Half a character, which JSON can hold and UTF-8 cannot, is one that nobody knows. */
function mendSurrogates(text: string): string {
  return text.includes('\\u')
    ? text.replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (found) => (found === '\\\\' ? found : '\\ufffd'))
    : text;
}
