import { listBits } from '../../decide/evaluate-condition.ts';
import type { Mask, Model, State } from '../../decide/model.ts';
import { listMasks } from '../../reason/conditions.ts';
import { splitMask } from '../../reason/judged-state.ts';

/**
 * All complete workloads that rules and needs can tell apart, one of each sort.
 * @param most how many there may be
 * @returns null where there are more
 */
export function listSorts(model: Model, most: number): State[] | null {
  const conditions = [...model.rules.map(({ when }) => when), ...model.placements.map(({ needs }) => needs)];
  const values = model.facts.map(({ all }, fact) =>
    splitMask(
      all,
      conditions.flatMap((condition) => listMasks(condition?.node, fact)),
    ).map((mask) => listBits(mask)[0] ?? 0),
  );
  if (values.reduce((product, each) => product * each.length, 1) > most) return null;
  return values.reduce<Mask[][]>(
    (states, each) => states.flatMap((state) => each.map((value) => [...state, value])),
    [[]],
  );
}
