import type { LeftRows } from './left-rows.ts';
import { type DuckDb, patternOf, quoteName, quoteText } from './open-duckdb.ts';

type TypedName = readonly [name: string, type: string];

/** What a Parquet file has beside its rows. */
export interface ParquetTable {
  /** Its columns, each with its type as DuckDB calls it. */
  readonly columns: readonly TypedName[];
  /** More columns, which many rows have alike: a line has them behind a tab, without the brace that begins them. */
  readonly shared?: readonly TypedName[];
  /** What made it, by names that are words. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** What is written beside a Parquet file until it is finished: rows, and what many of them have alike, each once. */
export interface TableLines {
  readonly rows: string;
  readonly shared: string;
  /** The longest of them, in bytes or a little more. */
  readonly longest: number;
  /** Where the columns of rows are, if not in their lines. */
  readonly left: LeftRows | undefined;
}

/** DuckDB makes room for lines of this many bytes, or of as many as the longest takes: of much room, it takes much. */
const roomForLine = 2 * 1024 * 1024;

/** So many rows are made columns of at once: of more, more memory is taken. */
const rowsOfGroup = 30_720;

/**
 * Makes a Parquet file of lines.
 * @param to its path
 * @returns how many rows were written
 */
export async function copyLines(
  duckDb: DuckDb,
  { rows, shared, longest, left }: TableLines,
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
  const [own, from] =
    left === undefined
      ? ['l."row"', `${read(rows, [row, place, part])} l`]
      : [
          takeColumns(left, columns),
          `read_parquet(${quoteText(patternOf(left.path))}) w POSITIONAL JOIN ${read(rows, [place, part])} l
           WHERE l.place IS NOT NULL OR l.part IS NOT NULL`,
        ];
  // Taken from a list by its place, and not joined: a join promises no order.
  const select =
    parts === undefined
      ? `SELECT UNNEST("row") FROM ${read(rows, [row])}`
      : `SELECT UNNEST("row"), UNNEST(part) FROM (
           SELECT ${own} AS "row", CASE WHEN l.place IS NULL THEN l.part ELSE (
             SELECT LIST(part ORDER BY place) FROM ${read(shared, [place, part])}
           )[l.place] END AS part
           FROM ${from})`;
  const connection = await duckDb.connect();
  try {
    const { rowsChanged } = await connection.run(`COPY (${select}) TO ${quoteText(to)}
      (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowsOfGroup}, USE_TMP_FILE false, KV_METADATA {${made.join(', ')}})`);
    return rowsChanged;
  } finally {
    connection.closeSync();
  }
}

function takeColumns({ columns: sources }: LeftRows, columns: readonly TypedName[]): string {
  const cells = columns.map(([name, type]) => {
    const source = sources.get(name);
    return `${quoteText(name)}: CAST(${source === undefined ? 'NULL' : `w.${quoteName(source)}`} AS ${type})`;
  });
  return `{${cells.join(', ')}}`;
}

function writeStruct(columns: readonly TypedName[]): string {
  return `STRUCT(${columns.map(([name, type]) => `${quoteName(name)} ${type}`).join(', ')})`;
}
