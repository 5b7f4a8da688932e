import { at } from '../at.ts';
import { countBits, holdsPosition } from './bits.ts';
import { chooseHeadline, type HeadlineChoice } from './choose-headline.ts';
import { compareCounts, type Preference, type TierCounts } from './count-votes.ts';
import { masksOfKinds } from './kinds.ts';
import type { KindIndex, Mask, Model, ModelCondition, State, Tier } from './model.ts';
import { negate, toCondition } from './nodes.ts';
import { compileTable, judgeTable, type BitTable } from './bit-table.ts';
import { markBits } from './bit-words.ts';
import { type ChangePlans, planChanges } from './change-plans.ts';

// What a headline hangs on, for where many states of one model are decided. It says what deciding says
// (decide.ts), and is held against it in test/laws.

/** The rules and needs of a model as bits: first the rules, then for every placement that its needs are not met. */
export interface Kernel {
  /** What it was compiled from. */
  readonly model: Model;
  readonly table: BitTable;
  /** How many words hold the bits of rules and needs. */
  readonly width: number;
  /** The bits that remove placements, and by bit which. */
  readonly removing: Int32Array;
  readonly removes: readonly Mask[];
  /** The bits of rules that vote. */
  readonly voting: Int32Array;
  /**
   * Rule by rule its vote, as three numbers: the place of its concern and kind among those that vote, its tier, and
   * the placements that it speaks by way of.
   */
  readonly votes: Int32Array;
  /** The bits that remove or vote. */
  readonly counting: Int32Array;
  readonly kinds: readonly [vm: Mask, container: Mask];
  /** For every rule what it adds to the counts of placements that it suits. */
  readonly suits: readonly (readonly SuitCount[])[];
  /** By the facts that the table reads, what each bears on; made when it is first asked for. */
  readonly plans: () => ChangePlans;
  /** What is written to while a headline is chosen: the strongest vote by place, and how many there are by tier. */
  readonly strongest: Uint8Array;
  readonly counts: readonly [vm: TierCounts, container: TierCounts];
}

/** A rule's part in how well a placement is suited: strong votes in the highest bits, slight ones in the lowest. */
interface SuitCount {
  readonly placement: number;
  readonly count: number;
}

/** How many numbers a vote is. */
const perVote = 3;

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
  const width = Math.ceil(conditions.length / 32);
  const [isRemoving, isVoting] = [
    (bit: number) => (removes[bit] ?? 0) !== 0,
    (bit: number) => (rules[bit]?.favours ?? null) !== null && (rules[bit]?.tier ?? 0) > 0,
  ];
  const table = compileTable(facts, [
    ...conditions,
    ...(more.length === 0 ? [] : Array.from({ length: width * 32 - conditions.length }, () => null)),
    ...more,
  ]);
  let plans: ChangePlans | undefined;
  return {
    model,
    table,
    plans: () => (plans ??= planChanges(table)),
    width,
    removing: markBits(width, isRemoving),
    removes,
    voting: markBits(width, isVoting),
    votes: Int32Array.from(
      rules.flatMap(({ concern, favours, tier, byWayOf }) => [concern * 2 + (favours ?? 0), tier, byWayOf]),
    ),
    counting: markBits(width, (bit) => isRemoving(bit) || isVoting(bit)),
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
    ...openBallot(model),
  };
}

/** What votes are counted in. */
export function openBallot({ concerns }: Model): Pick<Kernel, 'strongest' | 'counts'> {
  return {
    strongest: new Uint8Array(concerns * 2),
    counts: [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  };
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
  const { width, removing, removes, kinds } = kernel;
  let alive = kinds[0] | kinds[1];
  for (let word = 0; word < width; word++)
    for (let bits = (certain[word] ?? 0) & (removing[word] ?? 0); bits !== 0; bits &= bits - 1)
      alive &= ~at(removes, (word << 5) + 31 - Math.clz32(bits & -bits));
  const prefer = (): Preference => comparePoint(kernel, certain, alive);
  const { headline, strength, contested } = chooseHeadline(kinds, alive, prefer);
  return { headline, strength, contested, alive };
}

/** Lets every concern cast its strongest vote for each kind, and compares them. */
function comparePoint(
  { width, voting, votes, strongest, counts }: Kernel,
  certain: Int32Array,
  alive: Mask,
): Preference {
  strongest.fill(0);
  for (const count of counts) count.fill(0);
  for (let word = 0; word < width; word++)
    for (let bits = (certain[word] ?? 0) & (voting[word] ?? 0); bits !== 0; bits &= bits - 1) {
      const vote = ((word << 5) + 31 - Math.clz32(bits & -bits)) * perVote;
      if (((votes[vote + 2] ?? 0) & alive) === 0) continue;
      const place = votes[vote] ?? 0;
      const tier = votes[vote + 1] as Tier;
      const before = strongest[place] as Tier;
      if (tier <= before) continue;
      const count = counts[(place & 1) as KindIndex];
      count[tier]++;
      if (before > 0) count[before]--;
      strongest[place] = tier;
    }
  return compareCounts(counts[0], counts[1]);
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
