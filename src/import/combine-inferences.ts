import type { Position } from '../errors.ts';
import type { NumberRange, StatedValue } from '../rulebook/fact-value.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import type { FactStatement, StatedOrigin } from '../workload/workload.ts';
import type { Certainty, Inference } from './inference-rule.ts';

/** Statements that cannot all be true. */
export interface Clash {
  readonly fact: string;
  readonly certainty: Certainty;
  readonly between: readonly Inference[];
}

/** What is left of many inferences: at most one proof and one suggestion a fact. */
export interface Combined {
  readonly statements: readonly FactStatement[];
  readonly clashes: readonly Clash[];
}

/**
 * Lays inferences about one subject together: proofs are intersected, then suggestions, then these with
 * the proof; what would leave nothing is reported and left out. Facts and values that the rulebook does
 * not know say nothing to it.
 * @param facts the vocabulary
 * @param origin what proofs are marked with
 */
export function combineInferences(
  facts: readonly Fact[],
  inferences: readonly Inference[],
  origin: Exclude<StatedOrigin, 'suggested'>,
): Combined {
  const statements: FactStatement[] = [];
  const clashes: Clash[] = [];
  const said = new Set(inferences.map(({ fact }) => fact));
  for (const fact of facts) {
    if (!said.has(fact.id)) continue;
    const about = (certainty: Certainty) =>
      inferences.filter((each) => each.fact === fact.id && each.certainty === certainty);
    const proof = intersect(fact, about('proves'));
    if (proof === null) {
      clashes.push({ fact: fact.id, certainty: 'proves', between: about('proves') });
      continue;
    }
    const likely = intersect(fact, about('suggests'), proof?.values);
    const isNarrowed = likely !== undefined && likely !== null && !sameValues(likely.values, proof?.values);
    if (
      proof !== undefined &&
      isWorthSaying(fact, proof.values) &&
      (isNarrowed || !isChoice(fact, proof.values))
    )
      statements.push(toStatement(fact, proof, origin));
    if (likely === null) clashes.push({ fact: fact.id, certainty: 'suggests', between: about('suggests') });
    else if (isNarrowed && likely.count > 0) statements.push(toStatement(fact, likely, 'suggested'));
  }
  return { statements, clashes };
}

/** What several inferences come to, and the one that narrowed it last. */
interface Narrowed {
  readonly values: readonly StatedValue[];
  readonly rule: string;
  readonly at: Position;
  /** How many inferences it is made of. */
  readonly count: number;
}

/** Undefined of no inference, null where they leave no value. */
function intersect(
  fact: Fact,
  inferences: readonly Inference[],
  within?: readonly StatedValue[],
): Narrowed | null | undefined {
  const [first] = inferences;
  if (first === undefined) return undefined;
  let narrowed: Narrowed | undefined;
  let left = within;
  for (const { values, rule, at } of inferences) {
    const next = left === undefined ? values : common(fact, left, values);
    if (next.length === 0) return null;
    if (narrowed === undefined || !sameValues(next, left))
      narrowed = { values: next, rule, at, count: inferences.length };
    left = next;
  }
  return narrowed === undefined || left === undefined ? undefined : { ...narrowed, values: left };
}

function common(fact: Fact, a: readonly StatedValue[], b: readonly StatedValue[]): readonly StatedValue[] {
  if (fact.kind !== 'number') return a.filter((value) => b.includes(value));
  const [one, other] = [toRange(a[0]), toRange(b[0])];
  const least = Math.max(one['at-least'] ?? -Infinity, other['at-least'] ?? -Infinity);
  const most = Math.min(one['at-most'] ?? Infinity, other['at-most'] ?? Infinity);
  if (least > most) return [];
  if (least === most) return [least];
  return [
    {
      ...(least === -Infinity ? {} : { 'at-least': least }),
      ...(most === Infinity ? {} : { 'at-most': most }),
    },
  ];
}

function toRange(value: StatedValue | undefined): NumberRange {
  return typeof value === 'number'
    ? { 'at-least': value, 'at-most': value }
    : typeof value === 'object'
      ? value
      : {};
}

function sameValues(a: readonly StatedValue[], b: readonly StatedValue[] | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** All values together say nothing, unless a presumption has to be switched off. */
function isWorthSaying(fact: Fact, values: readonly StatedValue[]): boolean {
  return fact.presumed !== undefined || !saysAnything(fact, values);
}

/** Several values of such a fact would say that any would do, and a file in which one of them stands does not say that. */
function isChoice(fact: Fact, values: readonly StatedValue[]): boolean {
  return fact['any-of'] !== undefined && values.length > 1;
}

function saysAnything(fact: Fact, values: readonly StatedValue[]): boolean {
  return fact.kind !== 'number' && values.length === Object.keys(fact.values ?? {}).length;
}

function toStatement(fact: Fact, { values, rule, at }: Narrowed, origin: StatedOrigin): FactStatement {
  return { fact: fact.id, values: saysAnything(fact, values) ? null : values, origin, at, rule };
}
