import { wordFileError, InputError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import { readText } from '../../read/read-text.ts';
import type { RulebookFile } from './shape-file.ts';

/**
 * Reads the YAML files of a folder. Names that begin with _ or . do not count, nor do folders in it.
 * @param folder the folder, without a slash at its end
 * @param called what it is called in messages; its path where left out
 * @throws InputError when it, or a file of it, cannot be read
 */
export function readRulebookFolder(io: Io, folder: string, called: string = folder): RulebookFile[] {
  return listYamlFiles(io, folder).map((name) =>
    readRulebookFile(io, `${folder}/${name}`, `${called}/${name}`),
  );
}

/**
 * Reads one file of a rulebook.
 * @param called what it is called in messages; its path where left out
 * @throws InputError when it cannot be read
 */
export function readRulebookFile(io: Io, path: string, called: string = path): RulebookFile {
  return { path: called, name: path.split('/').pop() ?? '', text: readText(io, path) };
}

function listYamlFiles(io: Io, folder: string): string[] {
  try {
    return io.listFolder(folder).filter((name) => /^[^_.].*\.ya?ml$/.test(name));
  } catch (error) {
    throw new InputError([{ message: wordFileError(error), at: { file: folder } }]);
  }
}
