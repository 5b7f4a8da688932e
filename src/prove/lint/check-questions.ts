import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { findBox, openState } from './boxes.ts';
import type { Finding } from './finding.ts';

/** Questions whose asked-if no workload meets. */
export function checkQuestions({ model }: ReadyRulebook): Finding[] {
  return model.facts.flatMap(({ id, askedIf }): Finding[] =>
    askedIf === null || findBox(askedIf.node, openState(model.facts)) !== null
      ? []
      : [
          {
            kind: 'question-never-asked',
            subject: { sort: 'fact', id, path: ['asked-if'] },
            message: `${id} is never asked, because no answers meet its asked-if`,
          },
        ],
  );
}
