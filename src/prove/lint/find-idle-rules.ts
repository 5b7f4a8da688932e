import type { ReadyRulebook } from '../../advice/case.ts';
import { listNoting } from '../prove-rules.ts';
import { findInfluence } from './find-difference.ts';
import type { Finding } from './finding.ts';

/**
 * Rules without which every workload comes out the same: headline, strength, placement, actions and
 * notes, also while something is unknown.
 * @param explained ids of rules of which another check has already said why they are idle
 */
export function findIdleRules(ready: ReadyRulebook, explained: ReadonlySet<string>): Finding[] {
  const speaking = { model: ready.model, noting: listNoting(ready) };
  return ready.model.rules.flatMap(({ id }, index): Finding[] => {
    if (explained.has(id)) return [];
    const found = findInfluence(speaking, index);
    const subject = { sort: 'rule', id } as const;
    if (found === null)
      return [
        {
          kind: 'proof-unfinished',
          subject,
          message: `whether any workload comes out differently without ${id} was not settled`,
        },
      ];
    return found
      ? []
      : [
          {
            kind: 'rule-without-effect',
            subject,
            message: `every workload comes out the same without ${id}`,
          },
        ];
  });
}
