import { describeActions, describeConsidered, describeNotes } from '../../advice/describe-actions.ts';
import { describeVerdict } from '../../advice/describe-verdict.ts';
import { decidePlacing, fires, type Placing } from '../../advice/placing.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { isInputError } from '../../errors.ts';
import { compileRulebook } from '../../rulebook/compile-rulebook.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { FactStatement } from '../../workload/workload.ts';
import { applyChanges } from './apply-changes.ts';
import type { RulebookChange } from './compare-rulebooks.ts';

/** What is said of one thing to place, as far as a reader would call it another outcome. */
export interface PartOutcome {
  readonly headline: string;
  readonly strength: string | null;
  readonly contested: boolean;
  readonly status: string;
  /** Whether the proof of the status was finished. */
  readonly proven: boolean;
  readonly placement: readonly string[];
  readonly isolation: string | null;
  readonly must: readonly string[];
  readonly should: readonly string[];
  readonly notes: readonly string[];
  /** What is to be considered first. */
  readonly consider: readonly string[];
}

/** What differs, where something does, and why. */
export interface OutcomeChange {
  readonly before: PartOutcome;
  readonly after: PartOutcome;
  /** The parts of the outcome that differ. */
  readonly differs: readonly (keyof PartOutcome)[];
  /** Rules that fire under one rulebook only. */
  readonly fires: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Changes of the rulebook that by themselves bring about what differs, none of them to spare. */
  readonly because: readonly RulebookChange[];
  /** Changes that have to be undone together to have the outcome of before again, none to spare. */
  readonly undo: readonly RulebookChange[];
}

/** One thing to place, as each of the two rulebooks reads it. */
export interface ReadTwice {
  readonly before: ReadonlyMap<string, FactStatement>;
  readonly after: ReadonlyMap<string, FactStatement>;
  readonly waived: ReadonlySet<string>;
  /** A rulebook with what people ruled for the workload. */
  readonly rule: (ready: ReadyRulebook) => ReadyRulebook;
}

/** Two rulebooks and what differs between them. */
export interface PlacingPair {
  readonly before: ReadyRulebook;
  readonly after: ReadyRulebook;
  readonly changes: readonly RulebookChange[];
}

/**
 * Decides one thing under both rulebooks; where it comes out differently, finds by substitution
 * which changes of the rulebook make the difference.
 * @returns null where it comes out the same
 */
export function compareOutcomes(
  { before, after, changes }: PlacingPair,
  read: ReadTwice,
): OutcomeChange | null {
  const old = decidePlacing(read.rule(before), read.before, read.waived);
  const now = decidePlacing(read.rule(after), read.after, read.waived);
  const [one, other] = [gatherOutcome(old), gatherOutcome(now)];
  const differs = (Object.keys(one) as (keyof PartOutcome)[]).filter(
    (key) => print(one, [key]) !== print(other, [key]),
  );
  if (differs.length === 0) return null;

  const weighing = changes.filter(({ weighs }) => weighs);
  const decideWith = (some: readonly RulebookChange[]) => {
    const mixed = applyChanges(before.rulebook, after.rulebook, some);
    const placing = mixed === null ? null : openMixed(mixed, some, read);
    return placing === null ? null : print(gatherOutcome(placing), differs);
  };
  const because = minimiseSet(weighing, (some) => decideWith(some) === print(other, differs));
  const undo = minimiseSet(
    weighing,
    (some) => decideWith(weighing.filter((change) => !some.includes(change))) === print(one, differs),
  );
  const firing = (placing: Placing) =>
    placing.rulebook.rules.filter((_, index) => fires(placing, index)).map(({ id }) => id);
  const [firingBefore, firingAfter] = [firing(old), firing(now)];
  return {
    before: one,
    after: other,
    differs,
    fires: {
      before: firingBefore.filter((id) => !firingAfter.includes(id)),
      after: firingAfter.filter((id) => !firingBefore.includes(id)),
    },
    because,
    undo,
  };
}

/** The case under a mixture; what is said of a fact is read as the rulebook reads it that the fact is of. */
function openMixed(mixed: Rulebook, some: readonly RulebookChange[], read: ReadTwice): Placing | null {
  const changed = new Set(some.filter(({ sort }) => sort === 'fact').map(({ id }) => id));
  const statements = mixed.facts.flatMap(({ id }) => {
    const statement = (changed.has(id) ? read.after : read.before).get(id);
    return statement === undefined ? [] : [[id, statement] as const];
  });
  try {
    return decidePlacing(
      read.rule({ rulebook: mixed, model: compileRulebook(mixed) }),
      new Map(statements),
      read.waived,
    );
  } catch (error) {
    // Conditions of both rulebooks together may cut a number into more parts than a set can hold.
    if (!isInputError(error)) throw error;
    return null;
  }
}

/** What is said of one thing, decided. */
export function gatherOutcome(placing: Placing): PartOutcome {
  const { headline, strength, contested, status, proven, forms, isolation } = describeVerdict(placing);
  const actions = describeActions(placing);
  const ids = (level: string) =>
    actions
      .filter((action) => action.level === level)
      .map(({ id }) => id)
      .sort();
  return {
    headline,
    strength,
    contested,
    status,
    proven,
    placement: forms,
    isolation,
    must: ids('must'),
    should: ids('should'),
    notes: describeNotes(placing).map(({ rule }) => rule),
    consider: describeConsidered(placing).map(({ id }) => id),
  };
}

function print(outcome: PartOutcome, keys: readonly (keyof PartOutcome)[]): string {
  return JSON.stringify(keys.map((key) => outcome[key]));
}

/**
 * A part of a list that still satisfies a test, and of which nothing can be left out. Halves are
 * tried before quarters before single items, from the end, so that of several such parts the one
 * with earlier items is found.
 * @param items a list that satisfies it
 * @param holds the test; asked about some hundred times at most where the part is small
 */
export function minimiseSet<T>(items: readonly T[], holds: (some: readonly T[]) => boolean): T[] {
  let kept = [...items];
  let size = Math.max(Math.ceil(kept.length / 2), 1);
  for (;;) {
    let shrunk = false;
    for (let end = kept.length; end > 0; end -= size) {
      const without = kept.filter((_, index) => index < end - size || index >= end);
      if (!holds(without)) continue;
      kept = without;
      shrunk = true;
    }
    if (size === 1 && !shrunk) return kept;
    size = shrunk && size === 1 ? 1 : Math.max(Math.floor(size / 2), 1);
  }
}
