import { InputError, isInputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import { readFolderTree } from '../read/read-folder-tree.ts';
import { largestForeign, readText } from '../read/read-text.ts';
import { tidyPath, trimPath } from '../text/path.ts';
import { isWorkloadText } from './is-workload-text.ts';

/** What a file in a folder is. */
export type FolderFile =
  /** It describes workloads, or seems to: who reads it says what is wrong. */
  | { readonly is: 'workload' }
  /** It adds to what other files describe, and stands for itself where there are none: a Dockerfile. */
  | { readonly is: 'addition' }
  /** It is read with another file of the folder. */
  | { readonly is: 'part' }
  /** It is known, and cannot be read as it is; who reads it says so. */
  | { readonly is: 'hint'; readonly hint: string }
  | { readonly is: 'other'; readonly because?: string };

/** What lies in a folder and is not read by itself, each as it is called there. */
export interface FolderRest {
  readonly folder: string;
  /** Of no kind that is known, or not meant; why, of those that look like one. */
  readonly others: readonly { readonly file: string; readonly because?: string | undefined }[];
  /** Additions, where other files describe workloads. */
  readonly additions: readonly string[];
  /** Read with other files, or adding nothing to them. */
  readonly parts: readonly string[];
  /** Of files that are known and not readable, those of which the same has to be said as of the first of them. */
  readonly alike: readonly { readonly file: string; readonly others: readonly string[] }[];
  /** Folders, and links out of the folder, that were not looked into. */
  readonly passedOver: readonly string[];
}

/** The workload files behind some paths, and what lies in their folders beside them. */
export interface WorkloadPaths {
  readonly files: readonly string[];
  readonly rests: readonly FolderRest[];
}

/**
 * The files behind some paths: of a folder everything in it and below that describes workloads, in order. What
 * cannot be read may be one: who reads it says what is wrong.
 * @param paths files and folders; `-` for standard input
 * @param others files that look like workloads and are none, such as the profile of the run
 * @param sortForeign what a file is that is none of ours
 * @throws InputError where a folder holds no workload, or cannot be read
 */
export async function readWorkloadPaths(
  io: Io,
  paths: readonly string[],
  others: readonly string[],
  sortForeign: (path: string) => Promise<FolderFile>,
): Promise<WorkloadPaths> {
  const known = new Set(others.map((path) => io.identify(path)));
  const found: string[] = [];
  const rests: FolderRest[] = [];
  for (const path of paths) {
    if (path === '-' || !io.isFolder(path)) {
      found.push(path);
      continue;
    }
    const folder = trimPath(path);
    const { files, passedOver } = readFolderTree(io, folder);
    const sorted: { file: string; sort: FolderFile }[] = [];
    for (const file of files.map(tidyPath)) {
      const own = known.has(io.identify(file)) ? ({ is: 'other' } as const) : readOwnSort(io, file);
      sorted.push({ file, sort: own ?? (await sortForeign(file)) });
    }
    const listOf = (is: FolderFile['is']) =>
      sorted.flatMap(({ file, sort }) => (sort.is === is ? [file] : []));
    const workloads = listOf('workload');
    const hints = gatherHints(sorted);
    const additions = listOf('addition');
    const own = [...(workloads.length > 0 ? workloads : additions), ...hints.map(({ file }) => file)];
    if (own.length === 0) throw new InputError([{ message: noWorkload, at: { file: path } }]);
    found.push(...sorted.flatMap(({ file }) => (own.includes(file) ? [file] : [])));
    rests.push({
      folder,
      others: sorted.flatMap(({ file, sort }) =>
        sort.is === 'other' ? [{ file, because: sort.because }] : [],
      ),
      additions: workloads.length > 0 ? additions : [],
      parts: listOf('part'),
      alike: hints.filter((each) => each.others.length > 0),
      passedOver: passedOver.map(tidyPath),
    });
  }
  return { files: found, rests };
}

/** Of files that the same has to be said of, the first, and the others. */
function gatherHints(sorted: readonly { readonly file: string; readonly sort: FolderFile }[]) {
  const hints = new Map<string, { file: string; others: string[] }>();
  for (const { file, sort } of sorted) {
    if (sort.is !== 'hint') continue;
    const first = hints.get(sort.hint);
    if (first === undefined) hints.set(sort.hint, { file, others: [] });
    else first.others.push(file);
  }
  return [...hints.values()];
}

const noWorkload = 'this folder holds no workload; `advise init` writes a file of one';

/**
 * What a file is that is called like one of ours: a workload, or what belongs to rulebooks and profiles. A file with
 * a mistake further down is a workload that cannot be used.
 * @returns undefined where it is none of ours
 */
function readOwnSort(io: Io, path: string): FolderFile | undefined {
  if (!/\.(ya?ml|json|ndjson|jsonl)$/i.test(path)) return undefined;
  try {
    const text = readText(io, path, path, largestForeign);
    if (!isWorkloadText(text)) return undefined;
    const isWorkload =
      /\.(ndjson|jsonl)$/i.test(path) ||
      parseYaml(text, path).some(({ data }) => !isTest(data) && !isProfile(data));
    return { is: isWorkload ? 'workload' : 'other' };
  } catch (error) {
    if (!isInputError(error)) throw error;
    return { is: 'workload' };
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
