import type { Path } from '../read/parse-yaml.ts';
import { showValue } from '../text/safe.ts';
import { wordUnknownChoice, wordUnknownName } from '../text/suggest.ts';
import { type FactValue, readFactValue } from './fact-value.ts';
import type { Condition, Fact, Param } from './rulebook.ts';

/** A comparison with one bound. */
export type Comparison = 'at-least' | 'at-most' | 'above' | 'below';

/** What a fact is tested for: one of some values, none of them, or bounds that must all hold. */
export type Test =
  | { readonly is: 'one-of'; readonly values: readonly FactValue[] }
  | { readonly is: 'none-of'; readonly values: readonly FactValue[] }
  | { readonly is: 'within'; readonly bounds: readonly (readonly [Comparison, FactValue])[] };

/** A condition whose names and values exist. */
export type ParsedCondition =
  | { readonly is: 'all' | 'any'; readonly of: readonly ParsedCondition[] }
  | { readonly is: 'not'; readonly of: ParsedCondition }
  | { readonly is: 'test'; readonly fact: string; readonly test: Test };

/** What conditions may speak of. */
export interface Vocabulary {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly params: ReadonlyMap<string, Param>;
}

/** Takes what is wrong, and the path inside the condition where it stands. */
export type Report = (message: string, path: Path, part?: 'key' | 'value') => void;

const comparisons: readonly string[] = ['at-least', 'at-most', 'above', 'below'];
const connectives: readonly string[] = ['any', 'all', 'not'];

/**
 * Understands a condition: a map of fact → test in which all must hold, with any, all and not.
 * A test is a value, a list of values, {not: ...}, or bounds on numbers and scales.
 * @param raw the condition as written
 * @param vocabulary the facts and params it may name
 * @param report called for everything that is wrong; the result is then of no use
 */
export function parseCondition(
  raw: unknown,
  vocabulary: Vocabulary,
  report: Report,
  path: Path = [],
): ParsedCondition {
  const nothing: ParsedCondition = { is: 'all', of: [] };
  if (!isMap(raw)) {
    report(`expected a map of fact to test, got ${showValue(raw)}`, path);
    return nothing;
  }
  const entries = Object.entries(raw);
  if (entries.length === 0) report('a condition must test at least one fact', path);
  const parts = entries.map(([key, value]) => parseEntry(key, value, vocabulary, report, [...path, key]));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { is: 'all', of: parts };
}

function parseEntry(
  key: string,
  value: unknown,
  vocabulary: Vocabulary,
  report: Report,
  path: Path,
): ParsedCondition {
  if (key === 'not') return { is: 'not', of: parseCondition(value, vocabulary, report, path) };
  if (key === 'any' || key === 'all') return parseList(key, value, vocabulary, report, path);
  const fact = vocabulary.facts.get(key);
  if (fact === undefined) {
    report(wordUnknownName('fact', key, [...vocabulary.facts.keys(), ...connectives]), path, 'key');
    return { is: 'all', of: [] };
  }
  return { is: 'test', fact: fact.id, test: parseTest(fact, value, vocabulary, report, path) };
}

function parseList(
  key: 'any' | 'all',
  value: unknown,
  vocabulary: Vocabulary,
  report: Report,
  path: Path,
): ParsedCondition {
  if (!Array.isArray(value) || value.length === 0) {
    report(`${key} takes a list of conditions, got ${showValue(value)}`, path);
    return { is: 'all', of: [] };
  }
  return {
    is: key,
    of: value.map((each, index) => parseCondition(each, vocabulary, report, [...path, index])),
  };
}

function parseTest(fact: Fact, raw: unknown, vocabulary: Vocabulary, report: Report, path: Path): Test {
  if (!isMap(raw)) return { is: 'one-of', values: parseValues(fact, raw, vocabulary, report, path) };
  const keys = Object.keys(raw);
  if (keys.length === 1 && keys[0] === 'not')
    return { is: 'none-of', values: parseValues(fact, raw.not, vocabulary, report, [...path, 'not']) };
  if (keys.length === 0) report(`${fact.id} is tested for nothing`, path);
  return {
    is: 'within',
    bounds: keys.flatMap((key) => parseBound(fact, key, raw[key], vocabulary, report, path)),
  };
}

function parseBound(
  fact: Fact,
  key: string,
  raw: unknown,
  vocabulary: Vocabulary,
  report: Report,
  path: Path,
): [Comparison, FactValue][] {
  if (key === 'not') {
    report(
      `not stands alone; for both write all: [{ ${fact.id}: { not: ... } }, { ${fact.id}: ... }]`,
      [...path, key],
      'key',
    );
    return [];
  }
  if (!comparisons.includes(key)) {
    report(wordUnknownChoice('test', key, [...comparisons, 'not']), [...path, key], 'key');
    return [];
  }
  if (fact.kind !== 'number' && fact.kind !== 'scale') {
    report(`${key} needs a number or a scale, and ${fact.id} is neither`, [...path, key], 'key');
    return [];
  }
  const value = parseValue(fact, raw, vocabulary, report, [...path, key]);
  return value === undefined ? [] : [[key as Comparison, value]];
}

function parseValues(
  fact: Fact,
  raw: unknown,
  vocabulary: Vocabulary,
  report: Report,
  path: Path,
): FactValue[] {
  if (!Array.isArray(raw)) {
    const value = parseValue(fact, raw, vocabulary, report, path);
    return value === undefined ? [] : [value];
  }
  if (raw.length === 0) report(`${fact.id} is tested for an empty list`, path);
  return raw.flatMap((each, index) => {
    const value = parseValue(fact, each, vocabulary, report, [...path, index]);
    return value === undefined ? [] : [value];
  });
}

/** One value, or the value of the param named by `$param`. */
function parseValue(
  fact: Fact,
  raw: unknown,
  vocabulary: Vocabulary,
  report: Report,
  path: Path,
): FactValue | undefined {
  const named = typeof raw === 'string' && raw.startsWith('$') ? raw.slice(1) : undefined;
  const param = named === undefined ? undefined : vocabulary.params.get(named);
  if (named !== undefined && param === undefined) {
    report(wordUnknownName('param', named, [...vocabulary.params.keys()]), path);
    return undefined;
  }
  const read = readFactValue(fact, param === undefined ? raw : param.value);
  if ('value' in read) return read.value;
  report(param === undefined ? read.problem : `param ${param.id} does not fit: ${read.problem}`, path);
  return undefined;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The facts that a condition reads, each once, in the order they are written.
 */
export function listFactsOf(condition: Condition | undefined): string[] {
  const facts = Object.entries(condition ?? {}).flatMap(([key, value]) => {
    if (key === 'not') return listFactsOf(value as Condition);
    if (key === 'any' || key === 'all') return (value as Condition[]).flatMap(listFactsOf);
    return [key];
  });
  return [...new Set(facts)];
}

/** The thresholds that a condition names, each once. */
export function listParamsOf(condition: Condition | undefined): string[] {
  const names: string[] = [];
  JSON.stringify(condition ?? {}, (_, value: unknown) => {
    if (typeof value === 'string' && value.startsWith('$')) names.push(value.slice(1));
    return value;
  });
  return [...new Set(names)];
}
