import type { Problem } from '../errors.ts';
import { wordUnknownName } from '../text/suggest.ts';
import type { DisabledRule, RulebookLayer } from './rulebook.ts';

/** Something that may have had other names before. */
export interface Named {
  readonly id: string;
  readonly was?: readonly string[] | undefined;
  /** Of a rule: others that it took in, each with what it did. */
  readonly joined?: Readonly<Record<string, string | readonly string[]>> | undefined;
}

/** What a look-up by name came to: the entry, or what to say of a name that nothing has. */
export type LookUp<T> = { readonly entry: T } | { readonly problem: Problem };

/**
 * The entry that is called so, or was, or took in what was.
 * @param list entries of one sort; their names and old names are all different
 * @param name a name, or one that an entry had before
 */
export function findNamed<T extends Named>(list: readonly T[], name: string): T | undefined {
  return list.find(({ id }) => id === name) ?? list.find((entry) => listOldNamesOf(entry).includes(name));
}

/** The names that lead to an entry beside its own. */
export function listOldNamesOf({ was = [], joined = {} }: Named): string[] {
  return [...was, ...Object.keys(joined)];
}

/**
 * What to say of a rule that is part of another one, which does more; undefined for one that has a name of its own.
 * @param todo what to write instead, given the rule and the keys that the name stood for
 */
export function findJoined(
  rules: readonly Named[],
  name: string,
  todo: (rule: string, keys: string) => string,
): string | undefined {
  const rule = rules.find(({ joined = {} }) => Object.hasOwn(joined, name));
  if (rule === undefined) return undefined;
  const keys = [rule.joined?.[name] ?? []].flat().join(', ');
  return `${name} is part of ${rule.id} now, as its ${keys}; ${todo(rule.id, keys)}`;
}

/**
 * Looks an entry up by its name or an old one. Of a rule that was disabled the problem says by whom
 * and why, of another name the nearest that there is.
 * @param sort what is looked for, such as `rule`
 * @param list where to look
 * @param layers the rulebooks that may have disabled it; none for what cannot be disabled
 */
export function lookUp<T extends Named>(
  sort: string,
  list: readonly T[],
  name: string,
  layers: readonly RulebookLayer[] = [],
): LookUp<T> {
  const entry = findNamed(list, name);
  if (entry !== undefined) return { entry };
  const disabled = findDisabled(layers, name);
  if (disabled !== undefined) {
    const { layer, because, at } = disabled;
    return { problem: { message: `${name} is disabled by ${layer}: ${because}`, at } };
  }
  const known = list.map(({ id }) => id);
  return { problem: { message: wordUnknownName(sort, name, known) } };
}

/** Where a rule was disabled, and by which rulebook; undefined where it was not. */
export function findDisabled(
  layers: readonly RulebookLayer[],
  name: string,
): (DisabledRule & { readonly layer: string }) | undefined {
  return layers
    .flatMap((layer) => (layer.differs?.disables ?? []).map((entry) => ({ ...entry, layer: layer.name })))
    .find(({ rule, was }) => rule === name || was?.includes(name) === true);
}
