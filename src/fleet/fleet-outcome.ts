import type { Advice, PartAdvice } from '../advice/result.ts';
import { listPlaced } from '../advice/system.ts';
import type { Headline, Status, VerdictStrength } from '../words.ts';

/** What a workload comes out as, as far as workloads are counted by it. */
export interface FleetOutcome {
  readonly headline: Headline;
  readonly strength: VerdictStrength | null;
  readonly status: Status;
  readonly proven: boolean;
  readonly contested: boolean;
  readonly placement: string | null;
  /** Actions that are conditions of the verdict, by id. */
  readonly must: string[];
  /** Presumed facts that it leans on. */
  readonly if: string[];
}

/** What an advice comes out as; that on a system joins its parts. */
export function outcomeOf(advice: Advice): FleetOutcome {
  const { headline, strength, status, proven, contested, placement, if: leanings } = advice.verdict;
  return {
    headline,
    strength,
    status,
    proven,
    contested,
    placement,
    must: listActionIds(listPlaced(advice), 'must'),
    if: leanings.map(({ fact }) => fact),
  };
}

/** The actions of some parts, each once. */
export function listActionIds(parts: readonly PartAdvice[], level: 'must' | 'should'): string[] {
  const own = parts.flatMap(({ actions }) => actions.filter((each) => each.level === level));
  return [...new Set(own.map(({ id }) => id))].sort();
}
