import type { Path } from '../../read/parse-yaml.ts';
import { showText, showValue } from '../../text/safe.ts';
import { suggestName } from '../../text/suggest.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { ShapeReader } from '../../read/shape-reader.ts';
import { headlines } from '../../workload/workload.ts';
import {
  type Expected,
  expectableStatuses,
  expectableStrengths,
  expectedKeys,
  listKeys,
  verdictKeys,
} from './expected.ts';

/** What an expectation may name. */
export type ExpectableNames = Pick<Rulebook, 'placements' | 'rules' | 'actions' | 'layers'>;

/** Whose expectation it is: of a workload, of one with components, or of a component. */
export interface Subject {
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
  subject: Subject,
): Expected[] {
  const map = reader.map(value, path, expectedKeys, 'expected');
  if (map === undefined) return [];
  if (Object.keys(map).length === 0) reader.say('expected holds nothing; say what has to come out', path);
  const known = listKnown(names, subject);
  const disabled = new Map(
    names.layers.flatMap(({ name, differs }) =>
      (differs?.disables ?? []).map(
        ({ rule, because }) => [rule, `${rule} is disabled by ${name}: ${because}`] as const,
      ),
    ),
  );
  const item = (what: Expected['what'], raw: unknown, at: Path): Expected[] => {
    const text = parseName(reader, raw, at, what, known[what], disabled);
    return text === undefined
      ? []
      : [{ what, value: text, component: subject.component, at: reader.document.locate(at) }];
  };
  const verdict = verdictKeys.flatMap((key) =>
    map[key] === undefined ? [] : item(key, map[key], [...path, key]),
  );
  const lists = listKeys.flatMap((key) => {
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

type Known = Readonly<Record<Expected['what'], { readonly noun: string; readonly ids: readonly string[] }>>;

function listKnown({ placements, rules, actions }: ExpectableNames, subject: Subject): Known {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const rule = { noun: 'rule', ids: ids(rules) };
  const placeable = headlines.filter((each) => each !== 'split' || subject.component === undefined);
  return {
    headline: { noun: '', ids: placeable },
    strength: { noun: '', ids: expectableStrengths },
    status: { noun: '', ids: expectableStatuses },
    placement: { noun: 'placement', ids: ids(placements) },
    must: { noun: 'action', ids: ids(actions) },
    fires: rule,
    quiet: rule,
    undecided: rule,
  };
}

/** A name that exists; for a word out of few all of them are told, for an id the nearest. */
function parseName(
  reader: ShapeReader,
  raw: unknown,
  path: Path,
  what: Expected['what'],
  { noun, ids }: Known[Expected['what']],
  disabled: ReadonlyMap<string, string>,
): string | undefined {
  if (typeof raw === 'string' && ids.includes(raw)) return raw;
  const hint = typeof raw === 'string' ? suggestName(raw, ids) : '';
  if (noun === '')
    reader.say(`${what} cannot be ${showValue(raw)} (expected ${ids.join(', ')})${hint}`, path);
  else if (typeof raw === 'string' && noun === 'rule' && disabled.has(raw))
    reader.say(disabled.get(raw) ?? '', path);
  else if (typeof raw === 'string') reader.say(`no ${noun} is called ${showText(raw)}${hint}`, path);
  else
    reader.say(
      `${what} takes the id of ${noun === 'action' ? 'an' : 'a'} ${noun}, got ${showValue(raw)}`,
      path,
    );
  return undefined;
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
