import { basename } from 'node:path';
import { InputError } from '../errors.ts';
import { identifyVersion } from '../write-whole.ts';

/**
 * Rows whose columns stay in the Parquet file that they are read from, and go from there to the one that is written:
 * what is known of them here is their order.
 */
export interface LeftRows {
  readonly path: string;
  /** The column of the file by that of the table; a column that the file does not have is empty. */
  readonly columns: ReadonlyMap<string, string>;
  /** What the file was when it was opened. */
  readonly version: string;
}

/**
 * Columns with what tells a file from what stands in its place later.
 * @throws the file system's own error
 */
export function leaveRows(path: string, columns: LeftRows['columns']): LeftRows {
  return { path, columns, version: identifyVersion(path) };
}

/** @throws InputError where the file is not the one that it was */
export function refuseChanged({ path, version }: LeftRows): void {
  if (identifyVersion(path) !== version)
    throw new InputError(`${basename(path)} was changed while it was read`);
}
