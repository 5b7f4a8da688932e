import { InputError } from '../errors.ts';
import { beginWhole, followLinks, type WholeFile } from '../write-whole.ts';
import { type DuckDb, firstLineOf, loadDuckDb, patternOf, quoteName, quoteText } from './open-duckdb.ts';

type TypedName = readonly [name: string, type: string];

/** What a Parquet file has beside its rows. */
export interface ParquetTable {
  /** Its columns, each with its type as DuckDB calls it. */
  readonly columns: readonly TypedName[];
  /** More columns, which many rows have alike: a line has them behind a tab, as an object of their own. */
  readonly shared?: readonly TypedName[];
  /** What made it, by names that are words. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** What is written beside a Parquet file until it is finished: rows, and what many of them have alike, each once. */
interface Lines {
  readonly rows: string;
  readonly shared: string;
  /** The longest of them, in bytes or a little more. */
  readonly longest: number;
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

/** So many rows are made columns of at once: of more, more memory is taken. */
const rowsOfGroup = 30_720;

/** As many bytes a character of a string takes at most in UTF-8. */
const mostBytes = 3;

/** So much of what rows have alike is told once, in characters; what comes after that stands in every row. */
const mostSharedText = 32 * 1024 * 1024;

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
      if (kept >= mostKept) return `"part":${text}`;
      place = places.size + 1;
      // A piece of a text would keep all of it.
      places.set(Buffer.from(text).toString(), place);
      kept += text.length;
      shared.write(`{"place":${place},"part":${text}}\n`);
    }
    return `"place":${place}`;
  };
  const takeLine = (line: string): string => {
    rows++;
    longest = Math.max(longest, line.length);
    const at = table.shared === undefined ? -1 : line.indexOf(mark);
    return at === -1 ? `{"row":${line}}\n` : `{"row":${line.slice(0, at)},${refer(line.slice(at + 1))}}\n`;
  };
  const fill = async (): Promise<void> => {
    const duckDb = await open();
    try {
      const made = { rows: lines.beside, shared: shared.beside, longest: longest * mostBytes };
      const written = await copyLines(duckDb, made, file.beside, table);
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
      let made = '';
      const whole = text.includes('\\u') ? mendSurrogates(text) : text;
      for (let from = 0, end = whole.indexOf('\n'); end !== -1; end = whole.indexOf('\n', from)) {
        made += takeLine(whole.slice(from, end));
        from = end + 1;
      }
      lines.write(made);
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
  { rows, shared, longest }: Lines,
  to: string,
  { columns, shared: parts, metadata }: ParquetTable,
): Promise<number> {
  const made = Object.entries(metadata).map(([key, value]) => `${key}: ${quoteText(value)}`);
  const read = (path: string, types: readonly TypedName[]): string =>
    `read_json(${quoteText(patternOf(path))}, format = 'newline_delimited', compression = 'uncompressed',
      maximum_object_size = ${Math.max(roomForLine, longest)},
      columns = {${types.map(([name, type]) => `${quoteText(name)}: ${quoteText(type)}`).join(', ')}})`;
  const row: TypedName = ['row', writeStruct(columns)];
  const place: TypedName = ['place', 'BIGINT'];
  const part: TypedName = ['part', writeStruct(parts ?? [])];
  // Taken from a list by its place, and not joined: a join promises no order.
  const select =
    parts === undefined
      ? `SELECT UNNEST("row") FROM ${read(rows, [row])}`
      : `SELECT UNNEST("row"), UNNEST(part) FROM (
           SELECT "row", CASE WHEN place IS NULL THEN part ELSE (
             SELECT LIST(part ORDER BY place) FROM ${read(shared, [place, part])}
           )[place] END AS part
           FROM ${read(rows, [row, place, part])})`;
  const connection = await duckDb.connect();
  try {
    const { rowsChanged } = await connection.run(`COPY (${select}) TO ${quoteText(to)}
      (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowsOfGroup}, USE_TMP_FILE false, KV_METADATA {${made.join(', ')}})`);
    return rowsChanged;
  } finally {
    connection.closeSync();
  }
}

function writeStruct(columns: readonly TypedName[]): string {
  return `STRUCT(${columns.map(([name, type]) => `${quoteName(name)} ${type}`).join(', ')})`;
}

/** Half a character, which JSON can hold and UTF-8 cannot, is one that nobody knows. */
function mendSurrogates(lines: string): string {
  return lines.replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (found) => (found === '\\\\' ? found : '\\ufffd'));
}
