import { at as entryAt } from '../at.ts';
import type { SaidPair } from './code-rows.ts';
import { type FleetRow, joinKey, type RowWishes } from './fleet-row.ts';
import { endOfText, endOfValue, sign, skipBlanks } from './json-tokens.ts';
import { type KeyMeaning, keyRole, type KeyRole } from './key-roles.ts';
import type { CoderOf } from './profile-layers.ts';
import type { SaidColumn } from './said-column.ts';
import { type ByteView, numberTexts } from './text-numbers.ts';

/** What is known of a key that stood in a record. */
interface KnownKey {
  readonly role: KeyRole;
  readonly number: number;
  /** The line in which it stood last. */
  line: number;
  /** The key that came after it then, and the number of its text. */
  after: KnownKey | undefined;
  afterText: number;
  /** How many of its values are known. */
  known: number;
  /** The numbers of some values that it had, and which is the next to be replaced. */
  readonly lately: number[];
  next: number;
}

/** A value of a fact, as it stood. */
interface KnownPair extends SaidPair {
  /** Whether the record ended behind it. */
  readonly isLast: boolean;
}

/** Bytes of a file, whole lines. */
export interface BlockView extends ByteView {
  readonly bytes: Buffer;
}

/** How many keys are known, how many values of one, and how many of those are looked for first. */
const [mostKeys, mostValues, mostLately] = [10_000, 5000, 4];

/**
 * Reads lines of flat records by their bytes: the same pairs of key and value come again and again, and what was
 * understood once is known. Whatever is out of the ordinary is left to who parses it as JSON.
 * @param hasProfiles whether a row may name its profile
 * @param meaningOf what a key says of facts; undefined for nothing
 * @returns what reads the line between two positions, with a byte after it: undefined where it has to be parsed
 */
