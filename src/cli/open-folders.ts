import { type FolderRest, readWorkloadPaths } from '../workload/read-workload-paths.ts';
import { say, sayMore } from './say.ts';
import type { Settings } from './settings.ts';
import type { CommonOptions, World } from './world.ts';

/** How many files that are left out are named without being asked for. */
const mostNamed = 5;

/**
 * The workload files behind some paths; says what in their folders is left out.
 * @param paths files, and folders of them; `-` for standard input
 * @throws InputError where a folder holds no workload, or cannot be read
 */
export async function openFolders(
  world: World,
  options: CommonOptions & { readonly map?: string | undefined },
  { profile, rules = [] }: Pick<Settings, 'profile' | 'rules'>,
  paths: readonly string[],
): Promise<readonly string[]> {
  const { map } = options;
  const others = [profile, map, ...rules].filter((path) => path !== undefined);
  const { files, rests } = await readWorkloadPaths(world.io, paths, others, async (path) => {
    const { readFolderFile } = await import('../import/sort-folder-file.ts');
    return readFolderFile(world.io, path, map !== undefined);
  });
  for (const rest of rests) sayRest(world, options, rest);
  return files;
}

function sayRest(world: World, options: CommonOptions, rest: FolderRest): void {
  const { folder, others, additions, parts, alike, passedOver } = rest;
  const sayOf = (text: string) => {
    say(world, options, `${folder}: ${text}`);
  };
  if (passedOver.length > 0) sayOf(`not looked into: ${nameFirst(passedOver, options)}`);
  const plain = others.flatMap(({ file, because }) => (because === undefined ? [file] : []));
  const [count, are] =
    plain.length === 1
      ? ['one file is no workload', 'is']
      : [`${plain.length} files are no workloads`, 'are'];
  if (plain.length > 0) sayOf(`${count} and ${are} left out: ${nameFirst(plain, options)}`);
  for (const { file, because } of others)
    if (because !== undefined) sayMore(world, options, `${file}: left out: ${because}`);
  if (additions.length > 0)
    sayOf(
      `Dockerfiles are read where a Compose file builds them, and else left out: ${nameFirst(additions, options)}`,
    );
  for (const { file, others: more } of alike)
    sayOf(`of the sort of ${file}, too: ${nameFirst(more, options)}`);
  if (parts.length > 0)
    sayMore(world, options, `${folder}: read with others, or adding nothing: ${parts.join(', ')}`);
}

/** The first of some names, or all where somebody wants to know more. */
function nameFirst(names: readonly string[], { verbose }: CommonOptions): string {
  const shown = verbose === true ? names : names.slice(0, mostNamed);
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
