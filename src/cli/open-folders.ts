import { isInputError } from '../errors.ts';
import { isExportTab } from '../import/table/export-tabs.ts';
import type { Io } from '../io.ts';
import { largestForeign, readWhole } from '../read/read-text.ts';
import { readWorkloadPaths } from '../workload/read-workload-paths.ts';
import { say } from './say.ts';
import type { Settings } from './settings.ts';
import type { CommonOptions, World } from './world.ts';

/** How many files that are left out are named. */
const mostNamed = 5;

/**
 * The workload files behind some paths; says what in their folders is left out.
 * @param paths files, and folders of them; `-` for standard input
 * @throws InputError where a folder holds no workload, or cannot be read
 */
export async function openFolders(
  world: World,
  options: CommonOptions,
  { profile, rules = [] }: Pick<Settings, 'profile' | 'rules'>,
  paths: readonly string[],
): Promise<readonly string[]> {
  const others = [...(profile === undefined ? [] : [profile]), ...rules];
  const { files, leftOut } = await readWorkloadPaths(world.io, paths, others, (path) =>
    isForeign(world.io, path),
  );
  for (const { folder, files: none } of leftOut) {
    const named = none.slice(0, mostNamed).join(', ');
    const more = none.length > mostNamed ? ` and ${none.length - mostNamed} more` : '';
    const count =
      none.length === 1 ? 'one file is no workload and is' : `${none.length} files are no workloads and are`;
    say(world, options, `${folder}: ${count} left out: ${named}${more}`);
  }
  return files;
}

/**
 * Whether it is a file of another program that can be read, or one that is read with another; what looks like one and
 * cannot be read is named later.
 */
async function isForeign(io: Io, path: string): Promise<boolean | 'beside'> {
  const { openSource } = await import('../import/open-artefact.ts');
  const { findKind } = await import('../import/read-foreign.ts');
  try {
    if (isExportTab(path) && io.exists(path.replace(/v[a-z]+(?=\.csv$)/i, 'vInfo'))) return 'beside';
    const bytes = readWhole(io, path, path, largestForeign);
    return findKind(await openSource(io, path, bytes)) !== null;
  } catch (error) {
    if (!isInputError(error)) throw error;
    return true;
  }
}
