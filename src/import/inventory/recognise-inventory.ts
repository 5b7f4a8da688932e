import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';
import type { Table } from '../table/table.ts';
import { type Dialect, dialects } from './dialects.ts';
import { plainHeading } from './plain-heading.ts';

/** Tells an inventory by the headings of one of its tables. */
export function recogniseInventory({ tables }: Artefact): Recognition {
  if (tables.some((table) => findDialect(table) !== undefined)) return { is: 'yes' };
  const [table, second] = tables;
  return table !== undefined && second === undefined && /(^|_)tab(dv|v)[A-Z]\w*$/.test(table.title)
    ? {
        is: 'but',
        hint: 'a tab of an export of RVTools that lists no machines; give tabvInfo, beside which it is read, or the folder, workbook or archive of all tabs',
        holds: 'part',
      }
    : { is: 'no' };
}

/** The program that heads its columns so; undefined where none is known. */
export function findDialect({ headings }: Table): Dialect | undefined {
  const plain = new Set(headings.map(plainHeading));
  const has = (name: string) => plain.has(plainHeading(name));
  return dialects.find(
    ({ knownBy, notBy = [] }) => knownBy.every((names) => names.some(has)) && !notBy.some(has),
  );
}
