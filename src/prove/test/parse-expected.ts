import type { Path } from '../../read/parse-yaml.ts';
import { quoteValue } from '../../text/safe.ts';
import { wordWrongValue } from '../../text/suggest.ts';
import { lookUp, type Named } from '../../rulebook/look-up.ts';
import type { RulebookLayer, Rulebook } from '../../rulebook/rulebook.ts';
import type { ShapeReader } from '../../read/shape-reader.ts';
import { headlines, placedHeadlines, statuses, verdictStrengths } from '../../words.ts';
import { type Expected, expectedKeys, listedKeys, verdictKeys } from './expected.ts';

/** What an expectation may name. */
export type ExpectableNames = Pick<Rulebook, 'placements' | 'rules' | 'actions' | 'layers'>;

/** Whose expectation it is: of a workload, of one with components, or of a component. */
export interface TestedPart {
  readonly component?: string | undefined;
  readonly hasComponents: boolean;
}

/**
 * Reads what a test says has to come out, strictly.
 * @param reader the document it stands in; takes what is wrong
 * @param value the map under `expected`
 * @param path where it stands
 */
export function parseExpected(
  reader: ShapeReader,
  value: unknown,
  path: Path,
  names: ExpectableNames,
  subject: TestedPart,
): Expected[] {
  const map = reader.map(value, path, expectedKeys, 'expected');
  if (map === undefined) return [];
  if (Object.keys(map).length === 0) reader.say('expected holds nothing; say what has to come out', path);
  const known = listKnown(names, subject);
  const item = (what: Expected['what'], raw: unknown, at: Path): Expected[] => {
    const named = parseName(reader, raw, at, what, known[what], names.layers);
    return named === undefined
      ? []
      : [{ what, ...named, component: subject.component, at: reader.document.locate(at) }];
  };
  const verdict = verdictKeys.flatMap((key) =>
    map[key] === undefined ? [] : item(key, map[key], [...path, key]),
  );
  const lists = listedKeys.flatMap((key) => {
    const here = [...path, key];
    if (map[key] === undefined) return [];
    if (subject.hasComponents && subject.component === undefined) {
      reader.say(
        `${key} is said of a component, in an expected of its own; only components are placed`,
        here,
        'key',
      );
      return [];
    }
    if (!Array.isArray(map[key])) return item(key, map[key], here);
    if (map[key].length === 0) reader.say(`${key} is an empty list; name something, or remove it`, here);
    return map[key].flatMap((each, index) => item(key, each, [...here, index]));
  });
  refuseTwice(reader, lists, path);
  return [...verdict, ...lists];
}

/** What may be named under a key: a word out of few, or something of a rulebook. */
type Nameable =
  | { readonly words: readonly string[]; readonly sort?: never }
  | { readonly sort: 'placement' | 'action' | 'rule'; readonly list: readonly Named[] };

function listKnown(
  { placements, rules, actions }: ExpectableNames,
  subject: TestedPart,
): Readonly<Record<Expected['what'], Nameable>> {
  const rule = { sort: 'rule', list: rules } as const;
  return {
    headline: { words: subject.component === undefined ? headlines : placedHeadlines },
    strength: { words: verdictStrengths },
    status: { words: statuses },
    placement: { sort: 'placement', list: placements },
    must: { sort: 'action', list: actions },
    fires: rule,
    quiet: rule,
    undecided: rule,
  };
}

/** A name that exists, or did; of a word out of few all others are told, of an id the nearest. */
function parseName(
  reader: ShapeReader,
  raw: unknown,
  path: Path,
  what: Expected['what'],
  known: Nameable,
  layers: readonly RulebookLayer[],
): Pick<Expected, 'value' | 'oldName'> | undefined {
  if (known.sort === undefined) {
    if (typeof raw === 'string' && known.words.includes(raw)) return { value: raw };
    reader.say(wordWrongValue(what, raw, known.words), path);
    return undefined;
  }
  const { sort, list } = known;
  if (typeof raw !== 'string') {
    reader.say(
      `${what} takes the id of ${sort === 'action' ? 'an' : 'a'} ${sort}, got ${quoteValue(raw)}`,
      path,
    );
    return undefined;
  }
  const found = lookUp(sort, list, raw, sort === 'rule' ? layers : []);
  if ('problem' in found) {
    reader.say(found.problem.message, path);
    return undefined;
  }
  const { id } = found.entry;
  return { value: id, ...(id === raw ? {} : { oldName: raw }) };
}

/** A rule is in one state; named twice, one of the two is a slip. */
function refuseTwice(reader: ShapeReader, lists: readonly Expected[], path: Path): void {
  const rules = lists.filter(({ what }) => what !== 'must');
  rules.forEach(({ value, what }, index) => {
    const before = rules.slice(0, index).find((each) => each.value === value);
    if (before === undefined) return;
    reader.say(`${value} stands twice, under ${before.what} and ${what}`, [...path, what], 'key');
  });
}
