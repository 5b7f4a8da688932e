import { sortSystem } from '../knowledge/systems.ts';
import type { Spot } from '../spot.ts';
import { spotOfCell, type TableRow } from '../table/table.ts';
import { type ReleaseView, viewRelease } from '../knowledge/release-rules.ts';
import type { Column, Dialect } from './dialects.ts';
import { plainHeading } from './plain-heading.ts';
import type { MachineMark, MarkedMachines } from './rvtools-tabs.ts';

/** A machine of an inventory, as the rules look at it. */
export interface Machine {
  readonly dialect: Dialect;
  /** What a column says of it; undefined where there is none, or the cell is empty. */
  readonly cell: (column: Column) => Spot | undefined;
  /** What other tabs of the export say of it. */
  readonly marks: ReadonlyMap<MachineMark, Spot>;
  /** Its system with its release, as the rules on releases read it. */
  readonly release: ReleaseView;
  /** The hosts of the export it is in, where that lists them. */
  readonly hosts?: MarkedMachines['hosts'];
}

/** Which column of a table holds what, by position. */
export type ColumnPlaces = Readonly<Partial<Record<Column, readonly number[]>>>;

/** Matches the columns of a dialect with headings, however these are spelt in case and blanks. */
export function matchColumns(dialect: Dialect, headings: readonly string[]): ColumnPlaces {
  const plain = headings.map(plainHeading);
  return Object.fromEntries(
    Object.entries(dialect.columns).map(([column, names]) => [
      column,
      names.map((name) => plain.indexOf(plainHeading(name))).filter((index) => index !== -1),
    ]),
  );
}

/** A row as a machine. */
export function toMachine(
  dialect: Dialect,
  columns: ColumnPlaces,
  row: TableRow,
  { marksOf, hosts }: MarkedMachines,
  day: string,
): Machine {
  const cell = (column: Column): Spot | undefined => {
    for (const index of columns[column] ?? []) {
      const spot = spotOfCell(row, index);
      // A heading may stand in a cell where the writer had nothing to say.
      if (spot !== undefined) return spot;
    }
    return undefined;
  };
  // What it tells itself counts more than what was once chosen for it, which an upgrade leaves behind.
  const release = viewRelease(findSystem(cell), cell('version'), day);
  return { dialect, marks: marksOf(row), hosts, cell, release };
}

/** The system of a machine, unless two columns tell of different families: then neither is believed. */
function findSystem(cell: Machine['cell']): Spot | undefined {
  const [own, chosen] = [cell('system'), cell('configured-system')];
  const families = [own, chosen].flatMap((spot) => sortSystem(spot?.text ?? '')?.family ?? []);
  return new Set(families).size > 1 ? undefined : (own ?? chosen);
}

/** Whether a cell says yes, in any case. */
export function isTrue(spot: Spot | undefined): boolean {
  return /^(true|yes|1|wahr|vrai)$/i.test(spot?.text ?? '');
}

/**
 * A number as spreadsheets of any country write it, blanks and marks between thousands left out; a single
 * mark before three digits is one between thousands.
 * @returns undefined of what is no number
 */
export function parseAmount(text: string): number | undefined {
  const plain = text.replace(/[\s'\u00a0\u202f]/g, '');
  if (/^\d{1,3}([.,]\d{3})+$/.test(plain)) return Number(plain.replace(/[.,]/g, ''));
  return /^\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}
