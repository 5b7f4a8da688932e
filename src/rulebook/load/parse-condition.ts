import type { Path } from '../../read/parse-yaml.ts';
import { quoteValue } from '../../text/safe.ts';
import { wordUnknownChoice, wordUnknownName } from '../../text/suggest.ts';
import {
  type Comparison,
  type Condition,
  resolveTerm,
  type Term,
  type Test,
  type ConditionVocabulary,
} from '../condition.ts';
import { parseFactValue, type ValueRange } from '../fact-value.ts';
import { findNamed, type Named } from '../look-up.ts';

/** What the conditions of a file may speak of, with the names that it had before. */
export interface ConditionNames extends ConditionVocabulary {
  /** The conditions that have a name. */
  readonly conditions: readonly Named[];
  /** The fact of today by an old name; empty where old names are not understood. */
  readonly oldFacts: ReadonlyMap<string, string>;
  /** Takes an old name that is used, what it is called now, and where. */
  readonly noteOldName: (sort: 'fact' | 'condition', name: string, now: string, path: Path) => void;
}

/** Takes what is wrong, and the path in the file where it stands. */
export type Say = (message: string, path: Path, part?: 'key' | 'value') => void;

const comparisons: readonly string[] = ['at-least', 'at-most', 'above', 'below'];
const connectives: readonly string[] = ['any', 'all', 'not', 'condition'];

/**
 * Understands a condition: a map of fact → test in which all must hold, with any, all and not, and
 * `condition` for one that has a name. A test is a value, a list of values, {not: ...}, or bounds on numbers and scales.
 * @param raw the condition as written
 * @param names what it may speak of
 * @param say called for everything that is wrong; the result is then of no use
 * @param path where it stands
 */
export function parseCondition(raw: unknown, names: ConditionNames, say: Say, path: Path = []): Condition {
  const nothing: Condition = { is: 'all', of: [] };
  if (!isMap(raw)) {
    say(`expected a map of fact to test, got ${quoteValue(raw)}`, path);
    return nothing;
  }
  const entries = Object.entries(raw);
  if (entries.length === 0) say('a condition must test at least one fact', path);
  const parts = entries.map(([key, value]) => parseEntry(key, value, raw, names, say, [...path, key]));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { is: 'all', of: parts };
}

function parseEntry(
  key: string,
  value: unknown,
  siblings: object,
  names: ConditionNames,
  say: Say,
  path: Path,
): Condition {
  if (key === 'not') return { is: 'not', of: parseCondition(value, names, say, path) };
  if (key === 'any' || key === 'all') return parseList(key, value, names, say, path);
  if (key === 'condition') return parseName(value, names, say, path);
  const fact = names.facts.get(renameFact(key, siblings, names, say, path));
  if (fact === undefined) {
    say(wordUnknownName('fact', key, [...names.facts.keys(), ...connectives]), path, 'key');
    return { is: 'all', of: [] };
  }
  return { is: 'test', fact: fact.id, test: parseTest(fact, value, names, say, path) };
}

function parseName(
  value: unknown,
  { conditions, noteOldName }: ConditionNames,
  say: Say,
  path: Path,
): Condition {
  if (typeof value !== 'string') {
    say(
      Array.isArray(value)
        ? 'condition takes one name; for several write all: or any: [{ condition: ... }, { condition: ... }]'
        : `condition takes the name of a condition, got ${quoteValue(value)}`,
      path,
    );
    return { is: 'all', of: [] };
  }
  const found = findNamed(conditions, value);
  if (found === undefined) {
    const known = conditions.map(({ id }) => id);
    say(wordUnknownName('condition', value, known), path);
    return { is: 'all', of: [] };
  }
  if (found.id !== value) noteOldName('condition', value, found.id, path);
  return { is: 'named', name: found.id };
}

/**
 * What a fact is called today; an old name is noted.
 * @param siblings the map that the name is a key of
 * @param path where the name stands
 */
export function renameFact(
  name: string,
  siblings: object,
  { oldFacts, noteOldName }: ConditionNames,
  say: Say,
  path: Path,
): string {
  const now = oldFacts.get(name);
  if (now === undefined) return name;
  noteOldName('fact', name, now, path);
  if (now in siblings) say(`${name} is the old name of ${now}, which stands here too`, path, 'key');
  return now;
}

function parseList(
  key: 'any' | 'all',
  value: unknown,
  names: ConditionNames,
  say: Say,
  path: Path,
): Condition {
  if (!Array.isArray(value) || value.length === 0) {
    say(`${key} takes a list of conditions, got ${quoteValue(value)}`, path);
    return { is: 'all', of: [] };
  }
  return {
    is: key,
    of: value.map((each, index) => parseCondition(each, names, say, [...path, index])),
  };
}

function parseTest(fact: ValueRange, raw: unknown, names: ConditionNames, say: Say, path: Path): Test {
  if (!isMap(raw)) return { is: 'one-of', values: parseTerms(fact, raw, names, say, path) };
  const keys = Object.keys(raw);
  if (keys.length === 1 && keys[0] === 'not')
    return { is: 'none-of', values: parseTerms(fact, raw.not, names, say, [...path, 'not']) };
  if (keys.length === 0) say(`${fact.id} is tested for nothing`, path);
  return {
    is: 'within',
    bounds: keys.flatMap((key) => parseBound(fact, key, raw[key], names, say, path)),
  };
}

function parseBound(
  fact: ValueRange,
  key: string,
  raw: unknown,
  names: ConditionNames,
  say: Say,
  path: Path,
): [Comparison, Term][] {
  if (key === 'not') {
    say(
      `not stands alone; for both write all: [{ ${fact.id}: { not: ... } }, { ${fact.id}: ... }]`,
      [...path, key],
      'key',
    );
    return [];
  }
  if (!comparisons.includes(key)) {
    say(wordUnknownChoice('test', key, [...comparisons, 'not']), [...path, key], 'key');
    return [];
  }
  if (fact.kind !== 'number' && fact.kind !== 'scale') {
    say(`${key} needs a number or a scale, and ${fact.id} is neither`, [...path, key], 'key');
    return [];
  }
  const term = parseTerm(fact, raw, names, say, [...path, key]);
  return term === undefined ? [] : [[key as Comparison, term]];
}

function parseTerms(fact: ValueRange, raw: unknown, names: ConditionNames, say: Say, path: Path): Term[] {
  if (!Array.isArray(raw)) {
    const term = parseTerm(fact, raw, names, say, path);
    return term === undefined ? [] : [term];
  }
  if (raw.length === 0) say(`${fact.id} is tested for an empty list`, path);
  return raw.flatMap((each, index) => {
    const term = parseTerm(fact, each, names, say, [...path, index]);
    return term === undefined ? [] : [term];
  });
}

/** One value, or the threshold named by `$param`. A size keeps the unit it is written in. */
function parseTerm(
  fact: ValueRange,
  raw: unknown,
  names: ConditionNames,
  say: Say,
  path: Path,
): Term | undefined {
  const term = typeof raw === 'string' && raw.startsWith('$') ? { param: raw.slice(1) } : undefined;
  const read = term === undefined ? parseFactValue(fact, raw) : resolveTerm(term, fact, names);
  if ('problem' in read) {
    say(read.problem, path);
    return undefined;
  }
  if (term !== undefined) return term;
  const isSize = typeof raw === 'string' && typeof read.value === 'number' && /[a-z]/i.test(raw);
  return isSize ? raw : read.value;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
