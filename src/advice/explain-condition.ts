import { evaluateCondition, type Truth } from '../decide/evaluate-condition.ts';
import { compileCondition } from '../rulebook/compile-condition.ts';
import { parseCondition } from '../rulebook/condition.ts';
import type { Condition } from '../rulebook/rulebook.ts';
import type { Evidence } from './result.ts';
import { type Case, describeFact } from './placing.ts';

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
export function explainCondition(item: Case, condition: Condition): ExplainedPart[] {
  return Object.entries(condition).map(([key, value]) => explainEntry(item, key, value));
}

function explainEntry(item: Case, key: string, value: unknown): ExplainedPart {
  const judged = words[judge(item, { [key]: value })] ?? 'unknown';
  if (key === 'not') return { key, judged, parts: explainCondition(item, value as Condition) };
  if (key === 'any' || key === 'all') {
    const parts = (value as Condition[]).map((part): ExplainedPart => {
      const inner = explainCondition(item, part);
      const [only, second] = inner;
      if (only !== undefined && second === undefined) return only;
      return { key: 'all', judged: words[judge(item, part)] ?? 'unknown', parts: inner };
    });
    return { key, judged, parts };
  }
  const index = item.model.facts.findIndex((fact) => fact.id === key);
  return { key, test: value, judged, fact: { fact: key, ...describeFact(item, index) }, parts: [] };
}

function judge(item: Case, condition: Condition): Truth {
  const vocabulary = {
    facts: new Map(item.rulebook.facts.map((fact) => [fact.id, fact])),
    params: new Map(item.rulebook.params.map((param) => [param.id, param])),
  };
  const parsed = parseCondition(condition, vocabulary, (message) => {
    throw new Error(`unchecked rulebook: ${message}`);
  });
  const indexOf = new Map(item.model.facts.map((fact, index) => [fact.id, index]));
  return evaluateCondition(compileCondition(parsed, item.model.facts, indexOf), item.known.state);
}
