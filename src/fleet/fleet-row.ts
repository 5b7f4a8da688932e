import type { LeftRows } from '../duckdb/left-rows.ts';
import type { Workload } from '../workload/workload.ts';
import type { Vector } from './code-rows.ts';

/** What a row is called, and what goes along with it. */
export interface RowLabel {
  readonly name: string;
  /** What --carry asks for, in that order, as it stood there; undefined where it did not. */
  readonly carried: readonly unknown[];
  /** What stands in the column of --by; empty where that is not asked for. */
  readonly group: string;
  /** The system that it is a part of; empty for none, and where that is not asked for. */
  readonly system: string;
}

/** A row that was read: known by its vector, as a document that has to be judged by itself, or of no use. */
export type FleetRow =
  | (RowLabel & { readonly is: 'plain'; readonly vector: Vector })
  | (RowLabel & { readonly is: 'document'; readonly workload: Workload; readonly profile: string })
  | {
      readonly is: 'rejected';
      readonly line: number;
      readonly reason: string;
      /** As it stood there. */
      readonly cells: readonly string[];
    };

/** Rows that stand in one file. */
export interface RowSource {
  readonly file: string;
  /** What the columns of the file are called, for rows that are rejected; none where it has no rows. */
  readonly headings: readonly string[];
  /** Some at a time, each once. */
  readonly batches: AsyncIterable<readonly FleetRow[]>;
  /** Instead of those, its bytes in pieces of whole lines; undefined where a row may take several lines. */
  readonly blocks?: AsyncIterable<Buffer> | undefined;
  /** Where what rows are called and carry along stays, and does not come with them: a table takes it from there. */
  readonly left?: LeftRows | undefined;
}

/** What a row is looked at for beside its facts. */
export interface RowWishes {
  readonly carry: readonly string[];
  /** The column that rows are counted by. */
  readonly by: string | undefined;
  /** The columns that tell rows from each other: what stands in them is what a row is called. */
  readonly key?: readonly string[] | undefined;
  /** Whether a column that looks like a fact, and is none, says nothing instead of being wrong. */
  readonly ignoreColumns?: boolean | undefined;
  /** Whether the column `system` says what a row is a part of. */
  readonly systems?: boolean | undefined;
  /** Whether the cells of rows that are rejected are wanted. */
  readonly rejects?: boolean | undefined;
  /** Whether what rows are called and carry along may stay in their file, where a table can take it from there. */
  readonly leaves?: boolean | undefined;
}

/** The column that says which system a row is a part of. */
export const systemColumn = 'system';

/** What a row is called by the cells of its key: empty where one of them is. */
export function joinKey(cells: readonly string[]): string {
  return cells.includes('') ? '' : cells.join('/');
}
