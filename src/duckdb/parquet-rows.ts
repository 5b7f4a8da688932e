import { basename } from 'node:path';
import { InputError } from '../errors.ts';
import { leaveRows, type LeftRows } from './left-rows.ts';
import {
  type DuckDbConnection,
  firstLineOf,
  loadDuckDb,
  patternOf,
  quoteName,
  streamColumns,
} from './open-duckdb.ts';

/** A table whose rows are read by their columns. */
export interface ColumnTable {
  /** The names of its columns. */
  readonly columns: readonly string[];
  /**
   * Its rows in their order, some at a time, each once.
   * @throws InputError where they cannot be read
   */
  readPieces(columns: PieceColumns): AsyncIterable<ColumnPiece>;
  /**
   * What stands in the joined columns, by what they are joined to: null or an empty text where nothing does.
   * @returns undefined where a value holds what stands between them, which no value of a fact does
   */
  splitJoined(text: string, joined: readonly string[]): readonly unknown[] | undefined;
  /**
   * Columns that whoever writes a Parquet file may take from this one.
   * @param columns by what they are called there
   * @returns undefined where one of them is not written there as it is here
   */
  leaveRows(columns: LeftRows['columns']): LeftRows | undefined;
  /**
   * Some of its rows as JSON.
   * @param numbers from 0, ascending
   */
  readLines(numbers: readonly number[]): AsyncIterable<readonly string[]>;
  close(): void;
}

/** What is wanted of columns. */
interface PieceColumns {
  /** Those of which a row has one text, which is the same for all rows in which they are the same. */
  readonly joined: readonly string[];
  /** Those that come by themselves. */
  readonly single: readonly string[];
  /** One of which is asked in which rows nothing stands in it. */
  readonly tested?: string | undefined;
}

/** Some rows. */
export interface ColumnPiece {
  readonly joined: readonly string[];
  /** By column, and then by row. */
  readonly single: readonly (readonly unknown[])[];
  /** Whether nothing stands in the column that is asked about, by row; none where that is not asked. */
  readonly empty: readonly boolean[];
}

/** Types whose values are the same texts in Parquet and in JSON. */
const plainTypes = new Set('VARCHAR TINYINT SMALLINT INTEGER BIGINT UTINYINT USMALLINT UINTEGER'.split(' '));

/** Stands between joined columns: no value of a fact holds it. */
const separator = '\u001f';

/**
 * Opens a Parquet file whose rows are read by their columns.
 * @param home the folder of the project that has DuckDB
 * @param stop ends it early, as an error called AbortError
 * @throws InputError where there is no DuckDB, or the file is not Parquet
 */
export async function openParquet(path: string, home: string, stop: AbortSignal): Promise<ColumnTable> {
  const instance = await loadDuckDb(home)();
  const connections: DuckDbConnection[] = [];
  const connect = async (): Promise<DuckDbConnection> => {
    const connection = await instance.connect();
    connections.push(connection);
    return connection;
  };
  const close = (): void => {
    for (const connection of connections.splice(0)) connection.closeSync();
    instance.closeSync();
  };
  /** What is streamed ends early where something else happens on its connection: there is one for each. */
  const ask = async function* (sql: string): AsyncGenerator<readonly (readonly unknown[])[]> {
    try {
      for await (const columns of streamColumns(await connect(), sql, [patternOf(path)])) {
        stop.throwIfAborted();
        yield columns;
      }
    } catch (error) {
      if (stop.aborted) throw error;
      throw new InputError(`${basename(path)} cannot be read: ${firstLineOf(error)}`);
    }
  };
  const source = 'read_parquet($1) w';
  const types = new Map<string, string>();
  for await (const [names = [], kinds = []] of ask(
    `SELECT column_name, column_type FROM (DESCRIBE FROM ${source})`,
  ))
    for (const [index, name] of names.entries()) types.set(String(name), String(kinds[index]));
  const isText = (column: string): boolean => types.get(column) === 'VARCHAR';
  const isEmpty = (column: string): string =>
    `w.${quoteName(column)} IS NULL${isText(column) ? ` OR w.${quoteName(column)} = ''` : ''}`;
  const textOf = (column: string): string =>
    isText(column) ? `w.${quoteName(column)}` : `CAST(to_json(w.${quoteName(column)}) AS VARCHAR)`;

  return {
    columns: [...types.keys()],
    readPieces: async function* ({ joined, single, tested }) {
      const parts = joined.map((column) => `COALESCE(${textOf(column)}, '')`);
      const key =
        parts.length === 0 ? "''" : `CONCAT_WS(chr(${separator.charCodeAt(0)}), ${parts.join(', ')})`;
      const beside = [...(tested === undefined ? [] : [isEmpty(tested)]), ...single.map(textOf)];
      const names = beside.map((_, index) => `c${index}`);
      const own = names.map((name) => `, ${name}`).join('');
      // Rows that are alike often stand together, and a text that does not come again is not made again.
      const sql = `SELECT CASE WHEN k = LAG(k) OVER () THEN NULL ELSE k END${own} FROM (
        SELECT ${[`${key} AS k`, ...beside.map((cell, index) => `${cell} AS c${index}`)].join(', ')} FROM ${source})`;
      let [read, last] = [0, ''];
      for await (const [keys = [], ...cells] of ask(sql)) {
        read += keys.length;
        const empty = tested === undefined ? [] : (cells.shift() as readonly boolean[]);
        yield {
          joined: (keys as readonly (string | null)[]).map((text) => (last = text ?? last)),
          single: cells.map((list, index) => (isText(single[index] ?? '') ? list : list.map(parseJson))),
          empty,
        };
      }
      // A stream of DuckDB has been seen to end early without an error.
      for await (const [[count] = []] of ask(`SELECT CAST(COUNT(*) AS VARCHAR) FROM ${source}`))
        if (count !== String(read))
          throw new InputError(`${basename(path)} cannot be read: ${read} rows of ${String(count)} came`);
    },
    splitJoined: (text, joined) => {
      const cells = joined.length === 0 ? [] : text.split(separator);
      if (cells.length !== joined.length) return undefined;
      return cells.map((cell, index) => (isText(joined[index] ?? '') ? cell : parseJson(cell)));
    },
    leaveRows: (columns) => {
      const isPlain = (column: string) => plainTypes.has(types.get(column) ?? 'VARCHAR');
      return [...columns.values()].every(isPlain) ? leaveRows(path, columns) : undefined;
    },
    readLines: async function* (numbers) {
      const sql = `SELECT CAST(to_json(w) AS VARCHAR) FROM ${source}
        WHERE file_row_number IN (${numbers.join(', ')}) ORDER BY file_row_number`;
      for await (const [lines = []] of ask(sql)) yield lines as readonly string[];
    },
    close,
  };
}

/** Numbers that are none (NaN, Infinity) are no JSON: they stay texts, and are refused as such. */
function parseJson(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
