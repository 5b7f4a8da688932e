import type { FactStatement } from './workload.ts';

/**
 * Lays statements over each other: a later layer replaces what an earlier one says of a fact.
 * Order: profile, file, component, answers of the interview, --set.
 * @param layers from the least to the most that counts
 */
export function combineFacts(
  ...layers: readonly (readonly FactStatement[])[]
): ReadonlyMap<string, FactStatement> {
  return new Map(layers.flat().map((statement) => [statement.fact, statement]));
}
