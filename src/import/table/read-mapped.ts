import { InputError, type Position, type Problem } from '../../errors.ts';
import { listValues } from '../../rulebook/fact-value.ts';
import { isUnit } from '../../rulebook/units.ts';
import { suggestName } from '../../text/suggest.ts';
import { parseValues } from '../../workload/parse-facts.ts';
import type { FactStatement, Workload } from '../../workload/workload.ts';
import type { ImportedTable, RejectedRow } from '../importer.ts';
import type { CellTexts, MappedColumn, MappedFact, TableMap } from './parse-map.ts';
import type { Table, TableRow } from './table.ts';

/** A table that was read by a map. */
export interface MappedTable {
  readonly workloads: readonly Workload[];
  readonly table: ImportedTable;
}

/**
 * Makes the rows of any table workloads, as a map says what its columns mean.
 * @param file what the table's file is called
 * @throws InputError where the map names a column that the table does not have, at its place in the map
 */
export async function toMappedWorkloads(table: Table, map: TableMap, file: string): Promise<MappedTable> {
  const places = placeColumns(table.headings, map);
  const workloads: Workload[] = [];
  const rejected: RejectedRow[] = [];
  await table.eachRow((row) => {
    const said = map.facts.map((fact) => toStatement(fact, row, places.get(fact.column) ?? -1));
    const name = row.cells[places.get(map.name) ?? -1] ?? '';
    const at = row.positionOf(places.get(map.name) ?? 0);
    const problems = said.flatMap((each) => ('message' in each ? [each] : []));
    if (name === '') problems.unshift({ message: `${map.name.heading} is empty: a row without a name`, at });
    const [first] = problems;
    if (first !== undefined)
      rejected.push({
        cells: row.cells,
        at: first.at,
        reason: problems.map(({ message }) => message).join('; '),
        wrong: true,
      });
    else
      workloads.push({
        name,
        file,
        at,
        facts: said.flatMap((each) => ('statement' in each ? [each.statement] : [])),
        waivers: [],
        components: [],
      });
  });
  return { workloads, table: { headings: table.headings, rejected } };
}

/**
 * Where the columns of a map are in a table; headings are told apart by no more than their letters.
 * @throws InputError where the table does not have one, at its place in the map
 */
export function placeColumns(headings: readonly string[], map: TableMap): ReadonlyMap<MappedColumn, number> {
  const plain = headings.map(plainText);
  const columns = [map.name, ...map.facts.map(({ column }) => column)];
  const problems = columns.flatMap(({ heading, at }): Problem[] =>
    plain.includes(plainText(heading))
      ? []
      : [{ message: `the table has no column ${heading}${suggestName(heading, headings)}`, at }],
  );
  if (problems.length > 0) throw new InputError(problems);
  return new Map(columns.map((column) => [column, plain.indexOf(plainText(column.heading))]));
}

function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** A cell that says nothing that is known. */
interface BadCell {
  readonly message: string;
  readonly at: Position;
}

/** What a cell says of a fact: nothing where it is empty and the map gives that no meaning. */
function toStatement(
  mapped: MappedFact,
  row: TableRow,
  index: number,
): { readonly statement: FactStatement } | BadCell | Record<string, never> {
  const cell = parseCell(mapped, row.cells[index] ?? '');
  if (cell === undefined) return {};
  const at = row.positionOf(index);
  return 'problem' in cell
    ? { message: cell.problem, at }
    : { statement: { fact: mapped.fact.id, values: cell.values, origin: mapped.origin, at } };
}

/**
 * What the text of a cell says of the fact that its column is mapped to.
 * @returns undefined where it is empty and the map gives that no meaning
 */
export function parseCell(
  { fact, column, unit, when }: MappedFact,
  text: string,
): Pick<FactStatement, 'values'> | { readonly problem: string } | undefined {
  const known = when && findMeaning(when, text.toLowerCase());
  if (known !== undefined) return { values: known };
  if (text === '') return undefined;
  // What a cell holds may be anybody's secret: only what the map names is told.
  const refuse = (what: string, names: readonly string[]) => ({
    problem: `${column.heading}: ${what}${suggestName(text, names)}`,
  });
  if (when !== undefined) return refuse('a text that the map does not name', [...when.whole.keys()]);
  const texts = text.split('|').map((part) => part.trim());
  // Taken for the unit of the fact, megabytes would pass for gigabytes without a word.
  if (unit === undefined && isUnit(fact.unit ?? '') && texts.some((each) => bareNumber.test(each)))
    return {
      problem: `${column.heading}: a number without a unit; write the unit into the map, such as ${fact.id}: { column: ${column.heading}, unit: MiB }`,
    };
  const parts = texts.map((each) => toRaw(each, unit));
  const values = parseValues(fact, parts.length === 1 ? parts[0] : parts, () => undefined);
  return values === undefined ? refuse(`no value of ${fact.id}`, listValues(fact)) : { values };
}

/** What a text means: as a whole, else by the longest of what it begins with; undefined where nobody said. */
function findMeaning({ whole, beginnings }: CellTexts, text: string): FactStatement['values'] | undefined {
  return whole.get(text) ?? beginnings.find(([beginning]) => text.startsWith(beginning))?.[1];
}

const bareNumber = /^\d+([.,]\d+)?$/;

function toRaw(text: string, unit: string | undefined): string | number {
  const number = bareNumber.test(text) ? text.replace(',', '.') : undefined;
  if (number === undefined) return text;
  return unit === undefined ? Number(number) : `${number} ${unit}`;
}
