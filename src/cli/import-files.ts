import { dirname, relative, resolve } from 'node:path';
import { InputError } from '../errors.ts';
import { hashBytes } from '../import/hash-bytes.ts';
import { gatherSite, isAboutSite } from '../import/import-report.ts';
import type { JoinKey } from '../import/join-keys.ts';
import type { ReadSource } from '../import/source.ts';
import type { Io } from '../io.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { trimPath } from '../text/path.ts';
import type { FactStatement, Workload, WorkloadOrigin } from '../workload/workload.ts';
import { writeProfile, writeWorkload, writeWorkloadLine } from '../workload/write-workload.ts';

/** A file to write. */
interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

/** Workloads that were read, and from what. */
interface Imported {
  readonly source: Pick<ReadSource, 'files' | 'kind'>;
  readonly workloads: readonly Workload[];
}

/** Where things go, and how what was read was joined. */
interface WrittenPlaces {
  readonly output?: string;
  readonly site?: string;
  readonly join?: JoinKey | undefined;
}

/** As many documents as a workload file may hold. */
const mostDocuments = 1_000;

/**
 * What --output and --site ask for. What is said of the site stands in one of them.
 * @throws InputError where a file would hold more workloads than can be read again, or none
 */
export function listImportFiles(
  io: Io,
  read: readonly Imported[],
  rulebook: Pick<Rulebook, 'facts'>,
  { output, site, join }: WrittenPlaces,
): WrittenFile[] {
  const own = (facts: readonly FactStatement[]) =>
    site === undefined ? facts : facts.filter(({ fact }) => !isAboutSite(fact));
  const all = read.flatMap(({ workloads }) => workloads);
  const statements = gatherSite(all.flatMap(({ facts }) => facts));
  const sites = site === undefined ? [] : [{ path: site, text: writeProfile(rulebook, 'site', statements) }];
  if (output === undefined) return sites;
  if (all.length === 0) throw new InputError(`--output ${output}: nothing was read that could be placed`);
  const folder = output.endsWith('/') || io.isFolder(output) ? trimPath(output) : undefined;
  const joined = new Map(
    join === undefined
      ? []
      : read.flatMap(({ source }) => source.files.map(({ path }) => [path, source] as const)),
  );
  const workloads = read.flatMap((each) =>
    each.workloads.map((workload): Workload => {
      const sources = [each.source, ...listFiles(workload).flatMap((file) => joined.get(file) ?? [])];
      const origins = [...new Set(sources)].flatMap((source) =>
        listOrigins(source, folder ?? dirname(output)),
      );
      return {
        ...workload,
        facts: own(workload.facts),
        ...(origins.length === 0 ? {} : { imported: origins }),
      };
    }),
  );
  if (folder !== undefined) {
    io.makeFolder(folder);
    return [...listInFolder(workloads, folder, rulebook), ...sites];
  }
  return [{ path: output, text: writeTogether(workloads, output, rulebook) }, ...sites];
}

/** The files that something said of a workload stands in; of a table in a workbook, the workbook. */
function listFiles({ facts, observed = [] }: Workload): string[] {
  return [...facts, ...observed].flatMap(({ at }) => (at === undefined ? [] : at.file.replace(/#.*$/, '')));
}

function listOrigins({ files, kind }: Pick<ReadSource, 'files' | 'kind'>, folder: string): WorkloadOrigin[] {
  return files.flatMap(({ path, bytes }) =>
    path === '-'
      ? []
      : [{ from: relative(resolve(folder), resolve(path)), sha256: hashBytes(bytes), kind: kind.id }],
  );
}

function writeTogether(
  workloads: readonly Workload[],
  path: string,
  rulebook: Pick<Rulebook, 'facts'>,
): string {
  if (/\.(ndjson|jsonl)$/i.test(path))
    return workloads.map((each) => writeWorkloadLine(rulebook, each)).join('');
  if (workloads.length > mostDocuments)
    throw new InputError(
      `--output ${path}: ${workloads.length} workloads are too many for one file; name one that ends in .ndjson, or a folder`,
    );
  return workloads.map((each) => writeWorkload(rulebook, each)).join('---\n');
}

/** A file a workload, called like it; two that would be called alike are numbered. */
function listInFolder(
  workloads: readonly Workload[],
  folder: string,
  rulebook: Pick<Rulebook, 'facts'>,
): WrittenFile[] {
  const taken = new Map<string, number>();
  return workloads.map((workload) => {
    const name = toFileName(workload.name);
    const number = (taken.get(name.toLowerCase()) ?? 0) + 1;
    taken.set(name.toLowerCase(), number);
    const path = `${folder}/${name}${number === 1 ? '' : `-${number}`}.yaml`;
    return { path, text: writeWorkload(rulebook, workload) };
  });
}

/** Names are anybody's text: what could lead elsewhere, or be hidden, becomes a dash. */
function toFileName(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[._-]+/, '')
      .slice(0, 100) || 'workload'
  );
}
