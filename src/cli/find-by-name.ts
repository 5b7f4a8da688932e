import { InputError } from '../errors.ts';
import { showText } from '../text/safe.ts';
import { suggestName } from '../text/suggest.ts';
import { findNamed, type Named } from '../rulebook/old-names.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { type CommonOptions, reportOldNames, type World } from './world.ts';

/**
 * Finds what somebody asks for by name on the command line; an old name works, with a note.
 * @param sort what it is
 * @param list where to look
 */
export function findByName<T extends Named>(
  world: World,
  options: CommonOptions,
  sort: 'fact' | 'rule',
  list: readonly T[],
  name: string,
): T | undefined {
  const found = findNamed(list, name);
  if (found !== undefined && found.id !== name)
    reportOldNames(world.io, options, [{ sort, name, now: found.id }]);
  return found;
}

/**
 * The error about a rule, or something else, that does not exist: a rule that was disabled says so.
 * @param what the sorts of thing that were looked for
 * @param known their names
 */
export function explainMissing(
  { layers }: Rulebook,
  what: string,
  name: string,
  known: readonly string[],
): InputError {
  for (const layer of layers) {
    const disabled = layer.differs?.disables.find(({ rule, was }) => rule === name || was?.includes(name));
    if (disabled !== undefined)
      return new InputError([
        { message: `${showText(name)} is disabled by ${layer.name}: ${disabled.because}`, at: disabled.at },
      ]);
  }
  return new InputError(`no ${what} is called ${showText(name)}${suggestName(name, known)}`);
}
