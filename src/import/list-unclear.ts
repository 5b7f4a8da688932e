import { clarifications } from '../workload/clarifications.ts';
import type { Unclear } from '../workload/workload.ts';
import type { Inference } from './inference-rule.ts';

/** The questions that inferences about one subject raise: where one leaves open what another rule does not know. */
export function listUnclear(inferences: readonly Inference[]): Unclear[] {
  return clarifications.flatMap(({ id, askedBy, settledBy = [], answers }) => {
    const raised = inferences.find(({ rule }) => askedBy.includes(rule));
    if (raised === undefined) return [];
    const facts = new Set(Object.values(answers).flatMap(({ says }) => Object.keys(says)));
    const isKnown = inferences.some(({ rule, fact }) => settledBy.includes(rule) && facts.has(fact));
    return isKnown ? [] : [{ clarification: id, at: raised.at }];
  });
}
