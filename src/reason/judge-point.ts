import { at } from '../at.ts';
import { chooseHeadline } from '../decide/choose-headline.ts';
import type { ConcernVotes } from '../decide/count-votes.ts';
import { truth } from '../decide/judge-condition.ts';
import type { Mask } from '../decide/model.ts';
import type { PlacedHeadline } from '../words.ts';
import type { JudgedState } from './engine/judged-state.ts';
import type { Prepared } from './engine/prepared.ts';

/** Whether a condition counts for the headline: a rule where it holds, needs where they are not met. */
export function counts(prepared: Prepared, { truths }: JudgedState, index: number): boolean {
  return truths[index] === (index < prepared.needsFrom ? truth.true : truth.false);
}

/** The conditions that count in a state: few of all. */
export function listCounting(prepared: Prepared, judged: JudgedState): number[] {
  const counting: number[] = [];
  for (let index = 0; index < judged.truths.length; index++)
    if (counts(prepared, judged, index)) counting.push(index);
  return counting;
}

/**
 * The headline of a state by three-valued logic, as it is printed: only what is certain to hold removes
 * and votes.
 * @param counting the conditions that count in it
 */
export function headlineOf(prepared: Prepared, counting: readonly number[]): PlacedHeadline {
  const [vms, containers] = prepared.kinds;
  const alive = counting.reduce((left, index) => left & ~at(prepared.removes, index), vms | containers);
  return chooseHeadline(prepared.kinds, alive, () => castVotes(prepared, counting, alive)).headline;
}

function castVotes(prepared: Prepared, counting: readonly number[], alive: Mask): Iterable<ConcernVotes> {
  const votes = new Map<number, ConcernVotes>();
  for (const index of counting) {
    const vote = prepared.votes[index];
    if (vote === undefined || (vote.byWayOf & alive) === 0) continue;
    const { concern, kind, tier } = vote;
    const cast = votes.get(concern);
    if (cast === undefined) votes.set(concern, kind === 0 ? [tier, 0] : [0, tier]);
    else if (tier > cast[kind]) cast[kind] = tier;
  }
  return votes.values();
}
