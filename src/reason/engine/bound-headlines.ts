import { at } from '../../at.ts';
import { truth } from '../../decide/judge-condition.ts';
import type { Mask } from '../../decide/model.ts';
import type { Bounds } from './bounds.ts';
import { boundSurvival, listOpenRemovers } from './bound-survival.ts';
import { boundVotes, hasWay, type VoteBounds, keyOfVotes } from './bound-votes.ts';
import type { JudgedState } from './judged-state.ts';
import type { Prepared } from './prepared.ts';

/** Headlines as bits, so that sets of them are numbers. */
export const headlineBits = { vm: 1, container: 2, either: 4, none: 8 } as const;
/** A set of headlines. */
export type HeadlineSet = number;

type Sides = readonly [vm: Mask, container: Mask];

/** The bits of what can come out: how finely verdicts are told apart. */
interface Scale {
  readonly none: Mask;
  readonly either: Mask;
  readonly forced: Sides;
  readonly byTier: Readonly<Record<1 | 2 | 3, Sides>>;
}

const sides: Sides = [headlineBits.vm, headlineBits.container];
const headlineScale: Scale = {
  none: headlineBits.none,
  either: headlineBits.either,
  forced: sides,
  byTier: { 3: sides, 2: sides, 1: sides },
};

/** Headlines with their strength as bits. */
export const verdictBits = {
  'vm forced': 1,
  'vm clear': 2,
  'vm favoured': 4,
  'vm lean': 8,
  'container forced': 16,
  'container clear': 32,
  'container favoured': 64,
  'container lean': 128,
  either: 256,
  none: 512,
} as const;

const verdictScale: Scale = {
  none: verdictBits.none,
  either: verdictBits.either,
  forced: [verdictBits['vm forced'], verdictBits['container forced']],
  byTier: {
    3: [verdictBits['vm clear'], verdictBits['container clear']],
    2: [verdictBits['vm favoured'], verdictBits['container favoured']],
    1: [verdictBits['vm lean'], verdictBits['container lean']],
  },
};

/**
 * Bounds the headlines of all completions of a state by three-valued logic, and drops the open
 * conditions that cannot matter any more: votes below one that is certain, votes below a tier that
 * is decided, votes where a kind is out, exclusions that neither a kind nor a vote hangs on.
 */
export function boundHeadlines(prepared: Prepared, judged: JudgedState): Bounds {
  return boundVerdict(prepared, judged, headlineScale);
}

/** Bounds the headlines and their strengths, as bits of `verdictBits`. */
export function boundVerdicts(prepared: Prepared, judged: JudgedState): Bounds {
  return boundVerdict(prepared, judged, verdictScale);
}

function boundVerdict(prepared: Prepared, judged: JudgedState, scale: Scale): Bounds {
  const survival = boundSurvival(prepared, judged);
  const alive = ~survival.out;
  const certain = alive & ~survival.doubtful;
  const [vms, containers] = prepared.kinds;
  const contest = (vms & alive) !== 0 && (containers & alive) !== 0;
  const votes = contest ? boundVotes(prepared, judged, survival) : null;
  let mattering = ((vms & certain) === 0 ? vms : 0) | ((containers & certain) === 0 ? containers : 0);
  const live: number[] = [];
  for (const { condition, byWayOf } of votes?.pending ?? []) {
    if (!hasWay(byWayOf, alive, certain, prepared.kinds)) mattering |= byWayOf;
    if (judged.truths[condition] === truth.unknown) live.push(condition);
  }
  mattering &= alive;
  live.push(...listOpenRemovers(prepared, judged, mattering).filter((index) => !live.includes(index)));
  return {
    possible: boundSet(prepared, alive, certain, votes, scale),
    live,
    key: () => {
      const kinds = [vms & alive, containers & alive, vms & certain, containers & certain];
      const flags = kinds.map((mask) => (mask === 0 ? 0 : 1)).join('');
      return `${mattering}/${certain & mattering}/${flags}/${votes === null ? '' : keyOfVotes(votes, certain)}`;
    },
  };
}

function boundSet(
  prepared: Prepared,
  alive: Mask,
  certain: Mask,
  votes: VoteBounds | null,
  { none, forced, byTier, either }: Scale,
): Mask {
  const [vms, containers] = prepared.kinds;
  const vmCertain = (vms & certain) !== 0;
  const containerCertain = (containers & certain) !== 0;
  let set = votes === null ? 0 : boundPreference(votes, byTier, either);
  if (!vmCertain && !containerCertain) set |= none;
  if ((vms & alive) !== 0 && !containerCertain) set |= forced[0];
  if ((containers & alive) !== 0 && !vmCertain) set |= forced[1];
  return set;
}

function boundPreference({ least, most }: VoteBounds, byTier: Scale['byTier'], either: Mask): Mask {
  let set = 0;
  for (const tier of [3, 2, 1] as const) {
    const [lowest, highest] = [at(least, tier), at(most, tier)];
    if (highest > 0) set |= byTier[tier][0];
    if (lowest < 0) set |= byTier[tier][1];
    if (lowest > 0 || highest < 0) return set;
  }
  return set | either;
}
