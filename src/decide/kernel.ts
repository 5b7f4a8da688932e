import { at } from '../at.ts';
import { countBits, holdsPosition } from './bits.ts';
import { chooseHeadline, type HeadlineChoice } from './choose-headline.ts';
import { compareCounts, type Preference, type TierCounts } from './count-votes.ts';
import { masksOfKinds } from './kinds.ts';
import type { KindIndex, Mask, Model, ModelCondition, State, Tier } from './model.ts';
import { negate, toCondition } from './nodes.ts';
import { compileTable, judgeTable, type BitTable } from './bit-table.ts';
import { markBits } from './bit-words.ts';
import { type ChangePlan, planChanges } from './change-plan.ts';

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
  /** The votes for each kind, concern by concern, the strongest first. */
  readonly ballots: readonly [vm: Ballots, container: Ballots];
  /** The bits that remove or vote. */
  readonly counting: Int32Array;
  readonly kinds: readonly [vm: Mask, container: Mask];
  /** For every rule what it adds to the counts of placements that it suits. */
  readonly suits: readonly (readonly SuitCount[])[];
  /** By the facts that the table reads, what each bears on; made when it is first asked for. */
  readonly plans: () => readonly ChangePlan[];
  /** What is written to while a headline is chosen. */
  readonly counts: readonly [vm: TierCounts, container: TierCounts];
}

/** A rule's part in how well a placement is suited: strong votes in the highest bits, slight ones in the lowest. */
interface SuitCount {
  readonly placement: number;
  readonly count: number;
}

/**
 * Of a kind the votes, concern by concern, the strongest first, each as five numbers: the word and the mask of its
 * bit, its tier, the placements that it speaks by way of, and where the votes of the next concern begin.
 */
type Ballots = Int32Array;

/** How many numbers a vote is. */
const perVote = 5;

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
    (bit: number) => (rules[bit]?.favours ?? null) !== null,
  ];
  const table = compileTable(facts, [
    ...conditions,
    ...(more.length === 0 ? [] : Array.from({ length: width * 32 - conditions.length }, () => null)),
    ...more,
  ]);
  let plans: readonly ChangePlan[] | undefined;
  return {
    table,
    plans: () => (plans ??= planChanges(table)),
    width,
    removing: markBits(width, isRemoving),
    removes,
    ballots: [compileBallots(model, 0), compileBallots(model, 1)],
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
    counts: [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  };
}

function compileBallots({ rules, concerns }: Model, kind: KindIndex): Ballots {
  const own = rules.flatMap((rule, bit) =>
    rule.favours === kind && rule.tier > 0 ? [{ ...rule, bit }] : [],
  );
  const votes: number[] = [];
  for (let concern = 0; concern < concerns; concern++) {
    const cast = own.filter((vote) => vote.concern === concern).sort((a, b) => b.tier - a.tier);
    const next = votes.length + cast.length * perVote;
    for (const { bit, tier, byWayOf } of cast) votes.push(bit >> 5, 1 << (bit & 31), tier, byWayOf, next);
  }
  return Int32Array.from(votes);
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
function comparePoint({ ballots, counts }: Kernel, certain: Int32Array, alive: Mask): Preference {
  castVotes(ballots[0], certain, alive, counts[0]);
  castVotes(ballots[1], certain, alive, counts[1]);
  return compareCounts(counts[0], counts[1]);
}

function castVotes(votes: Ballots, certain: Int32Array, alive: Mask, counts: TierCounts): void {
  counts[1] = counts[2] = counts[3] = 0;
  let each = 0;
  while (each < votes.length) {
    const holds = ((certain[votes[each] ?? 0] ?? 0) & (votes[each + 1] ?? 0)) !== 0;
    if (holds && ((votes[each + 3] ?? 0) & alive) !== 0) {
      counts[votes[each + 2] as Tier]++;
      each = votes[each + 4] ?? 0;
    } else each += perVote;
  }
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
