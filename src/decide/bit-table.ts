import { bitOf, clearBit, writeBit } from './bit-words.ts';
import { at } from '../at.ts';
import { judgeCondition, truth } from './judge-condition.ts';
import type { Mask, ModelCondition, ModelFact, Node, State } from './model.ts';
import { countCases, untangle } from './untangle.ts';

// Many conditions judged in one pass over the facts. Every group of tests (all of them, or any) is a
// bit, a slot; the first slots are the conditions themselves. For a fact and a set of its values there
// is a row of bits: of an all, whether its tests of the fact are certain; of an any, whether none is.
// What all rows agree on is, turned round for the anys, what is certain of every group.

/** Conditions compiled to bits; the rows are made when they are first looked at, and kept. */
export interface BitTable {
  /** Words of a row, a multiple of four. */
  readonly width: number;
  /** The facts that its conditions read, ascending. */
  readonly reads: readonly number[];
  /** For every fact where it stands among them; undefined where it does not. */
  readonly places: readonly (number | undefined)[];
  /** For every fact its tests, each as three numbers: the slot of its group, 1 where that is an any, and the mask. */
  readonly tests: readonly (readonly number[])[];
  /** Slots that stand the other way round in the rows, and the bits that are none. */
  readonly turned: Int32Array;
  /**
   * From the innermost outwards, groups that are parts of groups, each as five numbers: the word and the mask of the
   * part, those of the whole, and the mask again where the whole is an any.
   */
  readonly links: Int32Array;
  /** Conditions that would be too large if they were untangled, by their slot. */
  readonly tangled: readonly { readonly slot: number; readonly condition: ModelCondition }[];
  readonly rows: Rows;
}

/** The rows made so far: a memory, which changes nothing of what is found. */
interface Rows {
  words: Int32Array;
  used: number;
  /** For every fact and set of its values where its row begins. */
  starts: (number | undefined)[][];
  /** Where the rows of a state begin, while it is judged. */
  readonly current: Int32Array;
}

/** How many numbers a link is. */
export const perLink = 5;
/** How many numbers a test is. */
export const perTest = 3;
/** How many cases a condition may have to be untangled. */
const mostCases = 200;
/** How many words of rows are kept: then they are made anew. */
const mostWords = 1_000_000;

/**
 * Compiles conditions to one table; the slot of each is its position.
 * @param conditions null for what is never certain
 */
export function compileTable(
  facts: readonly ModelFact[],
  conditions: readonly (ModelCondition | null)[],
): BitTable {
  const tangled: BitTable['tangled'][number][] = [];
  const nodes = conditions.map((condition, slot): Node | null => {
    if (condition === null) return null;
    if (countCases(condition, facts) <= mostCases) return untangle(condition.node, facts);
    tangled.push({ slot, condition });
    return null;
  });
  return { ...compileNodes(facts, nodes), tangled };
}

/**
 * Compiles nodes as they stand: each is certain where its parts are, which is exact of single values, and of
 * sets where no fact stands at two places of it.
 * @param nodes null for what is never certain
 */
export function compileNodes(facts: readonly ModelFact[], nodes: readonly (Node | null)[]): BitTable {
  const tests = facts.map((): number[] => []);
  const links: number[] = [];
  const anys: boolean[] = nodes.map(() => true);
  const fill = (node: Node, slot: number): void => {
    const any = node.is === 'any';
    anys[slot] = any;
    for (const part of node.is === 'test' ? [node] : node.of) {
      if (part.is === 'test') at(tests, part.fact).push(slot, any ? 1 : 0, part.mask);
      else {
        const inner = anys.push(false) - 1;
        fill(part, inner);
        links.push(inner >> 5, bitOf(inner), slot >> 5, bitOf(slot), any ? bitOf(slot) : 0);
      }
    }
  };
  for (const [slot, node] of nodes.entries()) if (node !== null) fill(node, slot);
  const width = 4 * Math.ceil(anys.length / 128);
  const turned = new Int32Array(width).fill(-1);
  for (const [slot, any] of anys.entries()) if (!any) clearBit(turned, slot);
  const reads = facts.flatMap((_, fact) => (at(tests, fact).length > 0 ? [fact] : []));
  return openTable({ width, reads, tests, turned, links: Int32Array.from(links), tangled: [] });
}

/** Gives a table what is remembered while it is used. */
export function openTable(form: Omit<BitTable, 'places' | 'rows'>): BitTable {
  const { width, reads, tests } = form;
  const places: (number | undefined)[] = tests.map(() => undefined);
  for (const [place, fact] of reads.entries()) places[fact] = place;
  const rows: Rows = {
    words: new Int32Array(256 * width),
    used: 0,
    starts: tests.map(() => []),
    current: new Int32Array(reads.length),
  };
  return { ...form, places, rows };
}

