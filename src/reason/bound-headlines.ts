import { truth } from '../decide/evaluate-condition.ts';
import { maskOfKind } from '../decide/find-survivors.ts';
import type { Mask, Tier } from '../decide/model.ts';
import { boundSurvival } from './bound-survival.ts';
import type { JudgedState, Terrain } from './judged-state.ts';

/** Headlines as bits, so that sets of them are numbers. */
export const headlineBits = { vm: 1, container: 2, either: 4, none: 8 } as const;
/** A set of headlines. */
export type HeadlineSet = number;

/** What can be said of a state without looking at its completions. */
export interface Bounds {
  /** Every headline of a completion is among these; perhaps others too. */
  readonly headlines: HeadlineSet;
  /** Positions of the open rules and needs that can still matter for the headline. */
  readonly live: readonly number[];
  /** What else the headline depends on: equal keys and equal open conditions have equal futures. */
  readonly key: string;
}

/**
 * Bounds the headlines of all completions of a state by three-valued logic, and drops the open rules
 * that cannot matter any more: votes below one that is certain, votes below a tier that is decided,
 * exclusions of what is out.
 */
export function boundHeadlines(terrain: Terrain, judged: JudgedState): Bounds {
  const { model, needsFrom, actionsFrom } = terrain;
  const { truths } = judged;
  const { out, doubtful } = boundSurvival(terrain, judged);
  const votes = boundVotes(terrain, truths, out, doubtful);
  const decided = findDecidedTier(votes);
  const live: number[] = [];
  for (let index = 0; index < actionsFrom; index++) {
    if (truths[index] !== truth.unknown) continue;
    if (index >= needsFrom) {
      if ((out & (1 << (index - needsFrom))) === 0) live.push(index);
      continue;
    }
    const rule = model.rules[index];
    if (rule === undefined) continue;
    const excludes = (rule.removes & ~out) !== 0;
    const sure = rule.favours === null ? 0 : (votes.sure[rule.concern * 2 + rule.favours] ?? 0);
    const voting =
      rule.favours !== null && (rule.byWayOf & ~out) !== 0 && rule.tier > sure && rule.tier >= decided;
    if (excludes || voting) live.push(index);
  }
  return {
    headlines: boundSet(terrain, out, doubtful, votes),
    live,
    key: `${out}/${votes.sure.join('')}/${votes.hanging}`,
  };
}

interface VoteBounds {
  /** Per concern and kind the strongest vote that is certain. */
  readonly sure: readonly Tier[];
  /** Per concern and kind the tiers that are possible, as bits. */
  readonly possible: readonly number[];
  /** Fired votes that hang on a placement which may still go. */
  readonly hanging: string;
}

function boundVotes(terrain: Terrain, truths: readonly number[], out: Mask, doubtful: Mask): VoteBounds {
  const { model } = terrain;
  const sure: Tier[] = new Array<Tier>(model.concerns * 2).fill(0);
  const possible: number[] = new Array<number>(model.concerns * 2).fill(0);
  const hanging: number[] = [];
  model.rules.forEach((rule, index) => {
    if (rule.favours === null || truths[index] === truth.false || (rule.byWayOf & ~out) === 0) return;
    const place = rule.concern * 2 + rule.favours;
    const certain = truths[index] === truth.true && (rule.byWayOf & ~out & ~doubtful) !== 0;
    if (certain) {
      if (rule.tier > (sure[place] ?? 0)) sure[place] = rule.tier;
    } else {
      possible[place] = (possible[place] ?? 0) | (1 << rule.tier);
      if (truths[index] === truth.true) hanging.push(index);
    }
  });
  sure.forEach((tier, place) => {
    // Only a vote above the certain one would be seen.
    possible[place] = ((possible[place] ?? 0) & ~((2 << tier) - 1)) | (1 << tier);
  });
  return { sure, possible, hanging: hanging.join() };
}

/** For a tier the least and the most by which VMs can lead. */
function boundLead(votes: VoteBounds, tier: Tier): [least: number, most: number] {
  let least = 0;
  let most = 0;
  votes.possible.forEach((set, place) => {
    if ((set & (1 << tier)) === 0) return;
    const certain = set === 1 << tier;
    if (place % 2 === 0) {
      most++;
      if (certain) least++;
    } else {
      least--;
      if (certain) most--;
    }
  });
  return [least, most];
}

/** The tier at which it is decided in every completion; votes below it cannot matter. 0 for none. */
function findDecidedTier(votes: VoteBounds): Tier {
  for (const tier of [3, 2, 1] as const) {
    const [least, most] = boundLead(votes, tier);
    if (least > 0 || most < 0) return tier;
  }
  return 0;
}

function boundSet(terrain: Terrain, out: Mask, doubtful: Mask, votes: VoteBounds): HeadlineSet {
  const vms = maskOfKind(terrain.model, 0);
  const containers = maskOfKind(terrain.model, 1);
  const [vmCertain, vmPossible] = [(vms & ~out & ~doubtful) !== 0, (vms & ~out) !== 0];
  const [containerCertain, containerPossible] = [
    (containers & ~out & ~doubtful) !== 0,
    (containers & ~out) !== 0,
  ];
  let set = 0;
  if (!vmCertain && !containerCertain) set |= headlineBits.none;
  if (vmPossible && !containerCertain) set |= headlineBits.vm;
  if (containerPossible && !vmCertain) set |= headlineBits.container;
  if (vmPossible && containerPossible) set |= boundPreference(votes);
  return set;
}

function boundPreference(votes: VoteBounds): HeadlineSet {
  let set = 0;
  for (const tier of [3, 2, 1] as const) {
    const [least, most] = boundLead(votes, tier);
    if (most > 0) set |= headlineBits.vm;
    if (least < 0) set |= headlineBits.container;
    if (least > 0 || most < 0) return set;
  }
  return set | headlineBits.either;
}
