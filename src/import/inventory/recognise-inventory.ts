import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';
import type { Table } from '../table/table.ts';
import { type Dialect, dialects } from './dialects.ts';
import { plainHeading } from './plain-heading.ts';

/** Tells an inventory by the headings of one of its tables. */
export function recogniseInventory({ tables }: Artefact): Recognition {
  return tables.some((table) => findDialect(table) !== undefined) ? { is: 'yes' } : { is: 'no' };
}

/** The program that heads its columns so; undefined where none is known. */
export function findDialect({ headings }: Table): Dialect | undefined {
  const plain = new Set(headings.map(plainHeading));
  const has = (name: string) => plain.has(plainHeading(name));
  return dialects.find(
    ({ knownBy, notBy = [] }) => knownBy.every((names) => names.some(has)) && !notBy.some(has),
  );
}
