import { readFileSync } from 'node:fs';
import { connectProcess } from '../../../src/io.ts';
import { type ReadArtefact, readForeign } from '../../../src/import/read-foreign.ts';
import { loadRules } from '../../support/load-rules.ts';

/**
 * Reads an artefact of test/unit/import/artefacts/ with the default rulebook.
 * @param name its path in that folder
 */
export function readFixture(name: string): Promise<ReadArtefact> {
  return readAt(`test/unit/import/artefacts/${name}`);
}

/**
 * Reads an artefact with the default rulebook.
 * @param path from the top of the repository
 */
export async function readAt(path: string): Promise<ReadArtefact> {
  const read = await readForeign(connectProcess(), path, readFileSync(path), loadRules().rulebook);
  if (read === null) throw new Error(`${path} is of no kind`);
  return read;
}
