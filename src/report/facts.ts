import type { Evidence, PartAdvice } from '../advice/result.ts';

/** A fact and what is known of it. */
export interface KnownFact extends Evidence {
  readonly is: 'stated' | 'presumed' | 'unknown';
  /** Whether the verdict leans on it, though it is only presumed. */
  readonly leaning: boolean;
}

/** What is said of presumptions that the verdict leans on. */
export const leaningTitle = 'Presumed, and the verdict leans on it';
/** What a table of facts has above its columns. */
export const factColumns = ['Fact', 'Value', 'Said by'] as const;

/** Every fact of the vocabulary in its order. */
export function listFacts({ facts, verdict }: PartAdvice): KnownFact[] {
  const leaning = new Set(verdict.if.map(({ fact }) => fact));
  return Object.entries(facts).map(([fact, entry]) => {
    const { origin } = entry;
    const is = origin === 'presumed' || origin === 'unknown' ? origin : 'stated';
    return { fact, ...entry, is, leaning: leaning.has(fact) };
  });
}
