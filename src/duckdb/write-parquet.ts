import { InputError } from '../errors.ts';
import { beginWhole, followLinks } from '../write-whole.ts';
import { type DuckDb, loadDuckDb, patternOf, quoteText, firstLineOf } from './open-duckdb.ts';

/** What a Parquet file has beside its rows. */
export interface ParquetTable {
  /** Its columns, each with its type as DuckDB calls it. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** What made it, by names that are words. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** A Parquet file on its way. */
export interface ParquetFile {
  /** Takes rows as NDJSON, whole lines. */
  write(lines: string): void;
  /** @throws InputError where DuckDB cannot write it */
  finish(): Promise<void>;
  /** @see beginWhole */
  keep(): Promise<string>;
  drop(): void;
}

/** DuckDB makes room for lines of this many bytes, or of as many as the longest takes: of much room, it takes much. */
const roomForLine = 2 * 1024 * 1024;

/** As many bytes a character of a string takes at most in UTF-8. */
const mostBytes = 3;

/**
 * Begins a Parquet file that will be there whole or not at all. Its rows are kept as lines beside it until the last
 * one is known: then DuckDB makes columns of them.
 * @param home the folder of the project that has DuckDB
 * @throws InputError where there is no DuckDB, or the file system's own error
 */
export function beginParquet(path: string, home: string, table: ParquetTable): ParquetFile {
  const open = loadDuckDb(home);
  const file = beginWhole(path);
  const lines = attempt(
    () => file.drop(),
    () => beginWhole(`${followLinks(path)}.lines`),
  );
  let [rows, longest] = [0, 0];
  const drop = (): void => {
    lines.drop();
    file.drop();
  };
  const fill = async (): Promise<void> => {
    const duckDb = await open();
    try {
      const room = Math.max(roomForLine, longest * mostBytes);
      const written = await copyLines(duckDb, lines.beside, file.beside, table, room);
      if (written !== rows) throw new Error(`${written} of ${rows} rows were written`);
    } catch (error) {
      throw new InputError([{ message: `cannot be written: ${firstLineOf(error)}`, at: { file: path } }]);
    } finally {
      duckDb.closeSync();
    }
    lines.drop();
  };
  return {
    write: (text) => {
      lines.write(text.includes('\\u') ? mendSurrogates(text) : text);
      for (
        let from = 0, end = text.indexOf('\n');
        end !== -1;
        from = end + 1, end = text.indexOf('\n', from)
      ) {
        rows++;
        longest = Math.max(longest, end - from);
      }
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

/** @returns how many rows were written */
async function copyLines(
  duckDb: DuckDb,
  from: string,
  to: string,
  { columns, metadata }: ParquetTable,
  room: number,
): Promise<number> {
  const types = columns.map(([name, type]) => `${quoteText(name)}: ${quoteText(type)}`);
  const made = Object.entries(metadata).map(([key, value]) => `${key}: ${quoteText(value)}`);
  const connection = await duckDb.connect();
  try {
    const { rowsChanged } = await connection.run(`
      COPY (
        FROM read_json(${quoteText(patternOf(from))}, format = 'newline_delimited', compression = 'uncompressed',
          maximum_object_size = ${room}, columns = {${types.join(', ')}})
      ) TO ${quoteText(to)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false, KV_METADATA {${made.join(', ')}})`);
    return rowsChanged;
  } finally {
    connection.closeSync();
  }
}

/** Half a character, which JSON can hold and UTF-8 cannot, is one that nobody knows. */
function mendSurrogates(lines: string): string {
  return lines.replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (found) => (found === '\\\\' ? found : '\\ufffd'));
}

function attempt<T>(undo: () => void, act: () => T): T {
  try {
    return act();
  } catch (error) {
    undo();
    throw error;
  }
}