export function parseFlatLines(
  coderOf: CoderOf,
  hasProfiles: boolean,
  wishes: RowWishes,
  meaningOf: (key: string) => KeyMeaning,
): (block: BlockView, from: number, end: number) => FleetRow | undefined {
  // The text of a key reaches to its value, and that of a value to the next key.
  const keyTexts = numberTexts();
  const valueTexts = numberTexts();
  /** By the number of its text. */
  const keys: KnownKey[] = [];
  const pairs: KnownPair[] = [];
  const byName = new Map<string, KnownKey>();
  const start = knowKey(keyRole('', undefined, false, wishes), 0);
  const nothingCarried = wishes.carry.map((): unknown => undefined);
  const noNames = (wishes.key ?? ['name']).map(() => '');
  const said: SaidPair[] = [];
  let [line, count] = [0, 0];
  /** How far the line was read. */
  let at = 0;

  const findKey = (block: BlockView, before: KnownKey): KnownKey | undefined => {
    const { bytes } = block;
    const to = bytes[at] === sign.quote ? endOfText(bytes, at + 1) : -1;
    const colon = to === -1 ? -1 : skipBlanks(bytes, to);
    if (bytes[colon] !== sign.colon) return undefined;
    const valueFrom = skipBlanks(bytes, colon + 1);
    let number = keyTexts.find(block, at, valueFrom, 0);
    if (number === -1) {
      const name = bytes.toString('utf8', at + 1, to - 1);
      // Spelled in two ways, a key would stand twice, and nobody would notice.
      if (keys.length >= mostKeys || /[\\\ufffd]/.test(name)) return undefined;
      const key =
        byName.get(name) ?? knowKey(keyRole(name, meaningOf(name), hasProfiles, wishes), byName.size + 1);
      byName.set(name, key);
      number = keyTexts.add(block, at, valueFrom, 0);
      keys.push(key);
    }
    before.after = entryAt(keys, number);
    before.afterText = number;
    at = valueFrom;
    return before.after;
  };
  /** Reads a value as one that the key had lately. */
  const takeKnown = (block: BlockView, { lately }: KnownKey): KnownPair | undefined => {
    for (const number of lately) {
      const to = valueTexts.endOf(number, block, at);
      if (to === -1) continue;
      at = to;
      return entryAt(pairs, number);
    }
    return undefined;
  };
  const takePair = (block: BlockView, key: KnownKey, column: SaidColumn): KnownPair | undefined => {
    const from = at;
    const isLast = passValue(block.bytes);
    if (isLast === undefined) return undefined;
    let number = valueTexts.find(block, from, at, key.number);
    if (number === -1) {
      const raw = parseToken(block.bytes, from, endOfValue(block.bytes, from));
      if (raw === undefined) return undefined;
      if (key.known >= mostValues) return { number, column, raw, isLast };
      key.known++;
      number = valueTexts.add(block, from, at, key.number);
      pairs.push({ number, column, raw, isLast });
    }
    key.lately[key.next] = number;
    key.next = (key.next + 1) % mostLately;
    return entryAt(pairs, number);
  };
  /**
   * Passes over a value and what stands before the next key.
   * @returns whether the record ends behind it; undefined where it is not valid
   */
  const passValue = (bytes: Buffer): boolean | undefined => {
    const to = endOfValue(bytes, at);
    if (to === -1 || (bytes[at] !== sign.quote && parseToken(bytes, at, to) === undefined)) return undefined;
    at = skipBlanks(bytes, to);
    const end = bytes[at++];
    if (end === sign.mapEnd) return true;
    at = skipBlanks(bytes, at);
    return end === sign.comma ? false : undefined;
  };

  return (block, from, end) => {
    const { bytes } = block;
    let [profile, group, system] = ['', '', ''];
    const names = noNames.slice();
    let carried: readonly unknown[] = nothingCarried;
    let before = start;
    let isLast: boolean | undefined = false;
    if (bytes[from] !== sign.map) return undefined;
    at = skipBlanks(bytes, from + 1);
    line++;
    count = 0;
    while (!isLast) {
      let key = before.after;
      const valueFrom = key === undefined ? -1 : keyTexts.endOf(before.afterText, block, at);
      if (valueFrom === -1) key = findKey(block, before);
      else at = valueFrom;
      if (key === undefined || key.role.isOdd || key.line === line) return undefined;
      key.line = line;
      before = key;
      const { column, isBeside } = key.role;
      const began = at;
      if (column === undefined) isLast = passValue(bytes);
      else {
        const pair = takeKnown(block, key) ?? takePair(block, key, column);
        if (pair !== undefined) said[count++] = pair;
        isLast = pair?.isLast;
      }
      if (isLast === undefined) return undefined;
      if (isBeside) {
        const value = parseToken(bytes, began, endOfValue(bytes, began));
        const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
        if (key.role.nameAt !== -1) names[key.role.nameAt] = text;
        if (key.role.isProfile) profile = text;
        if (key.role.isGroup) group = text;
        if (key.role.isSystem) system = text;
        carried = carryValue(carried, key.role.carriedAt, value);
      }
    }
    at = skipBlanks(bytes, at);
    if (bytes[at] === 0x0d) at++;
    const coder = coderOf(profile);
    const name = joinKey(names);
    if (at !== end || name === '' || 'problem' in coder) return undefined;
    const vector = coder.codePairs(said, count);
    return vector === undefined ? undefined : { is: 'plain', vector, name, carried, group, system };
  };
}

function knowKey(role: KeyRole, number: number): KnownKey {
  return { role, number, line: 0, after: undefined, afterText: -1, known: 0, lately: [], next: 0 };
}

function carryValue(
  carried: readonly unknown[],
  places: readonly number[],
  value: unknown,
): readonly unknown[] {
  return places.length === 0
    ? carried
    : carried.map((other, place) => (places.includes(place) ? value : other));
}

/** The value of a part of a JSON text, which was found to be one part; undefined where it is not valid. */
function parseToken(bytes: Buffer, from: number, to: number): unknown {
  const text = bytes.toString('utf8', from, to);
  if (bytes[from] === sign.quote && !text.includes('\\')) return text.slice(1, -1);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
