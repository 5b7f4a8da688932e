import { basename } from 'node:path';
import { InputError } from '../errors.ts';
import { firstLineOf, loadDuckDb, patternOf, streamColumns } from './open-duckdb.ts';

/**
 * The rows of a Parquet file as NDJSON, in their order.
 * @param home the folder of the project that has DuckDB
 * @param stop ends it early, as an error called AbortError
 * @throws InputError where there is no DuckDB, or the file is not Parquet
 */
export async function* streamParquet(
  path: string,
  home: string,
  stop: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const instance = await loadDuckDb(home)();
  const connection = await instance.connect();
  let read = 0;
  const ask = (sql: string) => streamColumns(connection, sql, [patternOf(path)]);
  try {
    for await (const [rows = []] of ask('SELECT CAST(to_json(w) AS VARCHAR) FROM read_parquet($1) w')) {
      stop.throwIfAborted();
      read += rows.length;
      yield Buffer.from(`${rows.join('\n')}\n`);
    }
    // A stream of DuckDB has been seen to end early without an error.
    for await (const [[count] = []] of ask('SELECT CAST(COUNT(*) AS VARCHAR) FROM read_parquet($1)'))
      if (String(count) !== String(read)) throw new Error(`${read} rows of ${String(count)} came`);
  } catch (error) {
    if (stop.aborted || !(error instanceof Error)) throw error;
    throw new InputError(`${basename(path)} cannot be read: ${firstLineOf(error)}`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
