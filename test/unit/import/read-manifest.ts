import type { ReadArtefact } from '../../../src/import/read-foreign.ts';
import { readForeign } from '../../../src/import/read-foreign.ts';
import { writeStatedValue } from '../../../src/rulebook/fact-value.ts';
import type { FactStatement, Workload } from '../../../src/workload/workload.ts';
import { createTestWorld } from '../../support/create-test-world.ts';
import { loadRules } from '../../support/load-rules.ts';

const { rulebook } = loadRules();
const { io } = createTestWorld({ folder: '.' }).world;

/** A text as the program reads it; it has to be of a kind that is known. */
export async function readManifest(text: string, path = 'manifest.yaml'): Promise<ReadArtefact> {
  const read = await readForeign(io, path, new TextEncoder().encode(text), rulebook);
  if (read === null) throw new Error('of no kind that is known');
  return read;
}

/** Everything that was found out, as `fact: value | value`, a suggestion behind a question mark. */
export function listSaid({ facts }: Pick<Workload, 'facts'>): Record<string, string> {
  const said: Record<string, string> = {};
  for (const statement of facts) {
    const before = said[statement.fact];
    said[statement.fact] = (before === undefined ? '' : `${before} `) + wordStatement(statement);
  }
  return said;
}

function wordStatement({ values, origin }: FactStatement): string {
  const text = values === null ? 'unknown' : values.map(writeStatedValue).join(' | ');
  return origin === 'suggested' ? `? ${text}` : text;
}
