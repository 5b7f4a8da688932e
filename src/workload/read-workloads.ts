import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { parseYaml, type YamlDocument } from '../read/parse-yaml.ts';
import { readText } from '../read/read-text.ts';
import { parseProfile, type Profile } from './parse-profile.ts';
import { parseDocuments, type WorkloadNames } from './parse-workload.ts';
import { stdinName, type Workload } from './workload.ts';

/**
 * Reads the workloads of a file: one a document.
 * @param path the file, or `-` for standard input
 * @throws InputError with everything that is wrong with the file
 */
export function readWorkloads(io: Io, path: string, names: WorkloadNames): Workload[] {
  const file = path === '-' ? stdinName : path;
  return parseDocuments(readText(io, path, file), file, names);
}

/**
 * Reads a profile.
 * @throws InputError with everything that is wrong with the file
 */
export function readProfile(io: Io, path: string, names: WorkloadNames): Profile {
  return parseProfile(openProfile(io, path), names);
}

/**
 * Opens a profile without looking at what it says.
 * @throws InputError where the file is no single YAML document
 */
export function openProfile(io: Io, path: string): YamlDocument {
  const file = path;
  const [document, second] = parseYaml(readText(io, path, file), file);
  if (document === undefined) throw new InputError([{ message: 'the profile is empty', at: { file } }]);
  if (second !== undefined)
    throw new InputError([{ message: 'a profile holds one document', at: second.locate([]) }]);
  return document;
}
