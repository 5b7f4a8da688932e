import { truth } from '../decide/evaluate-condition.ts';
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
  const alive = counting.reduce((left, index) => left & ~(prepared.removes[index] ?? 0), vms | containers);
  if (alive === 0) return 'none';
  if ((alive & containers) === 0) return 'vm';
  if ((alive & vms) === 0) return 'container';
  const votes = new Map<number, number>();
  for (const index of counting) {
    const vote = prepared.votes[index];
    if (vote !== undefined && (vote.byWayOf & alive) !== 0)
      votes.set(vote.place, Math.max(votes.get(vote.place) ?? 0, vote.tier));
  }
  return compareVotes(votes);
}

/** @param votes the strongest vote of each concern and kind */
function compareVotes(votes: ReadonlyMap<number, number>): PlacedHeadline {
  const leads = [0, 0, 0, 0];
  for (const [place, tier] of votes) leads[tier] = (leads[tier] ?? 0) + (place % 2 === 0 ? 1 : -1);
  const lead = leads.findLast((each) => each !== 0) ?? 0;
  return lead === 0 ? 'either' : lead > 0 ? 'vm' : 'container';
}
