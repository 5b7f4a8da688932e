import { InputError } from '../errors.ts';
import { findCsvTable } from '../import/table/csv-table.ts';
import { streamRecords } from '../import/table/stream-csv.ts';
import { suggestName } from '../text/suggest.ts';
import { keyedColumns, type KeyedVector } from './keyed-form.ts';
import { lookAhead } from './look-ahead.ts';
import { streamLines } from './stream-lines.ts';

/** A line of a table of vectors, or of decisions about them. */
export interface KeyedRow extends KeyedVector {
  readonly line: number;
  /** What stands in a column, a list with bars between its items; empty where nothing does. */
  readonly cellOf: (column: string) => string;
}

/**
 * The lines of a table with a line a vector: NDJSON or CSV, told by how it begins, whoever wrote it.
 * @param chunks its bytes, UTF-8
 * @param file what it is called
 * @param columns what it must have beside the key
 * @throws InputError where it is no such table, at the line that is wrong
 */
export async function* streamKeyedRows(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  columns: readonly string[],
): AsyncGenerator<readonly KeyedRow[]> {
  const { text, all } = await lookAhead(chunks);
  if (text.trim() === '') return;
  const needs = [keyedColumns.key, ...columns];
  if (text.startsWith('{')) {
    let line = 0;
    for await (const lines of streamLines(all, file))
      yield lines.flatMap((each) => {
        line++;
        return each.trim() === '' ? [] : [parseLine(each, file, line, needs)];
      });
    return;
  }
  const table = findCsvTable(text, file);
  if (table === undefined)
    throw new InputError([{ message: 'neither NDJSON nor CSV with the keys of vectors', at: { file } }]);
  const { headings } = table;
  for (const need of needs)
    if (!headings.includes(need)) refuse(`no column ${need}${suggestName(need, headings)}`, file, 1);
  const places = new Map(headings.map((heading, index) => [heading, index]));
  for await (const rows of streamRecords(all, file, table.separator))
    yield rows.map(({ cells, positionOf }) =>
      keyedRow((column) => cells[places.get(column) ?? -1] ?? '', file, positionOf(0).line),
    );
}

function parseLine(text: string, file: string, line: number, needs: readonly string[]): KeyedRow {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return refuse('not valid JSON', file, line);
  }
  if (typeof record !== 'object' || record === null) return refuse('not a JSON object', file, line);
  const cells = new Map<string, unknown>(Object.entries(record));
  for (const need of needs)
    if (!cells.has(need)) refuse(`no key ${need}${suggestName(need, [...cells.keys()])}`, file, line);
  return keyedRow((column) => writeCell(cells.get(column)), file, line);
}

/** Lists as they stand in CSV. */
function writeCell(value: unknown): string {
  if (Array.isArray(value)) return value.map(writeCell).join('|');
  return typeof value === 'string'
    ? value
    : value === null || value === undefined
      ? ''
      : JSON.stringify(value);
}

function keyedRow(cellOf: KeyedRow['cellOf'], file: string, line: number): KeyedRow {
  const count = cellOf(keyedColumns.n);
  const n = count === '' ? 1 : Number(count);
  if (!Number.isSafeInteger(n) || n < 0) refuse(`${keyedColumns.n} is no number of rows`, file, line);
  return { key: cellOf(keyedColumns.key), n, line, cellOf };
}

function refuse(message: string, file: string, line: number): never {
  throw new InputError([{ message, at: { file, line, column: 1 } }]);
}
