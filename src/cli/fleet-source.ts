import { InputError, isInputError, wordFileError } from '../errors.ts';
import type { RowSource, RowWishes } from '../fleet/fleet-row.ts';
import type { ColumnTable } from '../duckdb/parquet-rows.ts';
import { openColumnRows } from '../fleet/column-rows.ts';
import { openRows } from '../fleet/open-rows.ts';
import type { ProfileLayers } from '../fleet/profile-layers.ts';
import { parseMap } from '../import/table/parse-map.ts';
import { readText } from '../read/read-text.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { stdinName } from '../workload/workload.ts';
import type { World } from './world.ts';

/** What the rows of a fleet are read by. */
interface RowReading {
  readonly world: World;
  readonly flags: {
    readonly map?: string | undefined;
    readonly carry?: readonly string[] | undefined;
    readonly by?: string | undefined;
    readonly key?: readonly string[] | undefined;
    readonly ignoreColumns?: boolean | undefined;
    readonly systems?: string | undefined;
    readonly rejects?: string | undefined;
    readonly failFast?: boolean | undefined;
    readonly threads?: number | undefined;
  };
  readonly ready: ReadyRulebook;
  readonly profiles: ProfileLayers;
  /** Whether what rows are called and carry along may stay in their file. */
  readonly leaves: boolean;
}

/**
 * Opens a file of rows.
 * @param pass takes how many bytes were used
 * @throws InputError where it cannot be read, or is no such file
 */
export async function openFleetSource(
  { world, flags, ready, profiles, leaves }: RowReading,
  path: string,
  stop: AbortSignal,
  pass: (bytes: number) => void,
): Promise<RowSource> {
  const { facts } = ready.rulebook;
  const map = flags.map === undefined ? undefined : parseMap(readText(world.io, flags.map), flags.map, facts);
  // Other threads are given lines.
  const table =
    flags.threads === undefined || flags.threads === 1 ? await openTable(world, path, stop) : undefined;
  if (table !== undefined && map !== undefined)
    throw new InputError(
      '--map is for CSV: a view in DuckDB calls the columns of a Parquet file as facts are',
    );
  if (table?.columns.includes('facts') === false)
    return openColumnRows(table, fileNamed(path), facts, profiles, { ...wishesOf(flags), leaves });
  table?.close();
  const chunks = await openFleetChunks(world, path, stop, pass);
  return openRows(chunks, fileNamed(path), ready.rulebook, profiles, wishesOf(flags), map);
}

/** Opens a Parquet file to be read by its columns; its errors are worded. */
async function openTable(world: World, path: string, stop: AbortSignal): Promise<ColumnTable | undefined> {
  const streams = await world.loadStreams();
  try {
    return await streams.openColumns(path, stop);
  } catch (error) {
    if (isInputError(error) || stop.aborted) throw error;
    throw new InputError([{ message: wordFileError(error), at: { file: fileNamed(path) } }]);
  }
}

/** What rows are looked at for beside their facts. */
export function wishesOf({
  carry = [],
  by,
  key = [],
  ignoreColumns,
  systems,
  rejects,
  failFast,
}: RowReading['flags']): RowWishes {
  return {
    carry,
    by,
    key: key.length === 0 ? undefined : key,
    ignoreColumns,
    systems: systems !== undefined,
    rejects: rejects !== undefined && failFast !== true,
  };
}

/** What the file of a fleet is called in messages. */
export function fileNamed(path: string): string {
  return path === '-' ? stdinName : path;
}

/**
 * The bytes of a file, whose errors are worded.
 * @param pass takes how many bytes were used
 */
export async function openFleetChunks(
  world: World,
  path: string,
  stop: AbortSignal,
  pass: (bytes: number) => void,
): Promise<AsyncIterable<Uint8Array>> {
  const streams = await world.loadStreams();
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of streams.openChunks(path, stop)) {
        yield chunk;
        pass(chunk.length);
      }
    } catch (error) {
      if (isInputError(error) || stop.aborted) throw error;
      throw new InputError([{ message: wordFileError(error), at: { file: fileNamed(path) } }]);
    }
  };
  return chunks();
}
