import { dirname } from 'node:path';
import { tidyPath } from '../text/path.ts';
import type { Artefact } from './artefact.ts';
import type { KnownArtefact } from './read-foreign.ts';

/**
 * Of an artefact that is understood together with others of its kind, what tells which: the folder that its
 * file lies in; undefined of one that stands for itself.
 */
export function findTogether({ kind, artefact: { path } }: KnownArtefact): string | undefined {
  return kind.id === 'kubernetes' && path !== undefined ? tidyPath(dirname(path)) : undefined;
}

/**
 * Takes the files of a folder that speak of each other as one artefact: an autoscaler often stands in another
 * file than what it scales.
 * @param folder what they lie in
 * @param artefacts one or more
 */
export function joinArtefacts(
  folder: string,
  [first, ...others]: readonly [Artefact, ...Artefact[]],
): Artefact {
  if (others.length === 0) return first;
  return {
    ...first,
    file: folder === '' ? './' : `${folder}/`,
    path: folder === '' ? '.' : folder,
    text: '',
    together: true,
    tables: [],
    documents: [first, ...others].flatMap(({ documents }) => documents),
    problems: [first, ...others].flatMap(({ problems }) => problems),
  };
}
