import { judgeCondition } from '../decide/judge-condition.ts';
import { compileCondition, type Compiler, prepareCompiler } from '../rulebook/compile-condition.ts';
import { type Condition, type Test, writeTest } from '../rulebook/condition.ts';
import type { Evidence } from './result.ts';
import { describeEvidence } from './describe-facts.ts';
import type { Placing } from './placing.ts';

/** How a part of a condition was judged. */
export type Judged = 'holds' | 'fails' | 'unknown';

/** A part of a condition, judged; a leaf tests one fact. */
export interface ExplainedPart {
  /** any, all, not, or the fact. */
  readonly key: string;
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
  return listParts(condition).map((part) => explainPart(placing, part, compiler));
}

function explainPart(placing: Placing, part: Condition, compiler: Compiler): ExplainedPart {
  const judged = words[judgeCondition(compileCondition(part, compiler), placing.known.state)] ?? 'unknown';
  const explainAll = (parts: readonly Condition[]) =>
    parts.map((each) => explainPart(placing, each, compiler));
  if (part.is === 'not') return { key: 'not', judged, parts: explainAll(listParts(part.of)) };
  if (part.is !== 'test') return { key: part.is, judged, parts: explainAll(part.of) };
  const { fact, test } = part;
  const index = placing.model.facts.findIndex(({ id }) => id === fact);
  return { key: fact, test, judged, fact: describeEvidence(placing, index), parts: [] };
}

/** The parts that must all hold. */
function listParts(condition: Condition): readonly Condition[] {
  return condition.is === 'all' ? condition.of : [condition];
}

/** A part as data: its tests as they stand in a file. */
export function writePart(part: ExplainedPart): Readonly<Record<string, unknown>> {
  const parts = part.parts.map(writePart);
  return part.test === undefined ? { ...part, parts } : { ...part, test: writeTest(part.test), parts };
}
