import { InputError, isInputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { listYamlFiles } from '../read/list-yaml-files.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import { largestForeign, readText } from '../read/read-text.ts';
import { tidyPath, trimPath } from '../text/path.ts';
import { isWorkloadText } from './is-workload-text.ts';

/** The workload files behind some paths, and what lies in their folders and is none. */
export interface WorkloadPaths {
  readonly files: readonly string[];
  /** Files that are left out, folder by folder. */
  readonly leftOut: readonly { readonly folder: string; readonly files: readonly string[] }[];
}

/**
 * The files behind some paths: of a folder all workload files in it and below, in order. What cannot be read
 * may be one: who reads it says what is wrong.
 * @param paths files and folders; `-` for standard input
 * @param others files that look like workloads and are none, such as the profile of the run
 * @param isForeign whether a file is one of another program that describes workloads, or is read with one that does
 * @throws InputError where a folder holds no workload, or cannot be read
 */
export async function readWorkloadPaths(
  io: Io,
  paths: readonly string[],
  others: readonly string[],
  isForeign: (path: string) => Promise<boolean | 'beside'>,
): Promise<WorkloadPaths> {
  const known = new Set(others.map((path) => io.identify(path)));
  const found: string[] = [];
  const leftOut: { folder: string; files: string[] }[] = [];
  for (const path of paths) {
    if (path === '-' || !io.isFolder(path)) {
      found.push(path);
      continue;
    }
    const folder = trimPath(path);
    const all = listYamlFiles(io, { path: folder, shown: folder }, readable).map((place) =>
      tidyPath(place.path),
    );
    const own: string[] = [];
    const beside: string[] = [];
    for (const file of all) {
      const sort = known.has(io.identify(file)) ? 'none' : readSort(io, file);
      const foreign = sort === 'foreign' && (await isForeign(file));
      if (sort === 'workload' || foreign === true) own.push(file);
      else if (foreign === 'beside') beside.push(file);
    }
    if (own.length === 0) throw new InputError([{ message: noWorkload, at: { file: path } }]);
    found.push(...own);
    const rest = all.filter((file) => !own.includes(file) && !beside.includes(file));
    if (rest.length > 0) leftOut.push({ folder, files: rest });
  }
  return { files: found, leftOut };
}

/** YAML, tables and workloads one a line; other JSON in a folder is seldom meant. */
const readable = /\.(ya?ml|csv|xlsx|zip|ndjson|jsonl)$/i;

const noWorkload = 'this folder holds no workload file; `advise init` writes one';

/** A file with a mistake further down is a workload that cannot be used. */
function readSort(io: Io, path: string): 'workload' | 'none' | 'foreign' {
  if (/\.(csv|xlsx|zip)$/i.test(path)) return 'foreign';
  try {
    const text = readText(io, path, path, largestForeign);
    if (!isWorkloadText(text)) return 'foreign';
    if (/\.(ndjson|jsonl)$/i.test(path)) return 'workload';
    return parseYaml(text, path).some(({ data }) => !isTest(data) && !isProfile(data)) ? 'workload' : 'none';
  } catch (error) {
    if (!isInputError(error)) throw error;
    return 'workload';
  }
}

/** A test of a rulebook is a workload with what has to come out. */
function isTest(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'expected' in data;
}

/** A profile says nothing but what holds at the site. */
function isProfile(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || 'components' in data || !('facts' in data)) return false;
  return typeof data.facts === 'object' && data.facts !== null && Object.keys(data.facts).join() === 'site';
}
