import type { Problem } from '../errors.ts';
import type { Spot } from './spot.ts';
import type { Table } from './table/table.ts';

/** A file or stream of somebody else's, opened and not yet understood. */
export interface Artefact {
  /** What it is called in messages; safe to show. */
  readonly file: string;
  /** The path it was named by, to find what lies beside it; undefined of standard input. */
  readonly path: string | undefined;
  readonly text: string;
  /** Whether it is several files that are understood together: what is declared stands in one of them. */
  readonly together?: boolean;
  /** Its tables where it is CSV or a workbook; none where it is neither. */
  readonly tables: readonly Table[];
  /** Its documents where it is JSON or YAML, empty ones and those that could not be read left out; none where it is neither. */
  readonly documents: readonly Spot[];
  /** What could not be read of it; none where all could. */
  readonly problems: readonly Problem[];
  /**
   * Opens a file that it names.
   * @param path relative to the artefact's folder
   * @returns undefined where there is none, or the artefact is a stream
   */
  readonly openBeside: (path: string) => Artefact | undefined;
  /**
   * The names in a folder beside it, in order; none where there is no such folder, or the artefact is a stream.
   * @param folder relative to the artefact's folder
   */
  readonly listBeside: (folder: string) => readonly string[];
}
