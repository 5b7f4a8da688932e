import { entryOf } from '../entry-of.ts';
import type { Position } from '../errors.ts';
import type { Fact } from '../rulebook/rulebook.ts';
import { findClarification } from './clarifications.ts';
import type { Component, FactStatement, StatedOrigin, Workload } from './workload.ts';

/** An answer to a clarification, by whoever gave it. */
export interface GivenAnswer {
  readonly clarification: string;
  /** One of its answers, by id. */
  readonly answer: string;
  readonly origin: Exclude<StatedOrigin, 'suggested'>;
  /** Where it was given; undefined where no file holds it. */
  readonly at?: Position | undefined;
}

/**
 * What is known after some answers: what one says narrows what was certain, and takes the place of what was only
 * suggested. Where nothing would be left, the answer counts: somebody knows better than the file.
 * @param given the answers, the first first
 * @param vocabulary facts and values that are in none say nothing
 */
export function answerFacts(
  facts: readonly FactStatement[],
  given: readonly GivenAnswer[],
  vocabulary: readonly Fact[],
): readonly FactStatement[] {
  return given.reduce((known, each) => answerOnce(known, each, vocabulary), facts);
}

function answerOnce(
  facts: readonly FactStatement[],
  { clarification, answer, origin, at }: GivenAnswer,
  vocabulary: readonly Fact[],
): readonly FactStatement[] {
  const says = entryOf(findClarification(clarification)?.answers ?? {}, answer)?.says ?? {};
  const answered = vocabulary.flatMap((fact): FactStatement[] => {
    const values = (says[fact.id] ?? []).filter((value) => fact.values?.[value] !== undefined);
    if (values.length === 0) return [];
    const certain = facts.find((each) => each.fact === fact.id && each.origin !== 'suggested')?.values;
    const left = values.filter((value) => certain?.includes(value) !== false);
    return [{ fact: fact.id, values: left.length > 0 ? left : values, origin, at, rule: clarification }];
  });
  const settled = new Set(answered.map(({ fact }) => fact));
  return [...facts.filter(({ fact }) => !settled.has(fact)), ...answered];
}

/**
 * Answers what is unclear of a workload and its parts; where a question was not raised, its answer says nothing.
 * @param given the answers there are; of several to one question the last counts
 */
export function clarify(
  workload: Workload,
  given: readonly GivenAnswer[],
  vocabulary: readonly Fact[],
): Workload {
  const answers = new Map(given.map((each) => [each.clarification, each]));
  const settle = <T extends Workload | Component>(part: T, origin: 'stated' | 'component'): T => {
    const { unclear = [], facts } = part;
    const found = unclear.flatMap(({ clarification, at }): GivenAnswer[] => {
      const answer = answers.get(clarification);
      if (answer === undefined) return [];
      return [
        { ...answer, at: answer.at ?? at, origin: answer.origin === 'stated' ? origin : answer.origin },
      ];
    });
    if (found.length === 0) return part;
    return {
      ...part,
      unclear: unclear.filter(({ clarification }) => !answers.has(clarification)),
      facts: answerFacts(facts, found, vocabulary),
    };
  };
  return {
    ...settle(workload, 'stated'),
    components: workload.components.map((part) => settle(part, 'component')),
  };
}
