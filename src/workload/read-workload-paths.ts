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
  /** YAML files that are left out, folder by folder. */
  readonly leftOut: readonly { readonly folder: string; readonly files: readonly string[] }[];
}

/**
 * The files behind some paths: of a folder all workload files in it and below, in order. What cannot be read
 * may be one: who reads it says what is wrong.
 * @param paths files and folders; `-` for standard input
 * @param others files that look like workloads and are none, such as the profile of the run
 * @param isForeign whether a file is one of another program that describes workloads
 * @throws InputError where a folder holds no workload, or cannot be read
 */
export async function readWorkloadPaths(
  io: Io,
  paths: readonly string[],
  others: readonly string[],
  isForeign: (path: string) => Promise<boolean>,
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
    const all = listYamlFiles(io, { path: folder, shown: folder }).map((place) => tidyPath(place.path));
    const own: string[] = [];
    for (const file of all) {
      const sort = known.has(io.identify(file)) ? 'none' : readSort(io, file);
      if (sort === 'workload' || (sort === 'foreign' && (await isForeign(file)))) own.push(file);
    }
    if (own.length === 0) throw new InputError([{ message: noWorkload, at: { file: path } }]);
    found.push(...own);
    const rest = all.filter((file) => !own.includes(file));
    if (rest.length > 0) leftOut.push({ folder, files: rest });
  }
  return { files: found, leftOut };
}

const noWorkload = 'this folder holds no workload file; `advise init` writes one';

/** A file with a mistake further down is a workload that cannot be used. */
function readSort(io: Io, path: string): 'workload' | 'none' | 'foreign' {
  try {
    const text = readText(io, path, path, largestForeign);
    if (!isWorkloadText(text)) return 'foreign';
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
