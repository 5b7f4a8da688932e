import type { KindIndex, State } from '../../decide/model.ts';
import { anyAim } from './aim.ts';
import { joinHanging, seekShift } from './seek-shift.ts';
import { boundTurn } from './bound-turn.ts';
import type { ChangeReach, Shift } from './list-shifts.ts';
import type { Prospect, Quest } from './search-workloads.ts';
import { judgeSides, listSlots, makeSides, type Swap } from './sides.ts';
import type { WorkloadTable } from './workload-table.ts';

/**
 * Looks for a workload of which a step moves the headline towards containers, in all ways in which it can: by each vote
 * for a container that it wins, by each for a VM that it loses, and otherwise.
 * @param reach what the step can move
 * @param shows whether it weakens the isolation of a workload
 */
export function listTurnQuests(
  workloads: WorkloadTable,
  change: Swap,
  reach: ChangeReach,
  shows: Quest['shows'],
): Quest[] {
  const { model, voting } = workloads;
  const list = (words: Int32Array, kind: KindIndex): number[] =>
    listSlots(words, voting).filter((slot) => model.rules[slot]?.favours === kind);
  const sides = makeSides(workloads);
  const seek = (by: number | null, narrow: (state: State) => Prospect | null): Quest => ({
    look: (from) => {
      const narrowed = narrow(from);
      if (narrowed === null) return null;
      const { state } = narrowed;
      judgeSides(workloads, change, state, sides);
      keepCommon(sides.starts, reach.starts);
      keepCommon(sides.stops, reach.stops);
      const hanging = boundTurn(workloads, sides, by);
      return hanging && { state, hanging: joinHanging(hanging, narrowed.hanging) };
    },
    shows,
    whole: change.fact,
    draws: 3,
  });
  const seekBy = (by: number, starts: boolean): Quest => {
    const shift: Shift = {
      before: { ...anyAim, settled: [[by, !starts]] },
      after: { ...anyAim, settled: [[by, starts]] },
    };
    return seek(by, seekShift(workloads, change, shift, shows).look);
  };
  return [
    seek(null, (state) => ({ state, hanging: new Map() })),
    ...list(reach.starts, 1).map((slot) => seekBy(slot, true)),
    ...list(reach.stops, 0).map((slot) => seekBy(slot, false)),
  ];
}

function keepCommon(words: Int32Array, others: Int32Array): void {
  for (let word = 0; word < words.length; word++) words[word] = (words[word] ?? 0) & (others[word] ?? 0);
}
