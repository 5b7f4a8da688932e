import { stringify } from 'csv-stringify/sync';
import { escapeText } from './safe.ts';

/** Most cells are so: they need no quotes, and no spreadsheet takes them for a formula. */
const plain = /^[\w.][\w .:/|#-]*$/;

/**
 * Writes cells as a part of a record of CSV, safe to print and to open in a spreadsheet.
 * @returns their text, without a line end
 */
export function writeCells(cells: readonly string[]): string {
  if (cells.every((cell) => cell === '' || plain.test(cell))) return cells.join(',');
  return stringify([cells], {
    cast: { string: escapeText },
    escape_formulas: true,
    // Where a reader splits at these instead of commas, quotes keep the cell together.
    quoted_match: /[;\t]/,
    eof: false,
  });
}
