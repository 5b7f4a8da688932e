import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { readText } from '../read/read-text.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { openSource } from './open-artefact.ts';
import { parseMap } from './table/parse-map.ts';
import { type MappedTable, toMappedWorkloads } from './table/read-mapped.ts';

/**
 * Reads a file as the map says that was read before: of an archive or workbook, the table that is chosen.
 * @param path the file, or `-`
 * @param bytes what it holds
 * @throws InputError where it holds no table, or not the columns that the map names
 */
export type TableReader = (path: string, bytes: Uint8Array) => Promise<MappedTable>;

/**
 * Reads a map, and gives what reads tables by it.
 * @param path the file of the map
 * @throws InputError with everything that is wrong with the map
 */
export function readMap(io: Io, path: string, { facts }: Pick<Rulebook, 'facts'>): TableReader {
  const map = parseMap(readText(io, path), path, facts);
  return async (place, bytes) => {
    const { file, tables } = await openSource(io, place, bytes);
    const [table] = tables;
    if (table === undefined)
      throw new InputError([{ message: '--map is for tables, and this is none', at: { file } }]);
    return toMappedWorkloads(table, map, file);
  };
}
