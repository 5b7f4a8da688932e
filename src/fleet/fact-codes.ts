import { at } from '../at.ts';
import { knowFact, type FactSets } from '../decide/build-state.ts';
import type { Model } from '../decide/model.ts';
import { InputError } from '../errors.ts';
import type { FactStatement } from '../workload/workload.ts';

/**
 * A number for everything that can be known of a fact and makes a difference: two statements have the
 * same one if no rule can tell them apart. 0 where nothing is said.
 */
export interface FactCodes {
  /**
   * @param fact position of the fact
   * @param said what is said of it, all layers laid over each other
   */
  codeOf(fact: number, said: FactStatement | undefined): number;
  /** What is known of the fact under a code. */
  knownOf(fact: number, code: number): FactSets;
  /** What was said first under a code. */
  statementOf(fact: number, code: number): FactStatement | undefined;
  /** What was said of each fact, by code. */
  listStatements(): (readonly (FactStatement | undefined)[])[];
}

/** As many codes of one fact as a character can hold. */
const mostCodes = 65_536;

/** Begins to number what is said of the facts of a model. */
export function numberStatements({ facts }: Model): FactCodes {
  const known = facts.map(() => new Map<string, number>());
  const statements = facts.map((): (FactStatement | undefined)[] => [undefined]);
  const meanings = facts.map((fact): FactSets[] => [knowFact(fact, undefined)]);
  return {
    knownOf: (fact, code) => at(at(meanings, fact), code),
    codeOf: (fact, said) => {
      if (said === undefined) return 0;
      const compiled = at(facts, fact);
      const meaning = knowFact(compiled, said);
      const { held, withheld, presumed } = meaning;
      const key = `${held} ${withheld} ${presumed} ${said.values === null}`;
      const code = known[fact]?.get(key);
      if (code !== undefined) return code;
      const own = at(statements, fact);
      if (own.length >= mostCodes)
        throw new InputError(`more than ${mostCodes} different statements about ${compiled.id}`);
      known[fact]?.set(key, own.length);
      at(meanings, fact).push(meaning);
      return own.push(said) - 1;
    },
    statementOf: (fact, code) => at(statements, fact)[code],
    listStatements: () => statements,
  };
}
