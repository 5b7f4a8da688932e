import { InputError, type Problem } from '../errors.ts';
import { lookUp, type Named } from '../rulebook/look-up.ts';
import type { OldName, Rulebook } from '../rulebook/rulebook.ts';
import { sayOldNames } from './say.ts';
import type { CommonOptions, World } from './world.ts';

/**
 * Says that somebody asked for a thing by its old name, if they did.
 * @param name what was typed
 * @returns the thing
 */
export function sayRenamed<T extends Named>(
  world: World,
  options: CommonOptions,
  sort: OldName['sort'],
  entry: T,
  name: string,
): T {
  const part = Object.hasOwn(entry.joined ?? {}, name);
  if (entry.id !== name) sayOldNames(world, options, [{ sort, name, now: entry.id, part }]);
  return entry;
}

/**
 * The rule, or other thing, that somebody asks for by name; an old name works, with a note.
 * @param sort what it may be, such as `rule or placement`; only rules have old names
 * @param list where to look
 * @throws InputError with who disabled it, or the nearest name
 */
export function pickNamed<T extends Named>(
  world: World,
  options: CommonOptions,
  sort: string,
  list: readonly T[],
  name: string,
  { layers }: Rulebook,
): T {
  const found = lookUp(sort, list, name, layers);
  if ('problem' in found) throw new InputError([found.problem]);
  return sayRenamed(world, options, 'rule', found.entry, name);
}

/**
 * Positions of the rules that somebody asks for by name; of all rules where none is named.
 * @throws InputError for every name that no rule has
 */
export function pickRules(
  world: World,
  options: CommonOptions,
  { rules, layers }: Rulebook,
  names: readonly string[],
): number[] {
  if (names.length === 0) return [...rules.keys()];
  const problems: Problem[] = [];
  const picked = names.flatMap((name) => {
    const found = lookUp('rule', rules, name, layers);
    if ('entry' in found) return [sayRenamed(world, options, 'rule', found.entry, name)];
    problems.push(found.problem);
    return [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return rules.flatMap((rule, index) => (picked.includes(rule) ? [index] : []));
}
