import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Result } from './result.ts';

/**
 * The rulebooks that a rulebook is made of, in order, each with what it makes different.
 * @param rulebook what was judged by
 */
export function describeRulebooks({ layers }: Rulebook): Result['rulebooks'] {
  return structuredClone(layers) as Result['rulebooks'];
}
