import { evaluateCondition, type Truth } from '../decide/evaluate-condition.ts';
import { compileCondition } from '../rulebook/compile-condition.ts';
import { parseCondition } from '../rulebook/condition.ts';
import type { Condition } from '../rulebook/rulebook.ts';
import type { Evidence } from './result.ts';
import { type Placing, describeFact } from './placing.ts';

/** How a part of a condition was judged. */
export type Judged = 'holds' | 'fails' | 'unknown';

/** A part of a condition, judged; a leaf tests one fact. */
export interface ExplainedPart {
  /** any, all, not, or the fact. */
  readonly key: string;
  /** The test of a leaf as written. */
  readonly test?: unknown;
  readonly judged: Judged;
  /** What is known of the fact of a leaf. */
  readonly fact?: Evidence;
  readonly parts: readonly ExplainedPart[];
}

const words: readonly Judged[] = ['fails', 'unknown', 'holds'];

/**
 * Judges a condition part by part, in the order it was written.
 * @param condition a checked condition
 */
export function explainCondition(placing: Placing, condition: Condition): ExplainedPart[] {
  return Object.entries(condition).map(([key, value]) => explainEntry(placing, key, value));
}

function explainEntry(placing: Placing, key: string, value: unknown): ExplainedPart {
  const judged = words[judge(placing, { [key]: value })] ?? 'unknown';
  if (key === 'not') return { key, judged, parts: explainCondition(placing, value as Condition) };
  if (key === 'any' || key === 'all') {
    const parts = (value as Condition[]).map((part): ExplainedPart => {
      const inner = explainCondition(placing, part);
      const [only, second] = inner;
      if (only !== undefined && second === undefined) return only;
      return { key: 'all', judged: words[judge(placing, part)] ?? 'unknown', parts: inner };
    });
    return { key, judged, parts };
  }
  const index = placing.model.facts.findIndex((fact) => fact.id === key);
  return { key, test: value, judged, fact: { fact: key, ...describeFact(placing, index) }, parts: [] };
}

function judge(placing: Placing, condition: Condition): Truth {
  const vocabulary = {
    facts: new Map(placing.rulebook.facts.map((fact) => [fact.id, fact])),
    params: new Map(placing.rulebook.params.map((param) => [param.id, param])),
  };
  const parsed = parseCondition(condition, vocabulary, (message) => {
    throw new Error(`unchecked rulebook: ${message}`);
  });
  const indexOf = new Map(placing.model.facts.map((fact, index) => [fact.id, index]));
  return evaluateCondition(compileCondition(parsed, placing.model.facts, indexOf), placing.known.state);
}
