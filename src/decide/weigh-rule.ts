import type { ModelRule } from './model.ts';

/**
 * How much hangs on a rule to somebody who is asked: exclusions most, then votes for a kind by their
 * strength. What only says a form or an action counts nothing. The search for proofs weighs otherwise
 * (`weighCondition`): it looks for what cuts its tree down.
 */
export function weighRule({ removes, tier }: ModelRule): number {
  return removes !== 0 ? 4 : tier;
}
