import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { Finding } from './finding.ts';
import { isInherited } from './list-blame.ts';

/**
 * Placements that a rulebook adds to another without saying what they need: they count as at hand
 * everywhere. One that only ever loses ties is told as one where nothing is placed.
 */
export function checkPlacements({ rulebook }: ReadyRulebook): Finding[] {
  if (rulebook.layers.length === 1) return [];
  return rulebook.placements.flatMap(({ id, needs }): Finding[] => {
    const subject = { sort: 'placement', id } as const;
    if (needs !== undefined || isInherited(rulebook, subject)) return [];
    return [
      {
        kind: 'placement-without-needs',
        subject,
        message: `${id} says nothing of what has to be at hand for it`,
      },
    ];
  });
}
