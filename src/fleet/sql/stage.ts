import type { SqlDialect } from './sql-dialects.ts';
import { writeRemark } from './sql-text.ts';

/** A column that a stage makes. */
export interface StageColumn {
  readonly name: string;
  /** What it is made of. */
  readonly text: string;
  /** The entry of the rulebook that it is about, for messages. */
  readonly of?: string;
  /** What is said before it to whoever reads the statement. */
  readonly remark?: string;
}

/** A step of a statement, which the next one selects from. */
export interface Stage {
  readonly name: string;
  readonly about: string;
  /** What it selects from, and the columns that it takes from there as they are. */
  readonly from: string;
  readonly takes: readonly string[];
  readonly columns: readonly StageColumn[];
}

/** Steps that follow each other, a line a column; what is selected in the end follows them. */
export function writeStages(stages: readonly Stage[], { stage }: SqlDialect): string {
  return `WITH ${stages
    .map(
      ({ name, about, from, takes, columns }) =>
        `${name} ${stage} ( ${writeRemark(about)}\n${writeSelect(from, [...takes, ...columns], '  ')}\n)`,
    )
    .join(',\n')}`;
}

/**
 * A selection, a line a column.
 * @param entries columns that are made, and names of those that are taken as they are
 */
export function writeSelect(
  from: string,
  entries: readonly (StageColumn | string)[],
  indent: string,
): string {
  const lines = entries.map((entry) => {
    if (typeof entry === 'string') return entry;
    const before = entry.remark === undefined ? '' : `${writeRemark(entry.remark)}\n${indent}  `;
    return `${before}${entry.text} AS ${entry.name}`;
  });
  return `${indent}SELECT\n${indent}  ${lines.join(`,\n${indent}  `)}\n${indent}FROM ${from}`;
}
