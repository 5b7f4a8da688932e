import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { InputError } from '../errors.ts';

/** As much of DuckDB as is used. It is no dependency: a native library of seventy megabytes. */
interface DuckDbPackage {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<DuckDb>;
  };
}

/** A database in memory, with its connections. */
export interface DuckDb {
  connect(): Promise<DuckDbConnection>;
  closeSync(): void;
}

/** A connection: what is streamed from one ends early where something else happens on the same. */
export interface DuckDbConnection {
  run(sql: string): Promise<{ readonly rowsChanged: number }>;
  stream(sql: string, values: readonly string[]): Promise<{ fetchChunk(): Promise<DuckDbChunk | null> }>;
  closeSync(): void;
}

/** Some rows. */
export interface DuckDbChunk {
  readonly rowCount: number;
  getColumns(): readonly (readonly unknown[])[];
}

const packageName = '@duckdb/node-api';

/**
 * Loads the DuckDB of the user's own project.
 * @param home the folder of the project
 * @returns what opens a database in memory, with options of its own
 * @throws InputError that says how it is installed
 */
export function loadDuckDb(home: string): (options?: Readonly<Record<string, string>>) => Promise<DuckDb> {
  let duckDb: DuckDbPackage;
  try {
    duckDb = createRequire(join(home, 'package.json'))(packageName) as DuckDbPackage;
  } catch {
    throw new InputError(
      `Parquet is read and written by DuckDB, where you install it: npm install ${packageName}`,
    );
  }
  // It would fetch what it lacks from the network.
  return (options = {}) =>
    duckDb.DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false', ...options });
}

/** The first line of what DuckDB says is wrong. */
export function firstLineOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/** A path as DuckDB reads this file alone: no pattern, and nothing that lies elsewhere. */
export function patternOf(path: string): string {
  return resolve(path).replace(/[[*?]/g, '[$&]');
}

/** What a statement selects, some rows at a time: by column, and then by row. */
export async function* streamColumns(
  connection: DuckDbConnection,
  sql: string,
  values: readonly string[],
): AsyncGenerator<readonly (readonly unknown[])[]> {
  const result = await connection.stream(sql, values);
  for (
    let chunk = await result.fetchChunk();
    chunk !== null && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  )
    yield chunk.getColumns();
}

/** A name in a statement. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text in a statement. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
