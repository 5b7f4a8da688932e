import { collectVocabulary, type Condition } from '../../src/rulebook/condition.ts';
import { parseCondition } from '../../src/rulebook/load/parse-condition.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';

/**
 * A condition as a rulebook holds it.
 * @param raw as it stands in a file
 * @throws Error with what is wrong with it
 */
export function understand(
  raw: unknown,
  rulebook: Pick<Rulebook, 'facts' | 'params'> & Partial<Pick<Rulebook, 'conditions'>>,
): Condition {
  const { conditions = [] } = rulebook;
  const names = {
    ...collectVocabulary(rulebook),
    conditions,
    oldFacts: new Map(),
    noteOldName: () => undefined,
  };
  return parseCondition(raw, names, (message) => {
    throw new Error(message);
  });
}
