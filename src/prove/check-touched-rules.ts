import type { ReadyRulebook } from '../advice/case.ts';
import { InputError, type Problem } from '../errors.ts';
import { checkExamples } from './check-examples.ts';

/**
 * Judges the examples of every rule that a rulebook added to or changed in the one it extends: a
 * change of the condition may have overtaken them.
 * @throws InputError with every example that does not hold, at the place that touched the rule
 */
export function checkTouchedRules(ready: ReadyRulebook): void {
  const problems = ready.rulebook.rules.flatMap((rule, index): Problem[] => {
    const mark = rule.marks?.at(-1);
    if (mark === undefined) return [];
    return checkExamples(ready, index).map(({ example, message }) => ({
      message: `${rule.id}: ${example === 'both' ? message : `the example ${example} ${message}`}${adviseOn(mark.did)}`,
      at: mark.at,
    }));
  });
  if (problems.length > 0) throw new InputError(problems);
}

function adviseOn(did: 'added' | 'changed'): string {
  return did === 'added' ? '' : '; change its examples too (change: to: { examples: ... })';
}
