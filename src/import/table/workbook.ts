import type { CellValue } from 'hucre/xlsx';
import { HucreError } from 'hucre';
import { streamXlsxRows } from 'hucre/xlsx';
import { InputError } from '../../errors.ts';
import type { Table, TableRow } from './table.ts';

/**
 * Opens a sheet of a workbook. What reads workbooks stands behind this file alone: the library that does
 * it is young, and everything else knows tables.
 * @param file what the workbook is called
 * @param sheet its name
 * @throws InputError where the workbook is damaged
 */
export async function openSheet(bytes: Uint8Array, file: string, sheet: string): Promise<Table> {
  const place = `${file}#${sheet}`;
  const first = await findFirstRow(bytes, sheet, place);
  return {
    file: place,
    title: sheet,
    headings: first?.cells ?? [],
    headingAt: (column) => first?.positionOf(column) ?? { file: place, line: 1, column: column + 1 },
    eachRow: async (visit) => {
      let below = false;
      for await (const row of streamRows(bytes, sheet, place)) {
        if (below) visit(row);
        below = true;
      }
    },
  };
}

async function findFirstRow(bytes: Uint8Array, sheet: string, place: string): Promise<TableRow | undefined> {
  for await (const row of streamRows(bytes, sheet, place)) return row;
  return undefined;
}

/** The rows that are not empty: below the data of a workbook there may be thousands of others. */
async function* streamRows(bytes: Uint8Array, sheet: string, place: string): AsyncGenerator<TableRow> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      const cells = values.map(wordCell);
      if (cells.some((cell) => cell !== ''))
        yield { cells, positionOf: (column) => ({ file: place, line: index + 1, column: column + 1 }) };
    }
  } catch (error) {
    if (!(error instanceof HucreError)) throw error;
    throw new InputError([{ message: 'this workbook is damaged', at: { file: place } }]);
  }
}

function wordCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString() : String(value).trim();
}
