import { hasBit } from '../../decide/bit-words.ts';
import { narrowState } from './boxes.ts';
import type { State } from '../../decide/model.ts';
import type { WorkloadTable } from './workload-table.ts';
import type { Sides } from './sides.ts';

/** Open conditions that have to hold, or must not, in every workload of a set that shows what is looked for. */
export type Needs = Map<number, boolean>;

/**
 * Adds a need.
 * @returns false where that cannot be: it is certain otherwise, or needed otherwise
 */
export function addNeed(needs: Needs, { sure, possible }: Sides, slot: number, holds: boolean): boolean {
  if (hasBit(sure, slot)) return holds;
  if (!hasBit(possible, slot)) return !holds;
  const before = needs.get(slot);
  needs.set(slot, holds);
  return before === undefined || before === holds;
}

/** The part of a set that plainly meets some needs; null where none does. */
export function meetNeeds(
  { conditions, negations }: WorkloadTable,
  needs: Needs,
  state: State,
): State | null {
  const nodes = [...needs].flatMap(([slot, holds]) => (holds ? conditions : negations)[slot] ?? []);
  return narrowState(nodes, state);
}
