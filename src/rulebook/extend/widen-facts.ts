import { findNamed } from '../look-up.ts';
import type { Fact } from '../rulebook.ts';
import type { ExtensionFile } from './parse-extension-files.ts';

/** Values that a file adds to a choice. */
export type ValueAddition = NonNullable<ExtensionFile['content']['fact-values']>[number];

/**
 * The facts with the values that files add to them: what conditions of these files may name. What is wrong
 * with an addition is said by addValues.
 * @param facts the facts of the rulebook that is extended
 */
export function widenFacts(facts: readonly Fact[], files: readonly Pick<ExtensionFile, 'content'>[]): Fact[] {
  const additions = files.flatMap(({ content }) => content['fact-values'] ?? []);
  return facts.map((fact) =>
    additions
      .filter((addition) => findNamed([fact], addition.fact) !== undefined && fact.kind === 'choice')
      .reduce(widenFact, fact),
  );
}

/** A fact with new values: behind those there are, and in an order of preference the last that would do. */
export function widenFact(fact: Fact, addition: ValueAddition): Fact {
  const known = { ...fact['known-as'], ...addition['known-as'] };
  const order = fact['any-of'];
  return {
    ...fact,
    values: { ...fact.values, ...addition.values },
    ...(Object.keys(known).length === 0 ? {} : { 'known-as': known }),
    ...(order === undefined ? {} : { 'any-of': [...new Set([...order, ...Object.keys(addition.values)])] }),
  };
}
