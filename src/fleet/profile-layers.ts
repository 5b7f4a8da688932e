import type { ReadyRulebook } from '../rulebook/ready.ts';
import { suggestName } from '../text/suggest.ts';
import type { FactStatement } from '../workload/workload.ts';
import { codeRows, type RowCoder } from './code-rows.ts';
import type { FactCodes } from './fact-codes.ts';

/** The profiles that rows may name. */
export interface ProfileLayers {
  /** Whether there are any that a row may name. */
  readonly hasNames: boolean;
  /** What makes the vectors of the rows of one file: columns and cells are numbered for each file anew. */
  layCoders(): CoderOf;
  /** What a profile says of its rows. */
  factsOf(name: string): readonly FactStatement[];
}

/**
 * What makes the vectors of rows of one profile.
 * @param name empty for rows that name none
 */
export type CoderOf = (name: string) => RowCoder | { readonly problem: string };

/**
 * Lays out the profiles of a fleet.
 * @param common what holds for all rows; a profile that a row names counts more
 */
export function layProfiles(
  ready: ReadyRulebook,
  codes: FactCodes,
  common: readonly FactStatement[],
  named: ReadonlyMap<string, readonly FactStatement[]>,
): ProfileLayers {
  const factsOf = (name: string): readonly FactStatement[] => [...common, ...(named.get(name) ?? [])];
  const names = [...named.keys()];
  return {
    hasNames: names.length > 0,
    factsOf,
    layCoders: () => {
      const coders = new Map(
        ['', ...names].map((name) => [name, codeRows(ready, codes, factsOf(name))] as const),
      );
      return (name) =>
        coders.get(name) ?? {
          problem: `no profile is called so${suggestName(name, names)}; --profile name=file names them`,
        };
    },
  };
}
