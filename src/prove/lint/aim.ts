import { at } from '../../at.ts';
import { holdsPosition, listPositions, positionOf } from '../../decide/bits.ts';
import { maskOfAll } from '../../decide/kinds.ts';
import type { KindIndex, Mask, Suits } from '../../decide/model.ts';
import { compileLead, type Lead, type LeadRank } from './lead.ts';
import type { WorkloadTable } from './workload-table.ts';

/** What has to come together in a workload. */
export interface Aim {
  /** The rule that fires. */
  readonly fires: number;
  /** Whether all else is meant without it. */
  readonly without: boolean;
  /** Placements that all survive. */
  readonly alive: Mask;
  /** Leads that are won, each where its second placement survives. */
  readonly won: readonly { readonly lead: Lead; readonly second: number }[];
  /** By how much a placement leads at a strength. */
  readonly exact: readonly { readonly rank: LeadRank; readonly by: number }[];
  /** The kind of which a placement is printed; null for any. */
  readonly printed: KindIndex | null;
}

/**
 * All ways in which another form is printed because a rule fires: it removes the one that would be, or lifts
 * another over it, with which that is level at some strength, or behind by one.
 */
export function listLifts(workloads: WorkloadTable, rule: number): Aim[] {
  const { removes, suits } = at(workloads.model.rules, rule);
  const placements = listPositions(maskOfAll(workloads.model));
  return placements.flatMap((second) => {
    const own = placements.filter(
      (other) => other !== second && kindOf(workloads, other) === kindOf(workloads, second),
    );
    const aim: Aim = {
      fires: rule,
      without: true,
      alive: 1 << second,
      won: own.map((other) => ({
        lead: compileLead(workloads, second, other, { rule, fires: false }),
        second: other,
      })),
      exact: [],
      printed: kindOf(workloads, second),
    };
    if (holdsPosition(removes, second)) return [aim];
    const behind = rankOf(suits, second);
    return own.flatMap((first) => {
      const rank = rankOf(suits, first);
      return rank >= behind || holdsPosition(removes, first)
        ? []
        : listLiftsOver(workloads, aim, first, rank);
    });
  });
}

/** The ways in which a rule lifts a placement over the one that would be printed without it. */
function listLiftsOver(workloads: WorkloadTable, aim: Aim, first: number, rank: number): Aim[] {
  const { fires: rule, won } = aim;
  const { removes } = at(workloads.model.rules, rule);
  const second = positionOf(aim.alive);
  const { ranks } = compileLead(workloads, first, second, { rule, fires: false });
  const others = [second, ...won.map((each) => each.second)].filter(
    (other) => other !== first && !holdsPosition(removes, other),
  );
  return [0, -1].map((by) => ({
    ...aim,
    alive: aim.alive | (1 << first),
    won: [
      ...won,
      ...others.map((other) => ({
        lead: compileLead(workloads, first, other, { rule, fires: true }),
        second: other,
      })),
    ],
    exact: ranks.slice(0, rank + 1).map((each, place) => ({ rank: each, by: place === rank ? by : 0 })),
  }));
}

/** The strength at which a placement is suited, the strongest 0; 3 where it is not. */
function rankOf(suits: Suits, placement: number): number {
  const rank = suits.findIndex((mask) => holdsPosition(mask, placement));
  return rank === -1 ? suits.length : rank;
}

function kindOf({ model }: WorkloadTable, placement: number): KindIndex {
  return at(model.placements, placement).kind;
}
