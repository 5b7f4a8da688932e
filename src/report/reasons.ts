import { mostConflicts } from '../decide/list-conflicts.ts';
import type { Evidence, PartAdvice, Reason } from '../advice/result.ts';
import { type NameIndex, type ReportPart, wordFact, wordPlacement, wordRemover } from './names.ts';
import { kindTitles } from './placements.ts';
import type { Kind } from '../words.ts';

/** Reasons that mean the same for the verdict. */
export interface ReasonGroup {
  readonly title: 'Why' | 'Against' | 'Ruling out' | (typeof kindTitles)[Kind] | typeof formTitle;
  readonly reasons: readonly Reason[];
  readonly unmet: readonly UnmetNeed[];
}

/** A placement of the other kind that is out for want of what it needs, not by a rule. */
export interface UnmetNeed {
  readonly placement: string;
  /** The known facts that say so. */
  readonly facts: readonly Evidence[];
}

/** What stands above the rules that prefer a placement among its kind. */
export const formTitle = 'Why this form';

/** How a reason speaks, in a word or two: its strength, or that it rules something out. */
export function wordStrength({ strength, favours }: Reason, { title }: ReasonGroup): string {
  const votes = title === formTitle || (title !== 'Ruling out' && favours !== null);
  return (votes ? strength : null) ?? 'rules out';
}

/** What a placement needs and has not, as the beginning of a sentence. */
export function wordUnmetNeed(names: NameIndex, { placement }: UnmetNeed): string {
  return `${wordPlacement(names, placement)}: what it needs is not there`;
}

/** The facts that something rests on, each with its value. */
export function wordFacts(names: NameIndex, facts: readonly Evidence[], between: string): string {
  return facts.map((fact) => wordFact(names, fact)).join(between);
}

/** For `none`: the smallest sets that leave nothing, and what could be done about each. */
export interface ConflictsView {
  readonly title: string;
  readonly sets: readonly string[];
  readonly ways: readonly string[];
}

/** What stands above the sets: also that there may be more of them than are listed. */
function wordConflicts(count: number): string {
  if (count === 1) return 'What leaves nothing';
  const cut = count < mostConflicts ? '' : `, the first ${count} of them`;
  return `Each of these leaves nothing${cut}`;
}

/** Words what leaves nothing. */
export function viewConflicts(about: ReportPart): ConflictsView {
  const { conflicts } = about.part;
  return {
    title: wordConflicts(conflicts.length),
    sets: conflicts.map((set) => set.map(wordRemover).join(' with ')),
    ways: listReasons({ ...about, all: true }).flatMap(({ reasons }) =>
      reasons.flatMap(({ instead }) => instead ?? []),
    ),
  };
}

/**
 * Sorts the reasons by what they mean for the verdict: what made it, what speaks against, what else
 * is ruled out. For `either` both sides stand side by side; for `none`, what leaves nothing. In short,
 * without votes that a stronger one of the same concern contains.
 */
export function listReasons({ part, all }: Pick<ReportPart, 'part' | 'all'>): ReasonGroup[] {
  const { headline, strength } = part.verdict;
  const { reasons } = part;
  const group = (
    title: ReasonGroup['title'],
    list: readonly Reason[],
    unmet: readonly UnmetNeed[] = [],
  ): ReasonGroup => ({ title, reasons: list, unmet });
  const rulingOut = (list: readonly Reason[]) => (list.length === 0 ? [] : [group('Ruling out', list)]);
  if (headline === 'none') return [group('Why', listConflicting(part))];
  const counting = new Set(part.votes.flatMap((vote) => vote.rules));
  const voting = (list: readonly Reason[]) => list.filter((reason) => all || counting.has(reason.rule));
  if (headline === 'either') {
    const of = (kind: Kind) => voting(reasons.for).filter((reason) => reason.favours === kind);
    return [
      group(kindTitles.container, of('container')),
      group(kindTitles.vm, of('vm')),
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

/** The weaker votes for the same kind that a reason stands for, as its concern has one vote: none for the others. */
export function listWeaker(part: PartAdvice, { rule, concern, favours }: Reason): Reason[] {
  const counting = part.votes.find((vote) => vote.concern === concern)?.rules ?? [];
  const own = [...part.reasons.for, ...part.reasons.against].filter(
    (each) => each.concern === concern && each.favours === favours,
  );
  const first = own.find((each) => counting.includes(each.rule));
  return favours === null || first?.rule !== rule ? [] : own.filter((each) => !counting.includes(each.rule));
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
