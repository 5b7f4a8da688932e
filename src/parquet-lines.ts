import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { InputError } from './errors.ts';

/** As much of DuckDB as is used. It is no dependency: a native library of seventy megabytes. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }>;
  };
}

interface Connection {
  stream(sql: string, values: readonly string[]): Promise<{ fetchChunk(): Promise<Chunk | null> }>;
  closeSync(): void;
}

interface Chunk {
  readonly rowCount: number;
  getColumnValues(column: number): readonly unknown[];
}

const packageName = '@duckdb/node-api';

/**
 * The rows of a Parquet file as NDJSON, in their order, by the DuckDB of the user's own project.
 * @param stop ends it early, as an error called AbortError
 * @throws InputError where there is no DuckDB, or the file is not Parquet
 */
export async function* streamParquet(path: string, stop: AbortSignal): AsyncGenerator<Uint8Array> {
  const instance = await loadDuckDb().DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  let read = 0;
  const ask = async function* (sql: string): AsyncGenerator<readonly unknown[]> {
    const result = await connection.stream(sql, [path]);
    for (
      let chunk = await result.fetchChunk();
      chunk && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    )
      yield chunk.getColumnValues(0);
  };
  try {
    for await (const rows of ask('SELECT CAST(to_json(w) AS VARCHAR) FROM read_parquet($1) w')) {
      stop.throwIfAborted();
      read += rows.length;
      yield Buffer.from(`${rows.join('\n')}\n`);
    }
    // A stream of DuckDB has been seen to end early without an error.
    for await (const [count] of ask('SELECT CAST(COUNT(*) AS VARCHAR) FROM read_parquet($1)'))
      if (String(count) !== String(read)) throw new Error(`${read} rows of ${String(count)} came`);
  } catch (error) {
    if (stop.aborted || !(error instanceof Error)) throw error;
    throw new InputError(`${basename(path)} cannot be read: ${error.message.split('\n')[0] ?? ''}`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** @throws InputError that says how it is installed */
function loadDuckDb(): DuckDb {
  try {
    return createRequire(join(process.cwd(), 'package.json'))(packageName) as DuckDb;
  } catch {
    throw new InputError(`Parquet is read by DuckDB, where you install it: npm install ${packageName}`);
  }
}
