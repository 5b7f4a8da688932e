import type { Evidence, PartAdvice, Reason } from '../advice/result.ts';

/** A placement of the other kind that is out for want of what it needs, not by a rule. */
export interface UnmetNeed {
  readonly placement: string;
  /** The known facts that say so. */
  readonly facts: readonly Evidence[];
}

/** Reasons that mean the same for the verdict. */
export interface ReasonGroup {
  readonly title: string;
  readonly reasons: readonly Reason[];
  /** Where the rules are shown for what they remove, not for how they vote. */
  readonly ruling: boolean;
  readonly unmet: readonly UnmetNeed[];
}

/**
 * Sorts the reasons by what they mean for the verdict: what made it, what speaks against, what else
 * is ruled out. For `either` both sides stand side by side; for `none`, what leaves nothing.
 * @param all also the votes that a stronger one of the same concern contains
 */
export function arrangeReasons(part: PartAdvice, all: boolean): ReasonGroup[] {
  const { headline, strength } = part.verdict;
  const { reasons } = part;
  const group = (title: string, list: readonly Reason[], unmet: readonly UnmetNeed[] = []): ReasonGroup => ({
    title,
    reasons: list,
    ruling: title === 'Ruling out',
    unmet,
  });
  const rulingOut = (list: readonly Reason[]) => (list.length === 0 ? [] : [group('Ruling out', list)]);
  if (headline === 'none') return [group('Why', listConflicting(part))];
  const counting = new Set(part.votes.flatMap((vote) => vote.rules));
  const voting = (list: readonly Reason[]) => list.filter((reason) => all || counting.has(reason.rule));
  if (headline === 'either') {
    const of = (kind: 'vm' | 'container') => voting(reasons.for).filter((reason) => reason.favours === kind);
    return [
      group('For a container', of('container')),
      group('For a VM', of('vm')),
      ...rulingOut(reasons.rulingOut),
    ];
  }
  const others = new Set(part.placements.filter(({ kind }) => kind !== headline).map(({ id }) => id));
  const forcing =
    strength === 'forced'
      ? reasons.rulingOut.filter((reason) => reason.removes.some((id) => others.has(id)))
      : [];
  const why = mergeReasons(forcing, voting(reasons.for));
  const said = new Set([...why, ...reasons.against].map((reason) => reason.rule));
  return [
    group('Why', why, strength === 'forced' ? listUnmetNeeds(part, others) : []),
    group('Against', voting(reasons.against)),
    ...rulingOut(reasons.rulingOut.filter((reason) => !said.has(reason.rule))),
  ];
}

/** The rules of the smallest sets that leave nothing. */
function listConflicting(part: PartAdvice): Reason[] {
  const involved = new Set(
    part.conflicts.flat().flatMap((remover) => ('rule' in remover ? [remover.rule] : [])),
  );
  return part.reasons.rulingOut.filter((reason) => involved.has(reason.rule));
}

function listUnmetNeeds(part: PartAdvice, others: ReadonlySet<string>): UnmetNeed[] {
  return part.placements.flatMap((placement) => {
    const needs = placement.removedBy.find((remover) => 'needs' in remover);
    if (!others.has(placement.id) || needs === undefined || !('needs' in needs)) return [];
    const facts = needs.facts.flatMap((fact) => {
      const entry = part.facts[fact];
      return entry === undefined || entry.origin === 'unknown' ? [] : [{ fact, ...entry }];
    });
    return [{ placement: placement.id, facts }];
  });
}

function mergeReasons(first: readonly Reason[], second: readonly Reason[]): Reason[] {
  const ids = new Set(first.map((reason) => reason.rule));
  return [...first, ...second.filter((reason) => !ids.has(reason.rule))];
}
