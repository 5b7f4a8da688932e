import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { type Budget, openRunBudget } from '../../reason/engine/run-budget.ts';
import { judgePossible } from './boxes.ts';
import type { Finding } from './finding.ts';

/** Questions whose asked-if no workload meets. */
export function checkQuestions({ model }: ReadyRulebook, run: Budget = openRunBudget()): Finding[] {
  return model.facts.flatMap(({ id, askedIf }): Finding[] => {
    const asked = askedIf === null || judgePossible(model.facts, askedIf.node, run);
    const subject = { sort: 'fact', id, path: ['asked-if'] } as const;
    if (asked === null)
      return [{ kind: 'proof-unfinished', subject, message: `whether ${id} is ever asked was not settled` }];
    return asked
      ? []
      : [
          {
            kind: 'question-never-asked',
            subject,
            message: `${id} is never asked, because no answers meet its asked-if`,
          },
        ];
  });
}
