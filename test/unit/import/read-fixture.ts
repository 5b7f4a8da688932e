import { readFileSync } from 'node:fs';
import { connectProcess } from '../../../src/io.ts';
import { type ReadArtefact, readForeign } from '../../../src/import/read-foreign.ts';
import { loadRules } from '../../support/load-rules.ts';

/**
 * Reads an artefact of test/unit/import/artefacts/ with the default rulebook.
 * @param name its path in that folder
 */
export async function readFixture(name: string): Promise<ReadArtefact> {
  const path = `test/unit/import/artefacts/${name}`;
  const read = await readForeign(connectProcess(), path, readFileSync(path), loadRules().rulebook);
  if (read === null) throw new Error(`${name} is of no kind`);
  return read;
}
