import type { PartAdvice } from '../advice/result.ts';

/** A placement and what became of it. */
export type PlacementEntry = PartAdvice['placements'][number];

/** Whether a placement is left, in a word. */
export const fates: Readonly<Record<PlacementEntry['survives'], string>> = {
  yes: 'possible',
  open: 'open',
  no: 'out',
};

/** What the verdict makes of a placement: chosen, best of its kind or runner-up; empty for nothing. */
export function wordRole({ verdict }: PartAdvice, id: string): string {
  if (verdict.forms.includes(id)) return verdict.headline === 'either' ? 'best of its kind' : 'chosen';
  return verdict.runnerUp?.placement === id ? 'runner-up' : '';
}

/** What stands above votes for a kind, and reasons that speak for it. */
export const kindTitles = { vm: 'For a VM', container: 'For a container' } as const;
/** What stands above the votes. */
export const votesTitle = 'Votes by concern';
/** How votes decide. */
export const votesExplained =
  'Each concern has one vote a kind, its strongest. Strong votes are compared first, then moderate, then slight; the first difference decides.';
/** What stands where a concern has no vote for a kind. */
export const noVote = '–';
