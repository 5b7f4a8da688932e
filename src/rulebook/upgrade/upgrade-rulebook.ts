import type { Io } from '../../io.ts';
import { extendRulebook } from '../extend/extend-rulebook.ts';
import { loadRulebook } from '../load/load-rulebook.ts';
import type { Rulebook } from '../rulebook.ts';
import { listChain } from '../rulebook-source.ts';
import { type UpgradedFile, upgradeFile } from './upgrade-file.ts';

/**
 * Writes the files of a rulebook in the form of today; what it extends is read as if it were written so.
 * @param path its file or folder
 * @param comesWith the rulebook that comes with the program
 * @returns its files with their paths, in order; nothing is written to the disk
 * @throws InputError where one cannot be read, or what it extends is wrong
 */
export function upgradeRulebook(
  io: Io,
  path: string,
  comesWith: Rulebook,
): (UpgradedFile & { readonly path: string })[] {
  const chain = listChain(io, path);
  const own = chain.pop();
  const base = chain.reduce<Rulebook | undefined>((below, source) => {
    if (source.files === undefined) return comesWith;
    const files = source.files.map((file) => ({ ...file, text: upgradeFile(file, below).text }));
    return below === undefined ? loadRulebook(files, source.path) : extendRulebook(below, files);
  }, undefined);
  return (own?.files ?? []).map((file) => ({
    ...upgradeFile(file, base),
    path: io.isFolder(path) ? `${own?.path ?? ''}/${file.name}` : path,
  }));
}
