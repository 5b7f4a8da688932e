import { type Kind, kinds, type Strength, strengths } from '../words.ts';
import { type PlacementNames, resolvePlacements } from './placements.ts';
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

/**
 * The reason that a rule gives in place of its own where its vote does not go by the form that is printed;
 * undefined where it does, or the rule says nothing of that form.
 * @param names the placements and groups that the rule may name
 * @param form position of the printed placement of the kind it favours; undefined where there is none
 */
export function findElsewhere(
  names: PlacementNames,
  { elsewhere = {}, 'by-way-of': ways = 'all' }: Pick<RuleBody, 'by-way-of' | 'elsewhere'>,
  form: number | undefined,
): string | undefined {
  if (form === undefined || resolvePlacements(names, ways).includes(form)) return undefined;
  return Object.entries(elsewhere).find(([name]) => resolvePlacements(names, name).includes(form))?.[1];
}

/** The names of placements that a rule suits, by strength, the strongest first; none for none. */
export function listSuited({ suits = {} }: Pick<RuleBody, 'suits'>): (readonly [Strength, string[]])[] {
  return strengths.flatMap((strength) => {
    const names = Object.keys(suits).filter((name) => suits[name] === strength);
    return names.length === 0 ? [] : [[strength, names] as const];
  });
}
