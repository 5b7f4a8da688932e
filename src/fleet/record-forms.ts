import { writeCells } from '../text/csv-cells.ts';
import { writeJsonLine } from '../text/json.ts';
import { fleetRecordShape, recordExtras, type FleetRecord, type RecordExtra } from './fleet-record.ts';
import type { RowLabel } from './fleet-row.ts';

/** The formats of records. */
export const recordFormats = ['ndjson', 'csv'] as const;
/** @see recordFormats */
export type RecordFormat = (typeof recordFormats)[number];

/**
 * How lines of records are written: as a format is, or parted: as NDJSON, but for a tab in the place of the comma
 * between what the row says and the record, which other rows may have, too.
 */
export type LineFormat = RecordFormat | 'parted';

/** What files of records can be. */
export type RecordFileFormat = RecordFormat | 'parquet';

/** The formats of files of records, by the endings of their names. */
export const recordEndings: Readonly<Record<string, RecordFileFormat>> = {
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.parquet': 'parquet',
};

/** The lines that a file of records is made of. */
export function linesOf(format: RecordFileFormat): LineFormat {
  return format === 'parquet' ? 'parted' : format;
}

/** How records are written: what is the same of all rows of a vector once, and a line a row. */
export interface RecordForm {
  readonly format: LineFormat;
  /** What stands before the first line. */
  readonly head: string;
  writeRecord(record: FleetRecord): string;
  /** What a line says of its row beside the record: what stands before that. */
  writeLabel(label: RowLabel): string;
  /**
   * @param record what `writeRecord` made of the record
   * @returns the line with its end
   */
  writeLine(label: RowLabel, record: string): string;
}

/**
 * The form of a format.
 * @param carry the columns that rows carry along
 * @param extras what records hold beside what they always hold
 */
export function recordForm(
  format: LineFormat,
  carry: readonly string[],
  extras: ReadonlySet<RecordExtra>,
): RecordForm {
  return format === 'csv' ? csvForm(carry, extras) : jsonForm(format, carry);
}

function jsonForm(format: Exclude<LineFormat, 'csv'>, carry: readonly string[]): RecordForm {
  const keys = carry.map((column) => writeJsonLine(column));
  const between = format === 'parted' ? '\t' : ',';
  const writeLabel = ({ name, carried }: RowLabel): string => {
    let label = `{"name":${writeJsonLine(name)}`;
    for (let index = 0; index < keys.length; index++)
      if (carried[index] !== undefined) label += `,${keys[index] ?? ''}:${writeJsonLine(carried[index])}`;
    return label;
  };
  return {
    format,
    head: '',
    writeRecord: (record) => writeJsonLine(record).slice(1),
    writeLabel,
    writeLine: (label, record) => `${writeLabel(label)}${between}${record}\n`,
  };
}

/** The columns of a record, in their order. */
export function listRecordColumns(extras: ReadonlySet<RecordExtra>): (keyof FleetRecord)[] {
  const left = new Set<string>(recordExtras.filter((extra) => !extras.has(extra)));
  return Object.keys(fleetRecordShape.shape).filter((key) => !left.has(key)) as (keyof FleetRecord)[];
}

function csvForm(carry: readonly string[], extras: ReadonlySet<RecordExtra>): RecordForm {
  const columns = listRecordColumns(extras);
  const writeLabel = ({ name, carried }: RowLabel): string => writeCells([name, ...carried.map(writeCell)]);
  return {
    format: 'csv',
    head: `${writeCells(['name', ...carry, ...columns])}\n`,
    writeRecord: (record) => writeCells(columns.map((column) => writeCell(record[column]))),
    writeLabel,
    writeLine: (label, record) => `${writeLabel(label)},${record}\n`,
  };
}

/** Lists have bars between their items, as they can be read again. */
function writeCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(writeCell).join('|');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
