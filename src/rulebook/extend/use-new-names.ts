import type { Problem } from '../../errors.ts';
import type { Path } from '../../read/parse-yaml.ts';
import { findNamed } from '../look-up.ts';
import type { ExtensionFile } from './read-extension-files.ts';
import type { Fact, OldName } from '../rulebook.ts';

/** The keys below which facts are named. */
const conditionKeys = ['when', 'needs', 'asked-if', 'contradicted-by', 'fires', 'quiet'];

/**
 * Puts the names of today for old names of facts in the conditions and examples of a file.
 * @param facts the facts of the rulebook that is extended
 * @param oldNames takes the old names that were found
 * @param problems takes conditions that name one fact by both names
 */
export function useNewNames(
  file: ExtensionFile,
  facts: readonly Fact[],
  oldNames: OldName[],
  problems: Problem[],
): ExtensionFile {
  if (facts.every((fact) => fact.was === undefined)) return file;

  const rename = (key: string, siblings: object, path: Path): string => {
    const now = findNamed(facts, key)?.id ?? key;
    if (now === key) return key;
    const at = file.source.locate(path, 'key');
    oldNames.push({ sort: 'fact', name: key, now, at });
    if (now in siblings)
      problems.push({ message: `${key} is the old name of ${now}, which stands here too`, at });
    return now;
  };
  const visit = (raw: unknown, path: Path, inCondition: boolean): unknown => {
    if (typeof raw !== 'object' || raw === null) return raw;
    if (Array.isArray(raw)) return raw.map((each, index) => visit(each, [...path, index], inCondition));
    const entries = Object.entries(raw).map(([key, value]): [string, unknown] => {
      const here = [...path, key];
      const isFact = inCondition && !['all', 'any', 'not'].includes(key);
      if (isFact) return [rename(key, raw, here), value];
      return [key, visit(value, here, inCondition || conditionKeys.includes(key))];
    });
    return Object.fromEntries(entries);
  };
  return { ...file, content: visit(file.content, [], false) as ExtensionFile['content'] };
}
