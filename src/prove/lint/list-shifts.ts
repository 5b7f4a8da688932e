import { at } from '../../at.ts';
import { holdsPosition, joinBits, listPositions } from '../../decide/bits.ts';
import type { KindIndex, Mask } from '../../decide/model.ts';
import { type Aim, aimAtForm, keepClose, leadOf } from './aim.ts';
import { listSlots } from './sides.ts';
import type { WorkloadTable } from './workload-table.ts';

/** What a change can make true, and what it can make false, as bits of the conditions. */
export interface ChangeReach {
  readonly starts: Int32Array;
  readonly stops: Int32Array;
}

/** What has to come together before a change, and what after it. */
export interface Shift {
  readonly before: Aim;
  readonly after: Aim;
}

/**
 * All ways in which a change makes another placement the best of its kind: it takes the one away, brings the other
 * back, or lets that gain as much as it was behind.
 * @param reach what the change can move
 * @param counts whether it matters that one takes the place of another
 * @param printed whether the best of a kind matters only where one of it is printed
 */
export function listShifts(
  workloads: WorkloadTable,
  reach: ChangeReach,
  counts: (one: number, other: number) => boolean,
  printed: (kind: KindIndex) => boolean,
): Shift[] {
  return ([0, 1] as const).flatMap((kind) => {
    const own = listPositions(workloads.kernel.kinds[kind]);
    return own.flatMap((one) =>
      own
        .filter((other) => other !== one && counts(one, other))
        .flatMap((other) => listWays(workloads, reach, printed(kind) ? kind : null, [one, other])),
    );
  });
}

function listWays(
  workloads: WorkloadTable,
  { starts, stops }: ChangeReach,
  printed: KindIndex | null,
  [one, other]: readonly [number, number],
): Shift[] {
  const { removing, removes } = workloads.kernel;
  const moves = (words: Int32Array): Mask =>
    joinBits(listSlots(words, removing).map((slot) => at(removes, slot)));
  const best = (form: number): Aim => ({ ...aimAtForm(workloads, form), printed });
  const [before, after] = [best(one), best(other)];
  const both = before.alive | after.alive;
  const taken = { before, after: { ...after, gone: before.alive } };
  const returned = { before: { ...before, gone: after.alive }, after };
  const { ranks } = leadOf(workloads, other, one);
  const gained = ranks.flatMap(({ ahead, behind }, place): Shift[] => {
    const moves = [
      ...listSlots(ahead, starts).map((slot) => ({ slot, holds: true })),
      ...listSlots(behind, stops).map((slot) => ({ slot, holds: false })),
    ];
    const most = moves.length;
    return moves.map(({ slot, holds }) => ({
      before: {
        ...before,
        alive: both,
        settled: [[slot, !holds]],
        close: keepClose(ranks, place, -most, 0),
      },
      after: { ...after, alive: both, settled: [[slot, holds]], close: keepClose(ranks, place, 0, most) },
    }));
  });
  return [
    ...(holdsPosition(moves(starts), one) ? [taken] : []),
    ...(holdsPosition(moves(stops), other) ? [returned] : []),
    ...gained,
  ];
}
