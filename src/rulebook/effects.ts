import { type Kind, kinds, type Strength, strengths } from '../words.ts';
import type { RuleBody } from './rulebook.ts';

/** The kind that a rule favours, and how strongly. */
export interface Vote {
  readonly kind: Kind;
  readonly strength: Strength;
}

/** The vote of a rule; undefined where it casts none. */
export function findVote({ favours = {} }: Pick<RuleBody, 'favours'>): Vote | undefined {
  return kinds.flatMap((kind): Vote[] => {
    const strength = favours[kind];
    return strength === undefined ? [] : [{ kind, strength }];
  })[0];
}

/** The names of placements that a rule suits, by strength, the strongest first; none for none. */
export function listSuited({ suits = {} }: Pick<RuleBody, 'suits'>): (readonly [Strength, string[]])[] {
  return strengths.flatMap((strength) => {
    const names = Object.keys(suits).filter((name) => suits[name] === strength);
    return names.length === 0 ? [] : [[strength, names] as const];
  });
}
