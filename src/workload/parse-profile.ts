import type { YamlDocument } from '../read/parse-yaml.ts';
import { checkVersion, readShape, throwProblems } from './check-shape.ts';
import { parseFacts, type Vocabulary } from './parse-facts.ts';
import type { FactStatement } from './workload.ts';

/** Facts that hold for every workload of a team or site. */
export interface Profile {
  readonly file: string;
  readonly facts: readonly FactStatement[];
}

/**
 * Reads a profile: `advise: 1`, a name, and facts.
 * @param document a parsed document
 * @throws InputError with everything that is wrong
 */
export function parseProfile(document: YamlDocument, vocabulary: Vocabulary): Profile {
  const reader = readShape(document);
  const top = reader.map(document.data, [], ['advise', 'name', 'facts'], 'a profile');
  if (top !== undefined) checkVersion(reader, top.advise);
  if (top?.name !== undefined) reader.text(top.name, ['name'], 'name');
  const facts = parseFacts(reader, top?.facts, ['facts'], vocabulary, 'profile');
  throwProblems(reader);
  return { file: document.file, facts };
}
