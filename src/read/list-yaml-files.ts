import { wordFileError, InputError } from '../errors.ts';
import type { Io } from '../io.ts';

/** A file or folder: where it is, and what it is called in messages and results. */
export interface Place {
  readonly path: string;
  readonly shown: string;
}

/** What YAML files are called. */
const yamlFiles = /\.ya?ml$/;

/**
 * The YAML files of a folder and of the folders in it, in order; of a file that file, whatever its
 * name. Names that begin with _ or . do not count, and neither
 * does what npm installed.
 * @throws InputError when a folder cannot be read
 */
export function listYamlFiles(io: Io, place: Place): Place[] {
  if (!io.isFolder(place.path)) return [place];
  return listEntries(io, place)
    .filter((name) => /^[^_.]/.test(name) && name !== 'node_modules')
    .map((name) => ({ path: `${place.path}/${name}`, shown: `${place.shown}/${name}` }))
    .flatMap((entry) =>
      io.isFolder(entry.path) || yamlFiles.test(entry.path) ? listYamlFiles(io, entry) : [],
    );
}

function listEntries(io: Io, { path, shown }: Place): string[] {
  try {
    return io.listFolder(path);
  } catch (error) {
    throw new InputError([{ message: wordFileError(error), at: { file: shown } }]);
  }
}
