import { at } from '../at.ts';
import { countBits, holdsPosition } from './bits.ts';
import { chooseHeadline, type HeadlineChoice } from './choose-headline.ts';
import type { ConcernVotes } from './count-votes.ts';
import { masksOfKinds } from './kinds.ts';
import type { KindIndex, Mask, Model, ModelCondition, State, Tier } from './model.ts';
import { negate, toCondition } from './nodes.ts';
import { compileTable, judgeTable, type BitTable } from './bit-table.ts';

// What a headline hangs on, for where many states of one model are decided. It says what deciding says
// (decide.ts), and is held against it in test/laws.

/** The rules and needs of a model as bits: first the rules, then for every placement that its needs are not met. */
export interface Kernel {
  readonly table: BitTable;
  /** How many words hold the bits of rules and needs. */
  readonly width: number;
  /** The bits that remove placements, and by bit which. */
  readonly removing: Int32Array;
  readonly removes: readonly Mask[];
  /** The bits that vote, and by bit how. */
  readonly voting: Int32Array;
  readonly votes: readonly Vote[];
  /** The bits that do either. */
  readonly counting: Int32Array;
  readonly kinds: readonly [vm: Mask, container: Mask];
  /** For every rule what it adds to the counts of placements that it suits. */
  readonly suits: readonly (readonly SuitCount[])[];
  /** What is written to while a headline is chosen. */
  readonly cast: readonly ConcernVotes[];
}

/** A rule's part in how well a placement is suited: strong votes in the highest bits, slight ones in the lowest. */
interface SuitCount {
  readonly placement: number;
  readonly count: number;
}

interface Vote {
  readonly concern: number;
  readonly kind: KindIndex;
  readonly tier: Tier;
  readonly byWayOf: Mask;
}

/** What is decided of a state, before its form is chosen. */
export interface Point extends HeadlineChoice {
  /** The placements that survive. */
  readonly alive: Mask;
}

/**
 * Compiles what the headlines of a model hang on.
 * @param waived positions of rules that count as absent
 * @param more what else is to be judged in the same table, from the word on behind the rules and needs
 */
export function compileKernel(
  model: Model,
  waived: ReadonlySet<number>,
  more: readonly (ModelCondition | null)[] = [],
): Kernel {
  const { facts, rules, placements } = model;
  const unmet = placements.map(({ needs }) => needs && toCondition(negate(needs.node, facts)));
  const conditions: (ModelCondition | null)[] = [
    ...rules.map(({ when }, index) => (waived.has(index) ? null : when)),
    ...unmet,
  ];
  const removes = [...rules.map((rule) => rule.removes), ...placements.map((_, index) => 1 << index)];
  const votes = rules.map(({ concern, favours, tier, byWayOf }) => ({
    concern,
    kind: favours ?? 0,
    tier: favours === null ? 0 : tier,
    byWayOf,
  }));
  const width = Math.ceil(conditions.length / 32);
  const [isRemoving, isVoting] = [
    (bit: number) => (removes[bit] ?? 0) !== 0,
    (bit: number) => (votes[bit]?.tier ?? 0) !== 0,
  ];
  return {
    table: compileTable(facts, [
      ...conditions,
      ...(more.length === 0 ? [] : Array.from({ length: width * 32 - conditions.length }, () => null)),
      ...more,
    ]),
    width,
    removing: collectBits(width, isRemoving),
    removes,
    voting: collectBits(width, isVoting),
    votes,
    counting: collectBits(width, (bit) => isRemoving(bit) || isVoting(bit)),
    kinds: masksOfKinds(model),
    suits: rules.map(({ suits }) =>
      placements.flatMap((_, placement) => {
        const count = suits.reduce(
          (sum, mask, rank) => sum + (holdsPosition(mask, placement) ? 1 << (20 - 10 * rank) : 0),
          0,
        );
        return count === 0 ? [] : [{ placement, count }];
      }),
    ),
    cast: Array.from({ length: model.concerns }, (): ConcernVotes => [0, 0]),
  };
}

function collectBits(width: number, is: (bit: number) => boolean): Int32Array {
  const words = new Int32Array(width);
  for (let bit = 0; bit < width * 32; bit++)
    if (is(bit)) words[bit >> 5] = (words[bit >> 5] ?? 0) | (1 << (bit & 31));
  return words;
}

/** What is certain in a state, as bits of the kernel's table. */
export function judgeCertain({ table }: Kernel, state: State): Int32Array {
  const certain = new Int32Array(table.width);
  judgeTable(table, state, certain);
  return certain;
}

/**
 * Chooses the headline by what is certain.
 * @param certain bits of the kernel's table
 */
export function choosePoint(kernel: Kernel, certain: Int32Array): Point {
  const { width, removing, removes, voting, votes, kinds, cast } = kernel;
  let alive = kinds[0] | kinds[1];
  for (let word = 0; word < width; word++)
    for (let bits = (certain[word] ?? 0) & (removing[word] ?? 0); bits !== 0; bits &= bits - 1)
      alive &= ~at(removes, (word << 5) + 31 - Math.clz32(bits & -bits));
  const castVotes = (): readonly ConcernVotes[] => {
    for (let each = 0; each < cast.length; each++) at(cast, each).fill(0);
    for (let word = 0; word < width; word++)
      for (let bits = (certain[word] ?? 0) & (voting[word] ?? 0); bits !== 0; bits &= bits - 1) {
        const { concern, kind, tier, byWayOf } = at(votes, (word << 5) + 31 - Math.clz32(bits & -bits));
        const own = at(cast, concern);
        if ((byWayOf & alive) !== 0 && tier > own[kind]) own[kind] = tier;
      }
    return cast;
  };
  const { headline, strength, contested } = chooseHeadline(kinds, alive, castVotes);
  return { headline, strength, contested, alive };
}

/**
 * Counts how well every placement is suited, so that the best has the greatest count.
 * @param certain bits of the kernel's table
 * @param into a number for every placement, which the counts are written to
 */
export function countSuits({ suits, width }: Kernel, certain: Int32Array, into: number[]): void {
  into.fill(0);
  for (let word = 0; word < width; word++)
    for (let bits = certain[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const own = suits[(word << 5) + 31 - Math.clz32(bits & -bits)];
      if (own === undefined) return;
      for (const { placement, count } of own) into[placement] = (into[placement] ?? 0) + count;
    }
}

/**
 * The best suited of some placements, of equals the one declared first; null of none.
 * @param certain bits of the kernel's table
 */
export function findBest(kernel: Kernel, certain: Int32Array, among: Mask): number | null {
  if ((among & (among - 1)) === 0) return among === 0 ? null : 31 - Math.clz32(among);
  const counts = new Array<number>(countBits(kernel.kinds[0] | kernel.kinds[1])).fill(0);
  countSuits(kernel, certain, counts);
  let best: number | null = null;
  for (let placement = 0; placement < counts.length; placement++)
    if (holdsPosition(among, placement) && (best === null || at(counts, placement) > at(counts, best)))
      best = placement;
  return best;
}
