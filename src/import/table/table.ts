import type { Position } from '../../errors.ts';
import type { Spot } from '../spot.ts';

/** A row of a table, with where each of its cells stands. */
export interface TableRow {
  /** Texts of the cells, trimmed; a row may have fewer of them than there are headings, or more. */
  readonly cells: readonly string[];
  /** Where a cell stands, from 0. */
  readonly positionOf: (column: number) => Position;
}

/** A table of somebody else's: a CSV file, or a sheet of a workbook. */
export interface Table {
  /** What its rows are said to stand in: `estate.csv`, or `estate.xlsx#vInfo`. */
  readonly file: string;
  /** What it is called: the sheet, or the file without folder and ending. */
  readonly title: string;
  /** Its first row that is not empty. */
  readonly headings: readonly string[];
  /** Where a heading stands, from 0. */
  readonly headingAt: (column: number) => Position;
  /**
   * Reads the rows below the headings, one after the other, empty ones left out.
   * @param visit takes a row; what it does not keep is let go
   * @throws InputError where the text cannot be taken apart
   */
  readonly eachRow: (visit: (row: TableRow) => void) => Promise<void>;
}

const noEntries: ReadonlyMap<string, Spot> = new Map();

/** A cell as a spot, for rules of inference; undefined where it is empty. */
export function spotOfCell({ cells, positionOf }: TableRow, column: number): Spot | undefined {
  const text = cells[column];
  if (text === undefined || text === '') return undefined;
  return {
    is: 'text',
    text,
    entries: noEntries,
    items: [],
    get at() {
      return positionOf(column);
    },
    get key() {
      return positionOf(column);
    },
  };
}
