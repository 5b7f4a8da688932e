import type { RowWishes } from './fleet-row.ts';
import type { SaidColumn } from './said-column.ts';

/** What a key says of facts: nothing, something, or what is wrong with it. */
export type KeyMeaning = SaidColumn | { readonly problem: string } | undefined;

/** What a key of a flat record is for. */
export interface KeyRole {
  /** What it says of a fact. */
  readonly column: SaidColumn | undefined;
  /** Whether records that have it are no flat ones, or wrong. */
  readonly isOdd: boolean;
  /** Whether its value is wanted for something else than a fact. */
  readonly isBeside: boolean;
  readonly isName: boolean;
  readonly isProfile: boolean;
  readonly isGroup: boolean;
  /** Where it stands among what is carried. */
  readonly carriedAt: readonly number[];
}

/**
 * What a key of a flat record is for.
 * @param meaning what it says of facts
 * @param hasProfiles whether a row may name a profile
 */
export function keyRole(
  key: string,
  meaning: KeyMeaning,
  hasProfiles: boolean,
  { carry, by }: RowWishes,
): KeyRole {
  const carriedAt = carry.flatMap((column, index) => (column === key ? [index] : []));
  const [isName, isProfile, isGroup] = [key === 'name', hasProfiles && key === 'profile', key === by];
  const isProblem = meaning !== undefined && 'problem' in meaning;
  return {
    column: isProblem ? undefined : meaning,
    isOdd: isProblem || key === 'facts',
    isBeside: isName || isProfile || isGroup || carriedAt.length > 0,
    isName,
    isProfile,
    isGroup,
    carriedAt,
  };
}
