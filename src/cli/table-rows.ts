import { InputError, type Problem, wordWriteError } from '../errors.ts';
import type { ImportedTable } from '../import/importer.ts';
import type { ReadSource } from '../import/source.ts';
import type { Io } from '../io.ts';
import type { Workload } from '../workload/workload.ts';
import { say } from './say.ts';
import type { CommonOptions, World } from './world.ts';

/** A table that was read: what its rows became. */
export interface TableRows extends ImportedTable {
  readonly file: string;
  /** How many rows became workloads, and of how many sorts these are. */
  readonly workloads: number;
  readonly sorts: number;
}

/** Says what the rows of a table became, and counts them. */
export function countRows(
  world: World,
  options: CommonOptions,
  { artefact: { file } }: Pick<ReadSource, 'artefact'>,
  sorts: readonly Workload[],
  table: ImportedTable,
): TableRows {
  const workloads = sorts.reduce((sum, { alike = [] }) => sum + 1 + alike.length, 0);
  const rows = { ...table, file, workloads, sorts: sorts.length };
  sayRows(world, options, rows);
  return rows;
}

/** How many different reasons are named at most. */
const mostReasons = 5;

/** Says what the rows of a table became: workloads, or nothing for which reason. */
function sayRows(world: World, options: CommonOptions, table: TableRows): void {
  const { file, workloads, sorts, rejected } = table;
  const reasons = new Map<string, number>();
  for (const { reason } of rejected) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const counted = [...reasons].sort(([, a], [, b]) => b - a);
  const more = counted.slice(mostReasons).reduce((sum, [, count]) => sum + count, 0);
  const why = [
    ...counted.slice(0, mostReasons).map(([reason, count]) => `${reason} (${count})`),
    ...(more === 0 ? [] : [`other reasons (${more})`]),
  ].join(', ');
  const rows = `${workloads} ${workloads === 1 ? 'workload' : 'workloads'} of ${sorts} ${sorts === 1 ? 'sort' : 'sorts'}`;
  const none = rejected.length === 0 ? '' : `; ${rejected.length} left out: ${why}`;
  say(world, options, `${file}: ${rows}${none}`);
}

/** The rows that somebody should mend. */
export function listBadRows({ rejected }: ImportedTable): Problem[] {
  return rejected.flatMap(({ at, reason, wrong }) => (wrong ? [{ message: reason, at }] : []));
}

/**
 * Makes sure that rejected rows can be written, before the work is done.
 * @param path the value of --rejects
 * @param inputs the files that the run reads
 * @throws InputError where it cannot be written, or is read by this run
 */
export function refuseRejects(io: Io, path: string, inputs: readonly string[]): void {
  const refused = io.refuseToWrite(path);
  const identity = io.identify(path);
  const lost =
    identity !== undefined && inputs.some((input) => input !== '-' && io.identify(input) === identity);
  if (refused !== undefined) throw new InputError(`--rejects ${path}: ${wordWriteError(refused)}`);
  if (lost) throw new InputError(`--rejects ${path}: it is read by this run, and would be lost`);
}

/**
 * The text of the file of rejected rows.
 * @throws InputError where several tables have some: they have other columns each
 */
export async function makeRejects(tables: readonly TableRows[]): Promise<string> {
  const [table = tables[0], second] = tables.filter(({ rejected }) => rejected.length > 0);
  if (second !== undefined)
    throw new InputError('--rejects takes the rows of one table; give the tables to a run each');
  const { writeRejects } = await import('../import/write-rejects.ts');
  return table === undefined ? '' : writeRejects(table);
}
