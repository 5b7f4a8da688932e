import type { Problem } from '../../errors.ts';
import type { YamlDocument } from '../../read/parse-yaml.ts';
import type { Named } from '../look-up.ts';

/** Entries of one sort that stand in one list of a file. */
export interface IdList {
  /** What an entry is: rule, fact, ... */
  readonly sort: string;
  readonly source: YamlDocument;
  /** The key that the list stands under. */
  readonly key: string;
  readonly list: readonly Named[];
}

/** A name that is taken already. */
export interface TakenName {
  /** Where, in words. */
  readonly where: string;
  /** What to do instead of taking it again, in words; empty for nothing. */
  readonly instead: string;
}

/**
 * Every id is used once in its sort, and an old name (`was`, `joined`) is nobody's name and nobody else's old
 * name.
 * @param lists all lists of a rulebook
 * @param taken what is taken already, as `sort id`
 */
export function checkIds(lists: readonly IdList[], taken: ReadonlyMap<string, TakenName>): Problem[] {
  const problems: Problem[] = [];
  const first = new Map(taken);
  const take = (list: IdList, name: string, path: readonly (string | number)[], old: boolean): void => {
    const at = list.source.locate([list.key, ...path]);
    const key = `${list.sort} ${name}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, { where: `at ${at.file}:${at.line}`, instead: '' });
    else if (old)
      problems.push({
        message: `${name} is the name of another ${list.sort}; that one is ${before.where}`,
        at,
      });
    else
      problems.push({
        message: `a second ${list.sort} is called ${name}; the first is ${before.where}${before.instead}`,
        at,
      });
  };
  for (const list of lists) list.list.forEach(({ id }, index) => take(list, id, [index, 'id'], false));
  for (const list of lists)
    list.list.forEach(({ was }, index) =>
      was?.forEach((name, place) => take(list, name, [index, 'was', place], true)),
    );
  for (const list of lists)
    list.list.forEach(({ joined = {} }, index) =>
      Object.keys(joined).forEach((name) => take(list, name, [index, 'joined', name], true)),
    );
  return problems;
}
