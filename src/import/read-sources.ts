import { InputError, isInputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { findText } from '../read/read-text.ts';
import { wordUnknownChoice } from '../text/suggest.ts';
import type { WorkloadNames } from '../workload/parse-workload.ts';
import type { Workload } from '../workload/workload.ts';
import type { ArtefactKind, ImportedArtefact, ReadingOptions } from './importer.ts';
import { headingOfKey } from './join-keys.ts';
import { gatherTogether, type JoinOptions, joinSources } from './join-sources.ts';
import { artefactKinds } from './kinds.ts';
import { openSource } from './open-artefact.ts';
import type { TableReader } from './read-by-map.ts';
import { importKnown, listBroken, recogniseForeign, toReadArtefact } from './read-foreign.ts';
import { findRecords } from './read-records.ts';
import type { ImportedSource, PendingSource, ReadSource, SourceFile, SourceOutcome } from './source.ts';
import { findPlainMap } from './table/plain-map.ts';
import { toMappedWorkloads } from './table/read-mapped.ts';

/** How files are read, beside what they say themselves. */
export interface SourceOptions extends ReadingOptions, JoinOptions {
  /** Whether what can be read of a file counts, though something in it cannot. */
  readonly keepGoing?: boolean | undefined;
  /** Reads tables by a map of somebody's; left out, tables are told by their headings. */
  readonly readTable?: TableReader | undefined;
}

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
  const opened: PendingSource[] = [];
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
  const joined = joinSources(imported, options);
  return joined.map((each): SourceOutcome =>
    'imported' in each ? { files: each.files, result: toReadSource(each, names) } : each,
  );
}

/** What is understood of an artefact, and nothing of what it was read from: that takes most of the room. */
function toReadSource({ files, known, imported }: ImportedSource, names: WorkloadNames): ReadSource {
  const { workloads, clashes } = toReadArtefact(known, imported, names);
  const { unread, remarks, problems, table, judgedOn } = imported;
  return {
    files,
    kind: known.kind,
    artefact: { file: known.artefact.file },
    imported: {
      unread,
      remarks,
      problems,
      ...(table === undefined ? {} : { table }),
      ...(judgedOn === undefined ? {} : { judgedOn }),
    },
    workloads,
    clashes,
  };
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
  { readTable, keepGoing }: SourceOptions,
  names: WorkloadNames,
): Promise<PendingSource> {
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
  // Who wants all or nothing is told of this file; others of its folder are read without it.
  const broken = known === null || keepGoing === true ? [] : listBroken(known);
  if (broken.length > 0) throw new InputError(broken);
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
