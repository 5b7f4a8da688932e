import type { ExceptionFrequency } from '../words.ts';
import type { Fact } from './rulebook.ts';

/**
 * How often something else than is presumed of a fact is so; what is not presumed may be anything. Where silence
 * can be trusted it is rare: whoever is under an order knows it, and nobody takes one on for the sake of a verdict.
 */
export function frequencyOf(fact: Fact | undefined): ExceptionFrequency {
  if (fact?.['safe-to-presume'] !== undefined) return 'rare';
  return fact?.['exception-is'] ?? 'common';
}
