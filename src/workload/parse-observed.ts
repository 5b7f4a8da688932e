import type { Path } from '../read/parse-yaml.ts';
import type { ShapeReader, YamlMap } from '../read/shape-reader.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { wordUnknownName } from '../text/suggest.ts';
import type { Observed, Workload } from './workload.ts';

/**
 * Reads what a workload or a part of it was observed to be, and what was looked for in vain.
 * @param map what holds `observed` and `not-observed`
 * @param path where it stands
 * @returns nothing where neither stands there
 */
export function parseObserved(
  reader: ShapeReader,
  map: YamlMap | undefined,
  path: Path,
  { observations }: Pick<Rulebook, 'observations'>,
): Pick<Workload, 'observed'> {
  const known = observations.map(({ id }) => id);
  const named = new Set<string>();
  const parse = (key: 'observed' | 'not-observed'): Observed[] => {
    const value = map?.[key];
    if (value === undefined || value === null) return [];
    return reader.list(value, [...path, key], key).flatMap((each, index): Observed[] => {
      const here = [...path, key, index];
      const observation = reader.text(each, here, 'an observation, by its id');
      if (observation === undefined) return [];
      if (!known.includes(observation)) reader.say(wordUnknownName('observation', observation, known), here);
      if (named.has(observation)) reader.say(`${observation} stands here twice`, here);
      named.add(observation);
      return key === 'observed'
        ? [{ observation, seen: true, at: reader.document.locate(here) }]
        : [{ observation, seen: false }];
    });
  };
  const observed = [...parse('observed'), ...parse('not-observed')];
  return observed.length === 0 ? {} : { observed };
}
