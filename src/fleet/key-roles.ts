import { type RowWishes, systemColumn } from './fleet-row.ts';
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
  /** Where it stands among what rows are called by; -1 where it does not. */
  readonly nameAt: number;
  readonly isProfile: boolean;
  readonly isGroup: boolean;
  readonly isSystem: boolean;
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
  { carry, by, key: named = ['name'], systems }: RowWishes,
): KeyRole {
  const carriedAt = carry.flatMap((column, index) => (column === key ? [index] : []));
  const nameAt = named.indexOf(key);
  const [isProfile, isGroup] = [hasProfiles && key === 'profile', key === by];
  const isSystem = systems === true && key === systemColumn;
  const isProblem = meaning !== undefined && 'problem' in meaning;
  return {
    column: isProblem ? undefined : meaning,
    isOdd: isProblem || key === 'facts',
    isBeside: nameAt !== -1 || isProfile || isGroup || isSystem || carriedAt.length > 0,
    nameAt,
    isProfile,
    isGroup,
    isSystem,
    carriedAt,
  };
}
