import { joinHeadlines } from '../advice/system.ts';
import { at } from '../at.ts';
import type { Known } from '../decide/build-state.ts';
import type { Kernel } from '../decide/kernel.ts';
import { lookAround, type Neighbours } from '../reason/engine/neighbours.ts';
import type { Prepared } from '../reason/engine/prepared.ts';
import type { Headline, PlacedHeadline, Status, VerdictStrength } from '../words.ts';

/** A thing to place: what is known of it, and what it is judged by. */
export interface SortPart {
  readonly prepared: Prepared;
  readonly known: Known;
}

/** Workloads of which the same is known. */
export interface FleetSort {
  /** Itself, or the parts of a system. */
  readonly parts: readonly SortPart[];
  readonly workloads: number;
  readonly headline: Headline;
  readonly strength: VerdictStrength | null;
  readonly status: Status;
}

/** A sort, and what lies around what is known of it. */
export interface SurroundedSort extends FleetSort {
  readonly parts: readonly SurroundedPart[];
  /** What the facts come to as they are, nothing proven. */
  readonly point: Headline;
}

/** A part of it. */
export interface SurroundedPart extends SortPart {
  readonly from: Neighbours;
}

/** Of as many kernels room is kept. */
const mostKernels = 100;

/**
 * Makes what looks at what lies around a sort, once for all that is counted of it: what it gave before means nothing
 * any more then.
 */
export function surroundSorts(): (sort: FleetSort) => SurroundedSort {
  const rooms = new Map<Kernel, Neighbours[]>();
  return (sort) => {
    const parts = sort.parts.map((part, place) => {
      const { kernel } = part.prepared;
      const own = rooms.get(kernel) ?? [];
      // Rulings of a workload make a kernel that no other has.
      if (own.length === 0 && rooms.size < mostKernels) rooms.set(kernel, own);
      const from = lookAround(kernel, part.known.state, own[place]);
      own[place] = from;
      return { ...part, from };
    });
    return { ...sort, parts, point: joinPoints(parts.map(({ from }) => from.headline)) };
  };
}

/** The headline of what has these parts. */
export function joinPoints(points: readonly PlacedHeadline[]): Headline {
  return points.length === 1 ? at(points, 0) : joinHeadlines(points);
}
