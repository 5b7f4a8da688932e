import { withFact } from '../../reason/engine/judged-state.ts';
import type { State } from '../../decide/model.ts';
import type { Shift } from './list-shifts.ts';
import { lookFor } from './seek-aim.ts';
import type { Prospect, Quest } from './search-workloads.ts';
import { makeSides, type Swap } from './sides.ts';
import type { Stake } from './stakes.ts';
import type { WorkloadTable } from './workload-table.ts';

/** Looks for a workload of which a change makes another placement the best of its kind, in one way. */
export function seekShift(
  workloads: WorkloadTable,
  { fact, one, other }: Swap,
  shift: Shift,
  shows: Quest['shows'],
): Quest {
  const sides = makeSides(workloads);
  const look = (from: State): Prospect | null => {
    let state = from;
    for (;;) {
      const before = lookFor(workloads, shift.before, withFact(state, fact, one), sides);
      if (before === null) return null;
      const after = lookFor(workloads, shift.after, withFact(before.state, fact, other), sides);
      if (after === null) return null;
      const narrowed = withFact(after.state, fact, one | other);
      if (narrowed.every((mask, each) => mask === state[each]))
        return { state, hanging: joinHanging(before.hanging, after.hanging) };
      state = narrowed;
    }
  };
  return { look, shows, whole: fact, draws: 1 };
}

/** What hangs on conditions on one side of a change or the other: the more of the two. */
export function joinHanging(one: Prospect['hanging'], other: Prospect['hanging']): Map<number, Stake> {
  const joined = new Map(one);
  for (const [slot, stake] of other)
    if (stake.weight > (joined.get(slot)?.weight ?? 0)) joined.set(slot, stake);
  return joined;
}
