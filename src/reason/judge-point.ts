import { truth } from '../decide/evaluate-condition.ts';
import type { Headline } from '../decide/choose-headline.ts';
import type { JudgedState } from './judged-state.ts';
import type { Terrain } from './terrain.ts';

/**
 * The headline of a judged state by three-valued logic, as it is printed: only what is certain to
 * hold removes and votes.
 */
export function headlineOf(terrain: Terrain, { truths }: JudgedState): Headline {
  let alive = terrain.kinds[0] | terrain.kinds[1];
  for (const { condition, when, removes } of terrain.removers)
    if (truths[condition] === when) alive &= ~removes;
  if (alive === 0) return 'none';
  if ((alive & terrain.kinds[1]) === 0) return 'vm';
  if ((alive & terrain.kinds[0]) === 0) return 'container';
  const votes = new Array<number>(terrain.model.concerns * 2).fill(0);
  for (const { condition, place, tier, byWayOf } of terrain.voters)
    if (truths[condition] === truth.true && (byWayOf & alive) !== 0)
      votes[place] = Math.max(votes[place] ?? 0, tier);
  return comparePlaces(votes);
}

/**
 * Whether a condition counts for the headline of a state: a rule where it holds, needs where they are
 * not met.
 * @param index its position
 */
export function counts(terrain: Terrain, { truths }: JudgedState, index: number): boolean {
  return truths[index] === (index < terrain.needsFrom ? truth.true : truth.false);
}

function comparePlaces(votes: readonly number[]): Headline {
  for (const tier of [3, 2, 1]) {
    let lead = 0;
    for (let place = 0; place < votes.length; place++)
      if (votes[place] === tier) lead += place % 2 === 0 ? 1 : -1;
    if (lead !== 0) return lead > 0 ? 'vm' : 'container';
  }
  return 'either';
}
