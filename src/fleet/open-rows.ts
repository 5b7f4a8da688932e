import { InputError } from '../errors.ts';
import { csvTable, findCsvTable } from '../import/table/csv-table.ts';
import type { TableMap } from '../import/table/parse-map.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { openCsvRows } from './csv-rows.ts';
import type { RowSource, RowWishes } from './fleet-row.ts';
import { openJsonRows } from './json-rows.ts';
import { lookAhead } from './look-ahead.ts';
import type { ProfileLayers } from './profile-layers.ts';
import { streamBlocks } from './stream-lines.ts';

/**
 * Opens a file of rows: NDJSON or CSV, told by how it begins; one with nothing in it has no rows.
 * @param chunks its bytes, UTF-8
 * @param file what it is called
 * @param map what the columns of a table mean
 * @throws InputError where it is neither
 */
export async function openRows(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  rulebook: Rulebook,
  profiles: ProfileLayers,
  wishes: RowWishes,
  map?: TableMap,
): Promise<RowSource> {
  const { text, all } = await lookAhead(chunks);
  const isEmpty = text.trim() === '';
  if (isEmpty || (map === undefined && /^\s*\{/.test(text))) {
    const source = openJsonRows(streamBlocks(all, file), file, rulebook, profiles, wishes);
    return isEmpty ? { ...source, headings: [] } : source;
  }
  const table = findCsvTable(text, file) ?? (map && csvTable(text, file));
  if (table !== undefined) return openCsvRows(all, table, rulebook.facts, profiles, wishes, map);
  const ways = [
    'a fleet is read from NDJSON, an object a line, or from CSV with headings',
    'other files: advise import FILE -o estate.ndjson',
  ];
  throw new InputError([{ message: 'neither NDJSON nor CSV', at: { file }, ways }]);
}