/**
 * Judges all conditions of a table: its bit is set where one holds in every completion. Exact.
 * @param into `width` words, which the slots are written to
 */
export function judgeTable(table: BitTable, state: State, into: Int32Array): void {
  const { reads, rows, width } = table;
  makeRoom(table);
  const { current } = rows;
  const { length } = reads;
  for (let each = 0; each < length; each++) {
    const fact = at(reads, each);
    current[each] = locateRow(table, fact, at(state, fact));
  }
  const { words } = rows;
  for (let word = 0; word < width; word += 4) {
    let [a, b, c, d] = [-1, -1, -1, -1];
    for (let each = 0; each < length; each++) {
      const start = (current[each] ?? 0) + word;
      a &= words[start] ?? 0;
      b &= words[start + 1] ?? 0;
      c &= words[start + 2] ?? 0;
      d &= words[start + 3] ?? 0;
    }
    into[word] = a;
    into[word + 1] = b;
    into[word + 2] = c;
    into[word + 3] = d;
  }
  settleSlots(table, into, state);
}

/**
 * Leaves in some words what the rows of some facts agree on, too: with all facts and `settleSlots` after it what
 * `judgeTable` does, for where most of the facts stay as they are.
 * @param words `width` words
 */
export function joinRows(table: BitTable, facts: readonly number[], state: State, words: Int32Array): void {
  const { rows, width } = table;
  makeRoom(table);
  for (const fact of facts) {
    const start = locateRow(table, fact, at(state, fact));
    const own = rows.words;
    for (let word = 0; word < width; word++) words[word] = (words[word] ?? 0) & (own[start + word] ?? 0);
  }
}

/** Makes what the rows of all facts agree on, which stands in `words`, what is certain of every slot. */
export function settleSlots(
  { turned, links, tangled, width }: BitTable,
  words: Int32Array,
  state: State,
): void {
  for (let word = 0; word < width; word++) words[word] = (words[word] ?? 0) ^ (turned[word] ?? 0);
  settleLinks(links, words);
  settleTangled(tangled, words, state);
}

/**
 * Lets groups say what they do of the groups that they are parts of.
 * @param from where the first of the links begins that are looked at
 * @param to where the last of them ends
 */
export function settleLinks(links: Int32Array, words: Int32Array, from = 0, to = links.length): void {
  for (let each = from; each < to; each += perLink) {
    const holds = ((words[links[each] ?? 0] ?? 0) & (links[each + 1] ?? 0)) !== 0;
    const any = links[each + 4] ?? 0;
    if (holds !== (any !== 0)) continue;
    const whole = links[each + 2] ?? 0;
    words[whole] = ((words[whole] ?? 0) & ~(links[each + 3] ?? 0)) | any;
  }
}

/** A link by the names of its numbers. */
export function linkAt(links: Int32Array, place: number) {
  const numberAt = (index: number): number => links[place + index] ?? 0;
  return { part: numberAt(0), partMask: numberAt(1), whole: numberAt(2), wholeMask: numberAt(3) };
}

/** Judges the conditions that are not untangled. */
export function settleTangled(tangled: BitTable['tangled'], words: Int32Array, state: State): void {
  for (let each = 0; each < tangled.length; each++) {
    const { slot, condition } = at(tangled, each);
    writeBit(words, slot, judgeCondition(condition, state) === truth.true);
  }
}

/**
 * Where the row of a set of a fact's values begins in the words of the rows.
 * @param fact position of a fact that the table reads
 */
export function locateRow(table: BitTable, fact: number, mask: Mask): number {
  return at(table.rows.starts, fact)[mask] ?? makeRow(table, fact, mask);
}

function makeRow({ rows, tests, width }: BitTable, fact: number, mask: Mask): number {
  const start = rows.used;
  rows.used += width;
  if (rows.used > rows.words.length) {
    const larger = new Int32Array(2 * rows.words.length);
    larger.set(rows.words);
    rows.words = larger;
  }
  rows.words.fill(-1, start, rows.used);
  const own = at(tests, fact);
  for (let each = 0; each < own.length; each += perTest) {
    const isSure = (mask & ~(own[each + 2] ?? 0)) === 0;
    if (isSure === (own[each + 1] === 1)) clearBit(rows.words, start * 32 + (own[each] ?? 0));
  }
  at(rows.starts, fact)[mask] = start;
  return start;
}

/** Lets go of the rows where there are too many: where one began means nothing after that. */
export function makeRoom({ rows }: BitTable): void {
  if (rows.used <= mostWords) return;
  rows.used = 0;
  rows.starts = rows.starts.map(() => []);
}
