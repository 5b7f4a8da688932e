import { InputError } from '../errors.ts';
import type { CsvTable } from '../import/table/csv-table.ts';
import type { TableMap } from '../import/table/parse-map.ts';
import { findPlainMap } from '../import/table/plain-map.ts';
import { placeColumns } from '../import/table/read-mapped.ts';
import { streamRecords } from '../import/table/stream-csv.ts';
import type { TableRow } from '../import/table/table.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import { suggestName } from '../text/suggest.ts';
import { type FleetRow, joinKey, type RowSource, type RowWishes, systemColumn } from './fleet-row.ts';
import type { ProfileLayers } from './profile-layers.ts';
import { mappedColumn } from './said-column.ts';

/**
 * The rows of a CSV file.
 * @param chunks its bytes
 * @param table its headings
 * @param map what its columns mean; left out, they are called as facts are
 * @throws InputError where a column that is asked for is not there, or none says anything of a fact
 */
export function openCsvRows(
  chunks: AsyncIterable<Uint8Array>,
  table: CsvTable,
  facts: readonly Fact[],
  profiles: ProfileLayers,
  { carry, by, key, ignoreColumns, systems }: RowWishes,
  map: TableMap | undefined = findPlainMap(table, facts, { name: key?.[0], ignores: ignoreColumns }),
): RowSource {
  const { file, headings, separator } = table;
  if (map === undefined)
    throw new InputError([
      {
        message:
          'no column is called name, or none as a fact (os_family, os.family); --map says what columns mean',
        at: { file },
      },
    ]);
  const places = placeColumns(headings, map);
  // One column of the table may say something of several facts.
  const columns = map.facts.map((mapped, id) => mappedColumn(mapped, id, facts));
  const saidAt = map.facts.map(({ column }) => places.get(column) ?? -1);
  const indexOf = (heading: string): number => {
    const index = headings.indexOf(heading);
    if (index >= 0) return index;
    const message = `the table has no column ${heading}${suggestName(heading, headings)}`;
    throw new InputError([{ message, at: { file } }]);
  };
  const named = key ?? [map.name.heading];
  const namedAt = key === undefined ? [places.get(map.name) ?? 0] : key.map(indexOf);
  const carriedAt = carry.map(indexOf);
  const systemAt = systems === true ? indexOf(systemColumn) : -1;
  const groupAt = by === undefined ? -1 : indexOf(by);
  const profileAt = profiles.hasNames ? indexOf('profile') : -1;

  const coderOf = profiles.layCoders();

  const parseRow = ({ cells, positionOf }: TableRow): FleetRow => {
    const problems: string[] = [];
    const coder = coderOf(cells[profileAt] ?? '');
    if ('problem' in coder) problems.push(`profile: ${coder.problem}`);
    const names = namedAt.map((index) => cells[index] ?? '');
    for (const [index, cell] of names.entries())
      if (cell === '') problems.push(`${named[index] ?? ''} is empty: a row without a name`);
    const vector =
      'problem' in coder
        ? ''
        : coder.codeCells(
            columns,
            saidAt.map((index) => cells[index]),
            problems,
          );
    if (problems.length > 0)
      return { is: 'rejected', line: positionOf(0).line, reason: problems.join('; '), cells };
    const carried = carriedAt.map((index) => cells[index]);
    const name = joinKey(names);
    return { is: 'plain', vector, name, carried, group: cells[groupAt] ?? '', system: cells[systemAt] ?? '' };
  };
  const batches = async function* (): AsyncGenerator<readonly FleetRow[]> {
    for await (const rows of streamRecords(chunks, file, separator)) yield rows.map(parseRow);
  };
  return { file, headings, batches: batches() };
}
