import type { Position } from '../../errors.ts';
import { parseYaml, type YamlDocument } from '../../read/parse-yaml.ts';
import type { RulebookFile } from './shape-file.ts';

/** Where an entry of a rulebook stands, or a key of it, as far down as it is written. */
export type Locate = (sort: EntrySort, id: string, path?: readonly string[]) => Position;

/** The sorts of entries that stand in lists of their own, and the file that each is usually in. */
const listOf = {
  rule: { key: 'rules', file: '' },
  fact: { key: 'facts', file: 'facts.yaml' },
  placement: { key: 'placements', file: 'placements.yaml' },
  outside: { key: 'outside', file: 'placements.yaml' },
  observation: { key: 'observations', file: 'actions.yaml' },
  action: { key: 'actions', file: 'actions.yaml' },
  source: { key: 'sources', file: 'sources.yaml' },
  condition: { key: 'conditions', file: 'rulebook.yaml' },
  param: { key: 'params', file: 'rulebook.yaml' },
} as const;

/** What can be located: an entry by its id, or the rulebook by its name. */
export type EntrySort = keyof typeof listOf | 'rulebook';

/**
 * Finds the way back from the ids of a rulebook to its lines. Whatever file an entry stands in, it is
 * found by its sort and id; the file where it usually is comes first, and none is parsed in vain.
 * @param files files of a rulebook that is known to be valid
 */
export function locateEntries(files: readonly RulebookFile[]): Locate {
  const parsed = new Map<RulebookFile, YamlDocument | undefined>();
  const parse = (file: RulebookFile): YamlDocument | undefined => {
    if (!parsed.has(file)) parsed.set(file, parseYaml(file.text, file.path)[0]);
    return parsed.get(file);
  };
  return (sort, id, path = []) => {
    const { key, file } = sort === 'rulebook' ? { key: 'rulebook', file: '' } : listOf[sort];
    for (const each of [...files].sort((a, b) => Number(b.name === file) - Number(a.name === file))) {
      const document = parse(each);
      if (document === undefined) continue;
      const list = readKey(document.data, key);
      if (sort === 'rulebook' && list !== undefined) return document.locate(['name'], 'key');
      const index = Array.isArray(list)
        ? list.findIndex((entry: unknown) => readKey(entry, 'id') === id)
        : -1;
      if (index === -1) continue;
      if (path.length === 0) return document.locate([key, index, 'id']);
      return document.locate([key, index, ...path], 'key');
    }
    return { file: files[0]?.path ?? '', line: 1, column: 1 };
  };
}

function readKey(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
}
