import { quoteValue } from '../text/safe.ts';
import { wordUnknownChoice, wordWrongValue } from '../text/suggest.ts';
import { convertSize } from './units.ts';

/** One value of a fact: the name of a choice, yes or no, or a number in the fact's unit. */
export type FactValue = string | number;

/** A number of which only bounds are known, one of them at least; both belong to it. */
export interface NumberRange {
  readonly 'at-least'?: number | undefined;
  readonly 'at-most'?: number | undefined;
}

/** What can be said of a fact in one go: a value, or the bounds of a number. */
export type StatedValue = FactValue | NumberRange;

/** What a fact can be: what is needed to read a value of it. */
export interface ValueRange {
  readonly id: string;
  readonly kind: 'choice' | 'scale' | 'yes-no' | 'number';
  /** Each value and what it means; of a number none. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly unit?: string | undefined;
  readonly whole?: 'yes' | undefined;
  readonly above?: number | undefined;
  readonly 'at-least'?: number | undefined;
  readonly 'at-most'?: number | undefined;
  /** Where a list means that any of its values would do: all values, the most preferred first. */
  readonly 'any-of'?: readonly string[] | undefined;
}

/** Something that was understood, or what is wrong with it. */
type Read<T> = { readonly value: T } | { readonly problem: string };
/** A value that was understood, or what is wrong with it. */
export type ReadValue = Read<FactValue>;

/**
 * Understands one written value of a fact: choices by name, yes/no also as true/false, numbers
 * with or without a unit.
 * @param fact the fact the value is for
 * @param raw the value as parsed from YAML, JSON or the command line
 */
export function parseFactValue(fact: ValueRange, raw: unknown): ReadValue {
  return fact.kind === 'number' ? readNumber(fact, raw) : readChoice(fact, raw);
}

/**
 * Understands what is said of a fact in one go: a value, or for a number also its bounds, written
 * `{ at-least: 4, at-most: 60 }` or, on the command line, `4..60`, `4..` and `..60`.
 * @param fact the fact the value is for
 * @param raw the value as parsed from YAML, JSON or the command line
 */
export function parseStatedValue(fact: ValueRange, raw: unknown): Read<StatedValue> {
  if (fact.kind !== 'number') return readChoice(fact, raw);
  const [, from, to] = /^\s*(\S*?)\s*\.\.\s*(\S*)\s*$/.exec(typeof raw === 'string' ? raw : '') ?? [];
  if (from !== undefined && to !== undefined)
    return readRange(fact, { ...(from && { 'at-least': from }), ...(to && { 'at-most': to }) });
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return readRange(fact, raw);
  return readNumber(fact, raw);
}

/** What was said of a fact as the command line has it: `red`, `4`, `4..60`. */
export function writeStatedValue(value: StatedValue): string {
  if (typeof value !== 'object') return String(value);
  return `${String(value['at-least'] ?? '')}..${String(value['at-most'] ?? '')}`;
}

function readRange(fact: ValueRange, raw: object): Read<NumberRange> {
  const bounds: { 'at-least'?: number; 'at-most'?: number } = {};
  const entries = Object.entries(raw);
  if (entries.length === 0) return { problem: `${fact.id} has no bounds; write at-least, at-most or both` };
  for (const [key, bound] of entries) {
    if (key !== 'at-least' && key !== 'at-most')
      return { problem: `${fact.id}: ${wordUnknownChoice('bound', key, ['at-least', 'at-most'])}` };
    const read = readNumber(fact, bound);
    if ('problem' in read) return read;
    bounds[key] = Number(read.value);
  }
  const { 'at-least': least, 'at-most': most } = bounds;
  if (least !== undefined && most !== undefined && least > most)
    return { problem: `${fact.id} cannot be at least ${least} and at most ${most}` };
  return { value: bounds };
}

/**
 * The values a fact can take, in the order of the vocabulary; none for a number.
 * @param fact a fact of the vocabulary
 */
export function listValues(fact: ValueRange): string[] {
  return Object.keys(fact.values ?? {});
}

/**
 * What a fact accepts, in words: for error messages and for the description in a schema.
 * @param fact a fact of the vocabulary
 */
export function wordAllowedValues(fact: ValueRange): string {
  if (fact.kind !== 'number') return listValues(fact).join(', ');
  const what = fact.whole ? 'a whole number' : 'a number';
  const unit = fact.unit === undefined ? '' : ` of ${fact.unit}, or one with a unit such as 512 MiB`;
  const limits = [
    fact.above === undefined ? '' : `above ${fact.above}`,
    fact['at-least'] === undefined ? '' : `from ${fact['at-least']}`,
    fact['at-most'] === undefined ? '' : `up to ${fact['at-most']}`,
  ].filter((limit) => limit !== '');
  return `${what}${unit}${limits.length > 0 ? `, ${limits.join(' ')}` : ''}`;
}

/** YAML 1.1 and the command line know yes and no by these names too. */
const booleans: ReadonlyMap<unknown, string> = new Map([
  ['true', 'yes'],
  ['false', 'no'],
]);

function readChoice(fact: ValueRange, raw: unknown): ReadValue {
  const known = listValues(fact);
  const written = typeof raw === 'boolean' ? String(raw) : raw;
  const name =
    typeof written === 'string' && known.includes(written) ? written : (booleans.get(written) ?? raw);
  if (typeof name === 'string' && known.includes(name)) return { value: name };
  if (raw === null || raw === undefined)
    return { problem: `${fact.id} has no value; write one of ${known.join(', ')}, or unknown` };
  return { problem: wordWrongValue(fact.id, raw, known, name) };
}

function readNumber(fact: ValueRange, raw: unknown): ReadValue {
  const number = typeof raw === 'string' ? readQuantity(fact, raw) : raw;
  if (typeof number !== 'number' || !Number.isFinite(number) || !withinLimits(fact, number))
    return { problem: `${fact.id} cannot be ${quoteValue(raw)} (expected ${wordAllowedValues(fact)})` };
  return { value: number };
}

/** A number written as text, such as `512 MiB` or, from the command line, `40`. */
function readQuantity(fact: ValueRange, text: string): number | undefined {
  const trimmed = text.trim();
  if (/^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(trimmed)) return Number(trimmed);
  return fact.unit === undefined ? undefined : convertSize(trimmed, fact.unit);
}

function withinLimits(fact: ValueRange, number: number): boolean {
  return (
    (fact.whole === undefined || Number.isInteger(number)) &&
    (fact.above === undefined || number > fact.above) &&
    (fact['at-least'] === undefined || number >= fact['at-least']) &&
    (fact['at-most'] === undefined || number <= fact['at-most'])
  );
}
