import { judgeCondition } from '../decide/judge-condition.ts';
import { compileCondition, type Compiler, prepareCompiler } from '../rulebook/compile-condition.ts';
import { type Condition, listConjuncts, type Test, writeTest } from '../rulebook/condition.ts';
import type { NamedCondition } from '../rulebook/rulebook.ts';
import type { Evidence } from './result.ts';
import { describeEvidence } from './describe-facts.ts';
import type { Placing } from './placing.ts';

/** How a part of a condition was judged. */
export type Judged = 'holds' | 'fails' | 'unknown';

/** A part of a condition, judged; a leaf tests one fact. A condition by name has as parts what must all hold. */
export interface ExplainedPart {
  /** any, all, not, condition, or the fact. */
  readonly key: string;
  /** The name of a condition that has one, and what it says. */
  readonly condition?: { readonly id: string; readonly title: string };
  /** The test of a leaf. */
  readonly test?: Test;
  readonly judged: Judged;
  /** What is known of the fact of a leaf. */
  readonly fact?: Evidence;
  readonly parts: readonly ExplainedPart[];
}

const words: readonly Judged[] = ['fails', 'unknown', 'holds'];

/**
 * Judges a condition part by part, in the order it was written.
 * @returns the parts that must all hold
 */
export function describeWhyCondition(placing: Placing, condition: Condition): ExplainedPart[] {
  const compiler = prepareCompiler(placing.rulebook, placing.model.facts);
  return listConjuncts(condition).map((part) => explainPart(placing, part, compiler));
}

function explainPart(placing: Placing, part: Condition, compiler: Compiler): ExplainedPart {
  const judged = words[judgeCondition(compileCondition(part, compiler), placing.known.state)] ?? 'unknown';
  const explainAll = (parts: readonly Condition[]) =>
    parts.map((each) => explainPart(placing, each, compiler));
  if (part.is === 'not') return { key: 'not', judged, parts: explainAll(listConjuncts(part.of)) };
  if (part.is === 'named') {
    const { id, title, when } = pickNamed(placing, part.name);
    return { key: 'condition', condition: { id, title }, judged, parts: explainAll(listConjuncts(when)) };
  }
  if (part.is !== 'test') return { key: part.is, judged, parts: explainAll(part.of) };
  const { fact, test } = part;
  const index = placing.model.facts.findIndex(({ id }) => id === fact);
  return { key: fact, test, judged, fact: describeEvidence(placing, index), parts: [] };
}

function pickNamed({ rulebook }: Placing, name: string): NamedCondition {
  const found = rulebook.conditions.find(({ id }) => id === name);
  if (found === undefined) throw new Error(`unchecked rulebook: no condition ${name}`);
  return found;
}

/** A part as data: its tests as they stand in a file. */
export function writePart(part: ExplainedPart): Readonly<Record<string, unknown>> {
  const parts = part.parts.map(writePart);
  return part.test === undefined ? { ...part, parts } : { ...part, test: writeTest(part.test), parts };
}
