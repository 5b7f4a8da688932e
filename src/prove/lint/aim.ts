import { at } from '../../at.ts';
import { holdsPosition, listPositions, positionOf } from '../../decide/bits.ts';
import { maskOfAll, maskOfKind } from '../../decide/kinds.ts';
import type { KindIndex, Mask, Suits } from '../../decide/model.ts';
import { addToLead, type Lead, type LeadRank } from './lead.ts';
import type { WorkloadTable } from './workload-table.ts';

/** What has to come together in a workload. */
export interface Aim {
  /** The rule that fires, and all else is meant without it; null for none. */
  readonly fires: number | null;
  /** Placements that all survive. */
  readonly alive: Mask;
  /** Leads that are won, each where its second placement survives. */
  readonly won: readonly { readonly lead: Lead; readonly second: number }[];
  /** By how much a placement leads at a strength. */
  readonly close: readonly { readonly rank: LeadRank; readonly least: number; readonly most: number }[];
  /** Conditions that hold, or do not. */
  readonly settled: readonly (readonly [slot: number, holds: boolean])[];
  /** Placements that are all out. */
  readonly gone: Mask;
  /** The kind of which a placement is printed; null for any. */
  readonly printed: KindIndex | null;
}

/** An aim that names nothing. */
export const anyAim: Aim = { fires: null, alive: 0, won: [], close: [], settled: [], gone: 0, printed: null };

/**
 * All ways in which another form is printed because a rule fires: it removes the one that would be, or lifts
 * another over it, with which that is level at some strength, or behind by one.
 */
export function listLifts(workloads: WorkloadTable, rule: number): Aim[] {
  const { removes, suits } = at(workloads.model.rules, rule);
  return listPositions(maskOfAll(workloads.model)).flatMap((second) => {
    const aim = { ...aimAtForm(workloads, second), fires: rule };
    if (holdsPosition(removes, second)) return [aim];
    return listRivals(workloads, second).flatMap((first) =>
      rankOf(suits, first) >= rankOf(suits, second) || holdsPosition(removes, first)
        ? []
        : listLiftsOver(workloads, aim, rule, first),
    );
  });
}

/**
 * All ways in which a vote counts beside a form that it does not go by.
 * @param rule one that favours a kind
 * @param form the form, none of those that it goes by
 */
export function listBesides(workloads: WorkloadTable, rule: number, form: number): Aim[] {
  const own = at(workloads.model.rules, rule);
  if (holdsPosition(own.removes, form)) return [];
  const rivals = listRivals(workloads, form).filter((other) => !holdsPosition(own.removes, other));
  return listPositions(own.byWayOf & ~own.removes).map((way) => ({
    ...anyAim,
    fires: rule,
    alive: (1 << form) | (1 << way),
    won: rivals.map((other) => ({
      lead: addToLead(leadOf(workloads, form, other), own, form, other),
      second: other,
    })),
  }));
}

/** That a placement is printed. */
export function aimAtForm(workloads: WorkloadTable, form: number): Aim {
  return {
    ...anyAim,
    alive: 1 << form,
    won: listRivals(workloads, form).map((other) => ({
      lead: leadOf(workloads, form, other),
      second: other,
    })),
    printed: at(workloads.model.placements, form).kind,
  };
}

/** The ways in which a rule lifts a placement over the one that would be printed without it. */
function listLiftsOver(workloads: WorkloadTable, aim: Aim, rule: number, first: number): Aim[] {
  const own = at(workloads.model.rules, rule);
  const rank = rankOf(own.suits, first);
  const second = positionOf(aim.alive);
  const { ranks } = leadOf(workloads, first, second);
  const { won } = aim;
  const others = [second, ...won.map((each) => each.second)].filter(
    (other) => other !== first && !holdsPosition(own.removes, other),
  );
  return [0, -1].map((by) => ({
    ...aim,
    alive: aim.alive | (1 << first),
    won: [
      ...won,
      ...others.map((other) => ({
        lead: addToLead(leadOf(workloads, first, other), own, first, other),
        second: other,
      })),
    ],
    close: keepClose(ranks, rank, by, by),
  }));
}

/** That two placements are level at the strengths above one, and at that by how much the first leads. */
export function keepClose(ranks: Lead['ranks'], place: number, least: number, most: number): Aim['close'] {
  return ranks
    .slice(0, place + 1)
    .map((rank, each) => (each === place ? { rank, least, most } : { rank, least: 0, most: 0 }));
}

/** The strength at which a placement is suited, the strongest 0; 3 where it is not. */
function rankOf(suits: Suits, placement: number): number {
  const rank = suits.findIndex((mask) => holdsPosition(mask, placement));
  return rank === -1 ? suits.length : rank;
}

/** The other placements of its kind. */
function listRivals({ model }: WorkloadTable, placement: number): number[] {
  const { kind } = at(model.placements, placement);
  return listPositions(maskOfKind(model, kind) & ~(1 << placement));
}

/** By what one placement leads over another. */
export function leadOf({ leads }: WorkloadTable, first: number, second: number): Lead {
  return at(at(leads, first), second);
}
