import { writeCells } from '../text/csv-cells.ts';
import { writeJsonLine } from '../text/json.ts';
import type { RecordFormat } from './record-forms.ts';

/** A vector by its key, and how many rows have it. */
export interface KeyedVector {
  readonly key: string;
  readonly n: number;
}

/** How a table with a line a vector is written: a table of vectors, or of decisions about them. */
export interface KeyedForm {
  /** What stands before the first line. */
  readonly head: string;
  /**
   * @param record what the form of records of that format made of the decision; left out where there is none
   * @returns the line with its end
   */
  writeLine(vector: KeyedVector, record?: string): string;
}

/** What every line says of its vector, and with the same words what made it. */
export const keyedColumns = {
  key: 'facts_key',
  n: 'n',
  vocabulary: 'vocabulary',
  rulebook: 'rulebook',
} as const;

/**
 * The form of a table with a line a vector.
 * @param made what is the same in every line, by column
 * @param columns those of records; none where there are no records
 */
export function keyedForm(
  format: RecordFormat,
  made: Readonly<Partial<Record<keyof typeof keyedColumns, string>>>,
  columns: readonly string[],
): KeyedForm {
  const { key: keyColumn, n: nColumn } = keyedColumns;
  const [names, values] = [Object.keys(made), Object.values(made)];
  if (format === 'csv')
    return {
      head: `${writeCells([keyColumn, nColumn, ...names, ...columns])}\n`,
      writeLine: ({ key, n }, record) =>
        `${writeCells([key, String(n), ...values])}${record === undefined ? '' : `,${record}`}\n`,
    };
  const same = writeJsonLine(made).slice(1, -1);
  return {
    head: '',
    writeLine: ({ key, n }, record) =>
      `{"${keyColumn}":${writeJsonLine(key)},"${nColumn}":${n},${same}${record === undefined ? '}' : `,${record}`}\n`,
  };
}
