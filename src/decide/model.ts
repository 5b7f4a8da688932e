// The rulebook as the deciding code sees it: numbers and bit masks only, no prose. It is compiled
// from the checked rulebook (src/rulebook/compile-rulebook.ts) and is plain data.

/** A set of the values of one fact, or of placements: bit i stands for the i-th. */
export type Mask = number;

/** A cut of a number line: values from `at` on (`before`), or beyond it (`after`), lie to its right. */
export interface Cut {
  readonly at: number;
  readonly side: 'before' | 'after';
}

/** A fact with as many values as rules can tell apart. */
export interface ModelFact {
  readonly id: string;
  /** The choices in order; empty for a number. */
  readonly choices: readonly string[];
  /** Where rules cut a number; n cuts make n + 1 intervals. */
  readonly cuts: readonly Cut[];
  /** All its values. */
  readonly all: Mask;
  /** The presumed value, or null. */
  readonly presumed: Mask | null;
  /** Where several stated values mean that any would do: all choices, the most preferred first; else null. */
  readonly anyOf: readonly string[] | null;
  /** When its question makes sense; null for always. */
  readonly askedIf: ModelCondition | null;
}

/** A condition in negation normal form; tests of one fact inside one all or any are one mask. */
export type Node =
  | { readonly is: 'all' | 'any'; readonly of: readonly Node[] }
  | { readonly is: 'test'; readonly fact: number; readonly mask: Mask };

/** A condition with the facts it reads. */
export interface ModelCondition {
  readonly node: Node;
  /** Facts it reads, each once, ascending. */
  readonly reads: readonly number[];
  /** Those that stand at more than one place of it, so that a set must be judged value by value. */
  readonly repeated: readonly number[];
}

/** The two kinds as numbers, for tables. */
export const vm = 0;
/** @see vm */
export const container = 1;
/** 0 for vm, 1 for container. */
export type KindIndex = 0 | 1;

/** Strengths as numbers: 3 strong, 2 moderate, 1 slight, 0 none. */
export type Tier = 0 | 1 | 2 | 3;

/** A placement; its isolation is the index into the levels, weakest 0. */
export interface ModelPlacement {
  readonly id: string;
  readonly kind: KindIndex;
  readonly level: number;
  readonly needs: ModelCondition | null;
}

/** The placements that a rule prefers among their kind, by how strongly. */
export type Suits = readonly [strong: Mask, moderate: Mask, slight: Mask];

/** Of a rule that prefers no placement. */
export const suitsNothing: Suits = [0, 0, 0];

/** All placements that a rule prefers, however strongly. */
export function joinSuits([strong, moderate, slight]: Suits): Mask {
  return strong | moderate | slight;
}

/** A rule: what it tests and what follows. */
export interface ModelRule {
  readonly id: string;
  readonly concern: number;
  readonly when: ModelCondition;
  /** Placements it removes, those below its isolation floor included. */
  readonly removes: Mask;
  readonly favours: KindIndex | null;
  /** Strength of its vote; 0 where it favours nothing. */
  readonly tier: Tier;
  /** The vote counts only while one of these survives. */
  readonly byWayOf: Mask;
  readonly suits: Suits;
  /** Index of the action it demands, or null. */
  readonly must: number | null;
  /** Whether it says a note, or what to consider first. */
  readonly notes: boolean;
}

/** An action: which placements it is for and when; `for` 0 where only a rule calls for it. */
export interface ModelAction {
  readonly id: string;
  readonly must: boolean;
  readonly for: Mask;
  readonly when: ModelCondition | null;
  readonly contradictedBy: ModelCondition | null;
}

/** What moving into a kind takes, the first that holds. */
export interface ModelMove {
  readonly takes: 'nothing' | 'repackage' | 'redesign';
  readonly when: ModelCondition;
}

/** A whole rulebook, compiled. */
export interface Model {
  readonly facts: readonly ModelFact[];
  readonly placements: readonly ModelPlacement[];
  /** Number of concerns. */
  readonly concerns: number;
  readonly rules: readonly ModelRule[];
  readonly actions: readonly ModelAction[];
  readonly moving: readonly [vm: readonly ModelMove[], container: readonly ModelMove[]];
}

/** What is known: for each fact the set of values still possible, never empty. */
export type State = readonly Mask[];
