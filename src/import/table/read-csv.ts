import { type Options, parse } from 'csv-parse/sync';
import { InputError, type Position } from '../../errors.ts';
import { splitRecord } from './split-record.ts';
import type { TableRow } from './table.ts';

/** What the library hands over of a record. */
interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
  /** `lines`: of the text, up to the end of the record. */
  readonly info: { readonly lines: number };
}

/**
 * Reads the records of a CSV text below its first one that is not empty.
 * @param file what the text is called
 * @param visit takes a record
 * @throws InputError where a quote is never closed, with the line where it opens
 */
export function visitRecords(
  text: string,
  file: string,
  separator: string,
  visit: (row: TableRow) => void,
): void {
  const takes = takeRecords(file, separator, visit);
  try {
    parse(text, takes.options);
  } catch (error) {
    throw takes.mend(error);
  }
}

/** How the library reads records, whether it is given the text at once or piece by piece. */
export interface RecordTaking {
  readonly options: Options;
  /** What to throw for what it threw. */
  readonly mend: (error: unknown) => unknown;
}

/**
 * Tells the library how to read the records below the first one that is not empty, and hand them on.
 * @param file what the text is called
 * @param visit takes a record
 */
export function takeRecords(file: string, separator: string, visit: (row: TableRow) => void): RecordTaking {
  let line = 1;
  let below = false;
  const take = ({ record, raw, info }: Parsed): null => {
    const start = line;
    line = info.lines + 1;
    const cells = record.map((cell) => cell.trim());
    if (cells.every((cell) => cell === '') || (start === 1 && /^sep=.$/i.test(raw.trimEnd()))) return null;
    if (below) visit({ cells, positionOf: (column) => positionIn(raw, column, separator, file, start) });
    below = true;
    return null;
  };
  return {
    options: {
      delimiter: separator,
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      on_record: (each: unknown) => take(each as Parsed),
    },
    mend: (error) =>
      error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
        ? new InputError([{ message: wordCsvError(String(error.code)), at: { file, line, column: 1 } }])
        : error,
  };
}

function wordCsvError(code: string): string {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quote opens in this row and is never closed'
    : `this row cannot be taken apart (${code})`;
}

/** Where a cell stands; one that a row does not have, at the end of the row. */
function positionIn(raw: string, column: number, separator: string, file: string, line: number): Position {
  const offset = splitRecord(raw, separator)[column]?.offset ?? raw.trimEnd().length;
  const before = raw.slice(0, offset).split('\n');
  return {
    file,
    line: line + before.length - 1,
    column: (before[before.length - 1] ?? '').length + 1,
  };
}
