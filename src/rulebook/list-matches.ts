import { entryOf } from '../entry-of.ts';
import type { Fact } from './rulebook.ts';

/** A fact in which words were found. */
export interface FactMatch {
  readonly fact: Fact;
  /** Its values, by id, in which, in whose meaning or in whose other names a word stands; none where it stands elsewhere. */
  readonly values: readonly string[];
}

/**
 * Lists the facts in which all of some words stand: first those that are called so or ask for it, then those
 * with such values, then those whose help says it; each time in the order of the vocabulary.
 * @param text words, apart by blanks; upper and lower case are one
 */
export function listMatches(facts: readonly Fact[], text: string): FactMatch[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const holds = (...texts: readonly (string | undefined)[]) => {
    const all = texts.join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  };
  const ranked = facts.flatMap((fact) => {
    const values = Object.entries(fact.values ?? {}).filter(([value, means]) =>
      holds(value, means, ...(entryOf(fact['known-as'] ?? {}, value) ?? [])),
    );
    const rank = holds(fact.id, fact.name, fact.question)
      ? 0
      : values.length > 0
        ? 1
        : holds(
              fact.id,
              fact.name,
              fact.question,
              fact.help,
              fact.exception,
              ...Object.values(fact.values ?? {}),
            )
          ? 2
          : 3;
    return rank === 3 ? [] : [{ rank, match: { fact, values: values.map(([value]) => value) } }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ match }) => match);
}
