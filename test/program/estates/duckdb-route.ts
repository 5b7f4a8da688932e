import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Route, SqlTexts } from './route.ts';

/**
 * The folder of a project that has DuckDB. It is no dependency: seventy megabytes, one native library a platform.
 * npm run estate-tools puts it there.
 */
export const duckDbProject = resolve('node_modules/.cache/duckdb');
const modules = join(duckDbProject, 'node_modules');
const home = join(modules, '@duckdb/node-api');

/** As much of the library as is used. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{ run(sql: string): Promise<unknown>; closeSync(): void }>;
      closeSync(): void;
    }>;
  };
}

/** Puts DuckDB where a user would have it who installed it for what lies in a folder. */
export function installDuckDb(folder: string): void {
  const place = join(folder, 'node_modules');
  if (!existsSync(place)) symlinkSync(modules, place);
}

/** A DuckDB that was opened. */
interface OpenDuckDb {
  run(sql: string): Promise<unknown>;
  /** Writes what a query selects to a file, and reads it: CSV with headings. */
  copy(query: string, path: string): Promise<string>;
  close(): void;
}

/** Opens a file, or `:memory:`. */
export async function openDuckDb(file: string): Promise<OpenDuckDb> {
  const { DuckDBInstance } = createRequire(import.meta.url)(home) as DuckDb;
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  return {
    run: (sql) => connection.run(sql),
    copy: async (query, path) => {
      await connection.run(`COPY (${query}) TO '${path}' (FORMAT csv, HEADER)`);
      return readFileSync(path, 'utf8');
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Makes a Parquet file of NDJSON or CSV, with the types that DuckDB takes values for. */
export async function copyToParquet(folder: string, from: string, to: string): Promise<void> {
  const database = await openDuckDb(':memory:');
  try {
    const path = join(folder, from);
    const lines = from.endsWith('.csv')
      ? `read_csv('${path}', header = true, delim = ',', sample_size = -1)`
      : `read_json('${path}', format = 'newline_delimited', map_inference_threshold = -1)`;
    await database.run(`COPY (FROM ${lines}) TO '${join(folder, to)}' (FORMAT parquet)`);
  } finally {
    database.close();
  }
}

/** DuckDB, in a file of its own; leaves its rows as `rows.parquet`, too. */
export const duckdbRoute: Route = {
  name: 'DuckDB',
  missing: existsSync(home) ? undefined : 'DuckDB is missing: npm run estate-tools',
  run: async (folder, { vectors, decisions, join: joined, verdict }: SqlTexts, decide) => {
    const database = await openDuckDb(join(folder, 'estate.duckdb'));
    const copy = (query: string, name: string) => database.copy(query, join(folder, name));
    try {
      const rows = join(folder, 'rows.csv');
      await database.run(`CREATE TABLE workloads AS FROM read_csv('${rows}', all_varchar = true)`);
      await database.run(`COPY workloads TO '${join(folder, 'rows.parquet')}' (FORMAT parquet)`);
      const decided = await decide(await copy(vectors, 'duckdb-vectors.csv'));
      await database.run(decisions);
      await database.run(`COPY advise_decisions FROM '${decided}' (FORMAT csv, HEADER)`);
      return {
        joined: await copy(joined, 'duckdb-records.csv'),
        verdicts: await copy(verdict, 'duckdb-verdicts.csv'),
      };
    } finally {
      database.close();
    }
  },
};
