import type { Position } from '../errors.ts';
import type { StatedValue } from '../rulebook/fact-value.ts';
import type { Observed } from '../workload/workload.ts';
import type { Spot } from './spot.ts';

/** What an artefact says of facts: each with the values that are possible. */
export type Claims = Readonly<Record<string, readonly StatedValue[]>>;

/** Whether a statement has to be true if the artefact works as it stands, or is only likely. */
export type Certainty = 'proves' | 'suggests';

/** One statement about one fact, and what it rests on. */
export interface Inference {
  readonly fact: string;
  readonly values: readonly StatedValue[];
  readonly certainty: Certainty;
  /** The rule that says so. */
  readonly rule: string;
  readonly at: Position;
}

/** A place at which a rule finds what it reads. */
export interface Find {
  readonly spot: Spot;
  /** Whether its key or its value is shown; the value where left out. */
  readonly part?: 'key' | 'value';
  /** What follows there, where that depends on what stands there; else what the rule declares. */
  readonly proves?: Claims;
  readonly suggests?: Claims;
}

/** What follows from what stands there: the facts, and how the values come about, in words. */
export interface Computed {
  readonly facts: readonly string[];
  readonly as: string;
}

/** A statement that a kind of artefact allows: declared, so that it can be listed, tried and taken away. */
export interface InferenceRule<Source> {
  /** The kind or topic, and what it is about: `compose/host-network`. */
  readonly id: string;
  /** The keys it reads, as the format spells them, dots between levels. */
  readonly reads: readonly string[];
  /** Where it finds what it reads in one subject; none where it is quiet. */
  readonly finds: (source: Source) => readonly Find[];
  readonly proves?: Claims | Computed;
  readonly suggests?: Claims | Computed;
  /** The observation that a find is of: it tells of actions what was done. */
  readonly shows?: string;
  /** Whether what it shows would stand in the artefact if it were so; left out, nobody can tell. */
  readonly looks?: (source: Source) => boolean;
  /** One sentence for whoever wonders why. */
  readonly because: string;
  /** What it does not say, where people expect it. */
  readonly not?: string;
  /** Two smallest artefacts of the kind, or parts of one, that a test runs the rule on. */
  readonly examples: { readonly fires: string; readonly quiet: string };
}

/**
 * Everything that a table of rules says of one subject, in the order of the table.
 * @param source the subject as the rules look at it
 */
export function listInferences<Source>(rules: readonly InferenceRule<Source>[], source: Source): Inference[] {
  const inferences: Inference[] = [];
  for (const rule of rules)
    for (const find of rule.finds(source))
      inferences.push(
        ...listClaims(rule.id, 'proves', find.proves ?? rule.proves, find),
        ...listClaims(rule.id, 'suggests', find.suggests ?? rule.suggests, find),
      );
  return inferences;
}

/**
 * What rules saw of one subject, and what they would have seen and did not.
 * @param source the subject as the rules look at it
 */
export function listObserved<Source>(rules: readonly InferenceRule<Source>[], source: Source): Observed[] {
  return rules.flatMap((rule): Observed[] => {
    const { id, shows, looks } = rule;
    if (shows === undefined) return [];
    const finds = rule.finds(source);
    if (finds.length === 0) return looks?.(source) === true ? [{ observation: shows, seen: false }] : [];
    return finds.map((find) => ({ observation: shows, seen: true, at: placeOf(find), rule: id }));
  });
}

function placeOf({ spot, part }: Find): Position {
  return part === 'key' ? spot.key : spot.at;
}

function listClaims(
  rule: string,
  certainty: Certainty,
  claims: Claims | Computed | undefined,
  find: Find,
): Inference[] {
  if (claims === undefined || isComputed(claims)) return [];
  const at = placeOf(find);
  return Object.entries(claims).map(([fact, values]) => ({ fact, values, certainty, rule, at }));
}

/** Whether the values of a declared claim depend on what stands in the artefact. */
export function isComputed(claims: Claims | Computed): claims is Computed {
  return 'as' in claims && typeof claims.as === 'string';
}

/** Finds at spots that may be missing; the rule's own claims follow. */
export function findsAt(...spots: readonly (Spot | undefined)[]): Find[] {
  return spots.flatMap((spot) => (spot === undefined ? [] : [{ spot }]));
}

/** The same, shown at their keys: for what is said by a key's presence, or by absence below it. */
export function findsAtKey(...spots: readonly (Spot | undefined)[]): Find[] {
  return spots.flatMap((spot) => (spot === undefined ? [] : [{ spot, part: 'key' as const }]));
}
