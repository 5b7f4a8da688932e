import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { explainFileError } from '../explain-file-error.ts';
import { readText } from '../read/read-text.ts';
import { showText } from '../read/show-text.ts';
import { loadRulebook } from './load-rulebook.ts';
import type { RulebookFile } from './read-rulebook-files.ts';
import type { Rulebook } from './rulebook.ts';

/**
 * Reads the rulebook in a folder. Every YAML file of it counts; names that begin with _ or . do not.
 * @param path the folder
 * @throws InputError with everything that is wrong, each with file, line and column
 */
export function readRulebookFolder(io: Io, path: string): Rulebook {
  const folder = trimFolder(path);
  return loadRulebook(readRulebookTexts(io, folder), showText(folder));
}

/**
 * Reads the YAML files of the rulebook in a folder, as text.
 * @param path the folder
 * @param called what the folder is called in messages; its path where left out
 * @throws InputError when it cannot be read
 */
export function readRulebookTexts(io: Io, path: string, called?: string): RulebookFile[] {
  const folder = trimFolder(path);
  return listYamlFiles(io, folder).map((name): RulebookFile => {
    const file = `${folder}/${name}`;
    return { path: showText(`${called ?? folder}/${name}`), name, text: readText(io, file) };
  });
}

function trimFolder(path: string): string {
  if (path === '') throw new InputError('--rules takes a folder, got nothing');
  return path.replace(/(?<=.)\/+$/, '');
}

function listYamlFiles(io: Io, folder: string): string[] {
  try {
    return io.listFolder(folder).filter((name) => /^[^_.].*\.ya?ml$/.test(name));
  } catch (error) {
    const message =
      (error as NodeJS.ErrnoException).code === 'ENOTDIR'
        ? 'a rulebook is a folder, this is a file'
        : explainFileError(error);
    throw new InputError([{ message, at: { file: showText(folder) } }]);
  }
}
