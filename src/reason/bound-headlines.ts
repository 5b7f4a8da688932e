import { truth } from '../decide/evaluate-condition.ts';
import type { Mask } from '../decide/model.ts';
import type { Bounds } from './bounds.ts';
import { boundSurvival, listOpenRemovers } from './bound-survival.ts';
import { boundVotes, type VoteBounds, writeVotes } from './bound-votes.ts';
import type { JudgedState } from './judged-state.ts';
import type { Terrain } from './terrain.ts';

/** Headlines as bits, so that sets of them are numbers. */
export const headlineBits = { vm: 1, container: 2, either: 4, none: 8 } as const;
/** A set of headlines. */
export type HeadlineSet = number;

/**
 * Bounds the headlines of all completions of a state by three-valued logic, and drops the open
 * conditions that cannot matter any more: votes below one that is certain, votes below a tier that
 * is decided, votes where a kind is out, exclusions that neither a kind nor a vote hangs on.
 */
export function boundHeadlines(terrain: Terrain, judged: JudgedState): Bounds {
  const survival = boundSurvival(terrain, judged);
  const alive = ~survival.out;
  const certain = alive & ~survival.doubtful;
  const [vms, containers] = terrain.kinds;
  const contest = (vms & alive) !== 0 && (containers & alive) !== 0;
  const votes = contest ? boundVotes(terrain, judged, survival) : null;
  let mattering = ((vms & certain) === 0 ? vms : 0) | ((containers & certain) === 0 ? containers : 0);
  const live: number[] = [];
  for (const { condition, byWayOf } of votes?.pending ?? []) {
    if ((byWayOf & certain) === 0) mattering |= byWayOf;
    if (judged.truths[condition] === truth.unknown) live.push(condition);
  }
  mattering &= alive;
  live.push(...listOpenRemovers(terrain, judged, mattering).filter((index) => !live.includes(index)));
  return {
    possible: boundSet(terrain, alive, certain, votes),
    live,
    writeKey: () => {
      const kinds = [vms & alive, containers & alive, vms & certain, containers & certain];
      const flags = kinds.map((mask) => (mask === 0 ? 0 : 1)).join('');
      return `${mattering}/${certain & mattering}/${flags}/${votes === null ? '' : writeVotes(votes, certain)}`;
    },
  };
}

function boundSet(terrain: Terrain, alive: Mask, certain: Mask, votes: VoteBounds | null): HeadlineSet {
  const [vms, containers] = terrain.kinds;
  const vmCertain = (vms & certain) !== 0;
  const containerCertain = (containers & certain) !== 0;
  let set = votes === null ? 0 : boundPreference(votes);
  if (!vmCertain && !containerCertain) set |= headlineBits.none;
  if ((vms & alive) !== 0 && !containerCertain) set |= headlineBits.vm;
  if ((containers & alive) !== 0 && !vmCertain) set |= headlineBits.container;
  return set;
}

function boundPreference({ least, most }: VoteBounds): HeadlineSet {
  let set = 0;
  for (const tier of [3, 2, 1] as const) {
    const [lowest, highest] = [least[tier] ?? 0, most[tier] ?? 0];
    if (highest > 0) set |= headlineBits.vm;
    if (lowest < 0) set |= headlineBits.container;
    if (lowest > 0 || highest < 0) return set;
  }
  return set | headlineBits.either;
}
