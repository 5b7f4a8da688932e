import { gatherAlike } from '../advice/gather-alike.ts';
import { InputError, isInputError } from '../errors.ts';
import type { ImportedTable } from '../import/importer.ts';
import type { TableReader } from '../import/read-by-map.ts';
import type { Io } from '../io.ts';
import { decodeText, findText, largestForeign, readWhole, refuseLarge } from '../read/read-text.ts';
import type { ReadyRulebook } from '../rulebook/ready.ts';
import { isWorkloadText } from '../workload/is-workload-text.ts';
import { isDate } from '../workload/parse-date.ts';
import { parseSet } from '../workload/parse-set.ts';
import { parseDocuments } from '../workload/parse-workload.ts';
import { readProfile } from '../workload/read-workloads.ts';
import { type FactStatement, listOldNames, stdinName, type Workload } from '../workload/workload.ts';
import { openFolders } from './open-folders.ts';
import { openRulebook, type RulebookFlags } from './open-rulebook.ts';
import { sayOldNames } from './say.ts';
import { type SettingFlags, type Settings, readSettings } from './settings.ts';
import { listBadRows, sayRows, type TableRows } from './table-rows.ts';
import type { World } from './world.ts';

/** The flags that say what workloads are judged by; a command takes some of them. */
export interface RunFlags extends RulebookFlags, SettingFlags {
  readonly set?: readonly string[] | undefined;
  readonly today?: string | undefined;
  /** Whether only what files of other programs prove counts, and not what they suggest. */
  readonly proven?: boolean | undefined;
  /** The file that says what the columns of tables mean. */
  readonly map?: string | undefined;
}

/** What workloads are judged by, opened the same way for every command. */
export interface Run {
  readonly settings: Settings;
  readonly ready: ReadyRulebook;
  /** Facts that hold for every workload. */
  readonly profile: readonly FactStatement[];
  /** What-ifs. */
  readonly set: readonly FactStatement[];
  /** The day waivers are judged by, YYYY-MM-DD. */
  readonly today: string;
}

/**
 * Opens what workloads are judged by.
 * @param settings what applies, where the command has settled that already
 * @throws InputError with what is wrong with the first of them that has something wrong
 */
export async function openRun(
  world: World,
  flags: RunFlags,
  settings: Settings = readSettings(world.io, flags),
): Promise<Run> {
  const { io } = world;
  const today = settleDay(flags, io);
  const ready = await openRulebook(world, flags, settings);
  const profile =
    settings.profile === undefined ? [] : readProfile(io, settings.profile, ready.rulebook).facts;
  return { settings, ready, profile, set: parseSet(flags.set ?? [], ready.rulebook), today };
}

/**
 * The day waivers are judged by, YYYY-MM-DD: that of --today, or of the clock.
 * @throws InputError when it is no day that exists
 */
export function settleDay({ today }: RunFlags, io: Io): string {
  if (today === undefined) return io.today();
  if (isDate(today)) return today;
  throw new InputError(`--today takes a date such as 2027-06-30, got ${today}`);
}

/**
 * Reads workload files, and files of other programs that describe workloads; says which old names they,
 * and the statements of the run, use.
 * @param paths files, and folders of them; `-` for standard input
 * @param leaveOut takes a file that cannot be used, and what is wrong with it; left out, that is thrown
 * @param takeRows takes what the rows of a table became; left out, rows that somebody should mend are an error
 * @throws InputError with everything that is wrong with a file
 */
export async function openWorkloads(
  world: World,
  flags: RunFlags,
  { settings, ready, profile, set }: Run,
  paths: readonly string[],
  leaveOut?: (path: string, error: InputError) => void,
  takeRows?: (table: TableRows) => void,
): Promise<Workload[]> {
  const readTable =
    flags.map === undefined
      ? undefined
      : (await import('../import/read-by-map.ts')).readMap(world.io, flags.map, ready.rulebook);
  const workloads: Workload[] = [];
  for (const path of await openFolders(world, flags, settings, paths)) {
    try {
      const opened = await openFile(world, flags, path, ready, readTable);
      workloads.push(...opened.workloads);
      if (opened.table === undefined) continue;
      sayRows(world, flags, opened.table);
      takeRows?.(opened.table);
      const bad = takeRows === undefined ? listBadRows(opened.table) : [];
      if (bad.length > 0) throw new InputError(bad);
    } catch (error) {
      if (leaveOut === undefined || !isInputError(error)) throw error;
      leaveOut(path, error);
    }
  }
  sayOldNames(world, flags, listOldNames(workloads, [...profile, ...set]));
  return workloads;
}

/** What a file holds. */
interface OpenedFile {
  readonly workloads: readonly Workload[];
  readonly table?: TableRows;
}

/** Ours are told by a look at the text; whatever else can be read is loaded only for others. */
async function openFile(
  { io }: World,
  flags: RunFlags,
  path: string,
  { rulebook, model }: ReadyRulebook,
  readTable: TableReader | undefined,
): Promise<OpenedFile> {
  const file = path === '-' ? stdinName : path;
  const bytes = readWhole(io, path, file, largestForeign);
  const counted = (all: readonly Workload[]) => (flags.proven === true ? all.map(leaveOutSuggested) : all);
  if (!isWorkloadText(findText(bytes) ?? '')) {
    if (readTable !== undefined) {
      const { workloads, table } = await readTable(path, bytes);
      return openRows(file, counted(workloads), table, model);
    }
    const { readForeign } = await import('../import/read-foreign.ts');
    const read = await readForeign(io, path, bytes, rulebook);
    if (read !== null) {
      const { table } = read.imported;
      const workloads = counted(read.workloads);
      return table === undefined ? { workloads } : openRows(file, workloads, table, model);
    }
  }
  const text = decodeText(bytes, file);
  if (/^\s*[[{]/.test(text)) {
    const { findRecords } = await import('../import/read-records.ts');
    const records = findRecords(text, file, rulebook);
    if (records !== undefined) return openRows(file, records.workloads, records.table, model);
  }
  refuseLarge(text, file);
  return { workloads: parseDocuments(text, file, rulebook) };
}

/** Rows of which no rule can tell one from another are assessed once. */
function openRows(
  file: string,
  workloads: Iterable<Workload>,
  table: ImportedTable,
  model: ReadyRulebook['model'],
): OpenedFile {
  const sorts = gatherAlike(workloads, model);
  const count = sorts.reduce((sum, { alike = [] }) => sum + 1 + alike.length, 0);
  return { workloads: sorts, table: { file, workloads: count, sorts: sorts.length, ...table } };
}

/** What a file only suggests was reviewed by nobody; what stands under `likely` in a file of ours was. */
function leaveOutSuggested(workload: Workload): Workload {
  const certain = (facts: readonly FactStatement[]) => facts.filter(({ origin }) => origin !== 'suggested');
  return {
    ...workload,
    facts: certain(workload.facts),
    components: workload.components.map((part) => ({ ...part, facts: certain(part.facts) })),
  };
}
