import type { Position } from '../errors.ts';
import { parseYaml, type YamlDocument } from '../read/parse-yaml.ts';
import type { RulebookFile } from './read-rulebook-files.ts';

/** Where an entry of a rulebook stands, or a key of it, as far down as it is written. */
export type Locate = (sort: EntrySort, id: string, path?: readonly string[]) => Position;

/** The sorts of entries that stand in lists of their own. */
const listOf = {
  rule: 'rules',
  fact: 'facts',
  placement: 'placements',
  action: 'actions',
  source: 'sources',
  param: 'params',
} as const;

/** What can be located: an entry by its id, or the rulebook by its name. */
export type EntrySort = keyof typeof listOf | 'rulebook';

/**
 * Finds the way back from the ids of a rulebook to its lines. Whatever file an entry stands in, it is
 * found by its sort and id.
 * @param files files of a rulebook that is known to be valid
 */
export function locateEntries(files: readonly RulebookFile[]): Locate {
  const documents = files.flatMap(({ text, path }) => parseYaml(text, path));
  const places = new Map<
    string,
    { readonly document: YamlDocument; readonly path: readonly (string | number)[] }
  >();
  for (const document of documents)
    for (const [sort, key] of Object.entries(listOf))
      listIds(document.data, key).forEach((id, index) => {
        if (id !== undefined) places.set(`${sort} ${id}`, { document, path: [key, index] });
      });
  const head = documents.find(({ data }) => readKey(data, 'rulebook') !== undefined) ?? documents[0];
  return (sort, id, path = []) => {
    const place = places.get(`${sort} ${id}`);
    if (place === undefined)
      return head?.locate(['name'], 'key') ?? { file: files[0]?.path ?? '', line: 1, column: 1 };
    if (path.length === 0) return place.document.locate([...place.path, 'id']);
    return place.document.locate([...place.path, ...path], 'key');
  };
}

function listIds(data: unknown, key: string): (string | undefined)[] {
  const list = readKey(data, key);
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown) => {
    const id = readKey(entry, 'id');
    return typeof id === 'string' ? id : undefined;
  });
}

function readKey(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
}
