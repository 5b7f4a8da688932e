import { InputError, type Problem } from '../../errors.ts';
import type { Rulebook } from '../rulebook.ts';
import { writeContent } from '../write-entry.ts';
import { digestOf } from './digest.ts';
import { parseContent } from './parse-content.ts';
import { parseRulebookFiles } from './parse-rulebook-files.ts';
import type { RulebookFile } from './shape-file.ts';

/**
 * Makes a rulebook of the files of a folder.
 * @param files its YAML files
 * @param folder the name of the folder in messages
 * @throws InputError with everything that is wrong, each with file, line and column
 */
export function loadRulebook(files: readonly RulebookFile[], folder: string): Rulebook {
  const problems: Problem[] = [];
  const content = parseContent(parseRulebookFiles(files, folder), problems);
  if (problems.length > 0) throw new InputError(problems);
  const digest = digestOf(writeContent(content));
  const { name, version } = content;
  return { ...content, digest, layers: [{ name, version, digest }] };
}
