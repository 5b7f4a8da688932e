import { InputError, isInputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { findText } from '../read/read-text.ts';
import { wordUnknownChoice, wordUnknownName } from '../text/suggest.ts';
import type { WorkloadNames } from '../workload/parse-workload.ts';
import type { Workload } from '../workload/workload.ts';
import type { Artefact } from './artefact.ts';
import type { Clash } from './combine-inferences.ts';
import type { ArtefactKind, ImportedArtefact, ReadingOptions } from './importer.ts';
import { plainHeading } from './inventory/plain-heading.ts';
import { findTogether, joinArtefacts } from './join-artefacts.ts';
import { headingOfKey, type JoinKey } from './join-keys.ts';
import { joinSubjects } from './join-subjects.ts';
import { artefactKinds } from './kinds.ts';
import { openSource } from './open-artefact.ts';
import type { TableReader } from './read-by-map.ts';
import { importKnown, type KnownArtefact, recogniseForeign, toReadArtefact } from './read-foreign.ts';
import { findRecords } from './read-records.ts';
import { findPlainMap } from './table/plain-map.ts';
import { toMappedWorkloads } from './table/read-mapped.ts';

/** A file that is no plain workload file, before it is understood. */
export interface SourceFile {
  /** As it was named; `-` for standard input. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The kind that somebody says it is. */
  readonly as?: string | undefined;
  /** Whether it holds workloads of ours, one a line or in a list. */
  readonly own: boolean;
}

/** What was understood of a file, or of several that belong together. */
export interface ReadSource {
  /** None where it is ours. */
  readonly files: readonly SourceFile[];
  readonly kind: Pick<ArtefactKind, 'id' | 'title'>;
  readonly artefact: Pick<Artefact, 'file'>;
  readonly imported: Pick<ImportedArtefact, 'unread' | 'remarks' | 'table' | 'judgedOn'> &
    Partial<Pick<ImportedArtefact, 'problems'>>;
  /** Of a long table read once, one after the other. */
  readonly workloads: Iterable<Workload>;
  readonly clashes: readonly Clash[];
}

/** What became of a file, or of several that were understood together. */
export interface SourceOutcome {
  readonly files: readonly SourceFile[];
  /** Null where it is of no kind that is known; why, where it is known and cannot be used. */
  readonly result: ReadSource | InputError | null;
}

/** How files are read, beside what they say themselves. */
export interface SourceOptions extends ReadingOptions {
  /** Whether what can be read of a file counts, though something in it cannot. */
  readonly keepGoing?: boolean | undefined;
  /** Reads tables by a map of somebody's; left out, tables are told by their headings. */
  readonly readTable?: TableReader | undefined;
  /** What tells that several artefacts speak of the same machine; left out, nobody asks. */
  readonly join?: JoinKey | undefined;
  /** Takes what joining came to. */
  readonly noteJoined?: ((moved: number, alone: readonly string[]) => void) | undefined;
}

/** A file on its way: an artefact that is known and waits for others, or what became of it. */
type Opened = { readonly files: readonly SourceFile[] } & (
  { readonly known: KnownArtefact } | { readonly result: SourceOutcome['result'] }
);

/**
 * Reads files of other programs, tables, and workloads one a line. Those that speak of each other are understood
 * together; what is wrong with one is no matter to the others.
 * @returns what became of each, in their order
 */
export async function readSources(
  io: Io,
  files: readonly SourceFile[],
  options: SourceOptions,
  names: WorkloadNames,
): Promise<SourceOutcome[]> {
  const opened: Opened[] = [];
  for (const file of files) opened.push(await attempt([file], () => openOne(io, file, options, names)));
  const together = gatherTogether(opened);
  const imported: (SourceOutcome | ImportedSource)[] = [];
  for (const each of together) {
    if (!('known' in each)) imported.push(each);
    else
      imported.push(
        await attempt(each.files, async () => ({
          ...each,
          imported: await importKnown(each.known, { ...options, joinColumn: headingOfKey(options.join) }),
        })),
      );
  }
  const joined = joinAll(imported, options);
  return joined.map((each): SourceOutcome =>
    'imported' in each
      ? {
          files: each.files,
          result: { ...toReadArtefact(each.known, each.imported, names), files: each.files },
        }
      : each,
  );
}

/** An artefact with what its importer made of it. */
interface ImportedSource {
  readonly files: readonly SourceFile[];
  readonly known: KnownArtefact;
  readonly imported: ImportedArtefact;
}

async function attempt<T>(
  files: readonly SourceFile[],
  read: () => Promise<T>,
): Promise<T | { readonly files: readonly SourceFile[]; readonly result: InputError }> {
  try {
    return await read();
  } catch (error) {
    if (!isInputError(error)) throw error;
    return { files, result: error };
  }
}

async function openOne(
  io: Io,
  file: SourceFile,
  { readTable }: SourceOptions,
  names: WorkloadNames,
): Promise<Opened> {
  const { path, bytes, own } = file;
  const files = [file];
  const name = path === '-' ? '(stdin)' : path;
  if (own) return { files, result: findRecordSource(bytes, name, names) };
  if (readTable !== undefined) {
    const { workloads, table } = await readTable(path, bytes);
    return { files, result: { ...tableSource(name, workloads, table), files } };
  }
  const known = await recogniseForeign(
    io,
    path,
    bytes,
    file.as === undefined ? undefined : findKindCalled(file.as),
  );
  if (known !== null) return { files, known };
  const [table] = (await openSource(io, path, bytes)).tables;
  const map = table && findPlainMap(table, names.facts);
  if (table !== undefined && map === undefined && /\.[ct]sv$/i.test(path))
    throw new InputError([{ message: unknownTable, at: { file: name } }]);
  if (table === undefined || map === undefined)
    return { files, result: findRecordSource(bytes, name, names) };
  const mapped = await toMappedWorkloads(table, map, name);
  return { files, result: { ...tableSource(name, mapped.workloads, mapped.table), files } };
}

const unknownTable =
  'a table of which no column is known; say what they mean in a map: --map MAP, or head them with name and facts';

/**
 * The kind that somebody named.
 * @throws InputError with those that there are
 */
function findKindCalled(id: string): ArtefactKind {
  const kind = artefactKinds.find((each) => each.id === id);
  if (kind !== undefined) return kind;
  throw new InputError(
    `--as: ${wordUnknownChoice(
      'kind of file',
      id,
      artefactKinds.map((each) => each.id),
    )}`,
  );
}

function findRecordSource(bytes: Uint8Array, file: string, names: WorkloadNames): ReadSource | null {
  const records = findRecords(findText(bytes) ?? '', file, names);
  return records === undefined
    ? null
    : {
        ...tableSource(file, records.workloads, records.table),
        kind: { id: 'workload', title: 'workloads' },
      };
}

function tableSource(
  file: string,
  workloads: Iterable<Workload>,
  table: ImportedArtefact['table'],
): ReadSource {
  return {
    files: [],
    kind: { id: 'table', title: 'a table of workloads' },
    artefact: { file },
    imported: { unread: [], remarks: [], ...(table && { table }) },
    workloads,
    clashes: [],
  };
}

/** Artefacts that are understood together stand where the first of them stood. */
function gatherTogether(opened: readonly Opened[]): readonly Opened[] {
  const folders = new Map<string, { known: KnownArtefact; files: readonly SourceFile[] }[]>();
  const order: (Opened | string)[] = [];
  for (const each of opened) {
    const folder = 'known' in each ? findTogether(each.known) : undefined;
    if (folder === undefined || !('known' in each)) {
      order.push(each);
      continue;
    }
    const others = folders.get(folder);
    if (others === undefined) {
      folders.set(folder, [each]);
      order.push(folder);
    } else others.push(each);
  }
  return order.map((each): Opened => {
    if (typeof each !== 'string') return each;
    const [first, ...others] = folders.get(each) ?? [];
    if (first === undefined) throw new Error('a folder is gathered with its first file');
    const artefacts = [first.known.artefact, ...others.map(({ known }) => known.artefact)] as const;
    return {
      files: [first, ...others].flatMap(({ files }) => files),
      known: { kind: first.known.kind, artefact: joinArtefacts(each, artefacts) },
    };
  });
}

/**
 * Makes sure that some table has the column that machines are joined by.
 * @throws InputError with the nearest heading there is
 */
function refuseColumn(sources: readonly ImportedSource[], column: string | undefined): void {
  if (column === undefined) return;
  const headings = sources.flatMap(({ imported }) => imported.table?.headings ?? []);
  if (headings.some((heading) => plainHeading(heading) === plainHeading(column))) return;
  throw new InputError(
    `--join: ${wordUnknownName('column', column.toLowerCase(), headings.map(plainHeading))}`,
  );
}

function joinAll(
  sources: readonly (SourceOutcome | ImportedSource)[],
  { join, noteJoined }: SourceOptions,
): readonly (SourceOutcome | ImportedSource)[] {
  if (join === undefined) return sources;
  const own = sources.filter((each) => 'imported' in each);
  refuseColumn(own, headingOfKey(join));
  const { artefacts, moved, alone } = joinSubjects(
    own.map(({ imported }) => imported),
    join,
  );
  noteJoined?.(moved, alone);
  const laid = new Map(own.map((each, index) => [each, artefacts[index]]));
  return sources.map((each) => {
    const imported = 'imported' in each ? laid.get(each) : undefined;
    return imported === undefined ? each : { ...each, imported };
  });
}
