import type { z } from 'zod';
import { fleetRecordShape, type RecordExtra } from './fleet-record.ts';
import { keyedColumns } from './keyed-form.ts';
import { listRecordColumns } from './record-forms.ts';

/** A column of a table, with its type as DuckDB calls it. */
export type TypedColumn = readonly [name: string, type: string];

/**
 * The columns of a table with a record a row, whose lines are parted.
 * @param carry the columns that rows carry along: texts, whatever they were
 */
export function typeRecords(
  carry: readonly string[],
  extras: ReadonlySet<RecordExtra>,
): { readonly columns: TypedColumn[]; readonly shared: TypedColumn[] } {
  return { columns: ['name', ...carry].map((column) => [column, 'VARCHAR']), shared: typeJudged(extras) };
}

/**
 * The columns of a table with a line a vector.
 * @param made those that say what made it
 * @param extras what its records hold beside the verdict; left out where it has none
 */
export function typeVectors(made: readonly string[], extras?: ReadonlySet<RecordExtra>): TypedColumn[] {
  const { key, n } = keyedColumns;
  return [
    [key, 'VARCHAR'],
    [n, 'BIGINT'],
    ...made.map((column): TypedColumn => [column, 'VARCHAR']),
    ...(extras === undefined ? [] : typeJudged(extras)),
  ];
}

function typeJudged(extras: ReadonlySet<RecordExtra>): TypedColumn[] {
  return listRecordColumns(extras).map((column) => [column, typeOf(fleetRecordShape.shape[column])]);
}

/** The type of what a shape holds: whatever is no flag, number or made of parts is a text. */
function typeOf(shape: z.core.$ZodType): string {
  const { def } = shape._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'nullable':
    case 'optional':
      return typeOf(def.innerType);
    case 'boolean':
      return 'BOOLEAN';
    case 'number':
      return 'BIGINT';
    case 'array':
      return `${typeOf(def.element)}[]`;
    case 'record':
      return `MAP(VARCHAR, ${typeOf(def.valueType)})`;
    case 'object':
      return `STRUCT(${Object.entries(def.shape)
        .map(([key, inner]) => `"${key}" ${typeOf(inner)}`)
        .join(', ')})`;
    default:
      return 'VARCHAR';
  }
}
