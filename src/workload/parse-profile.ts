import type { YamlDocument } from '../read/parse-yaml.ts';
import { checkVersion, parseShape, throwProblems } from '../read/shape-reader.ts';
import type { GivenAnswer } from './clarify.ts';
import { parseClarify } from './parse-clarify.ts';
import { parseStatements, type Vocabulary } from './parse-facts.ts';
import type { FactStatement } from './workload.ts';

/** Facts that hold for every workload of a team or site. */
export interface Profile {
  readonly file: string;
  readonly facts: readonly FactStatement[];
  /** Answers to questions, for whatever raises them. */
  readonly given: readonly GivenAnswer[];
}

/**
 * Reads a profile: `advise: 1`, a name, facts, and answers to clarifications.
 * @param document a parsed document
 * @throws InputError with everything that is wrong
 */
export function parseProfile(document: YamlDocument, vocabulary: Vocabulary): Profile {
  const reader = parseShape(document);
  const top = reader.map(document.data, [], ['advise', 'name', 'facts', 'likely', 'clarify'], 'a profile');
  if (top !== undefined) checkVersion(reader, top.advise);
  if (top?.name !== undefined) reader.text(top.name, ['name'], 'name');
  const facts = parseStatements(reader, top, [], vocabulary, 'profile');
  const { given } = parseClarify(reader, top?.clarify, ['clarify'], 'profile');
  throwProblems(reader);
  return { file: document.file, facts, given };
}
