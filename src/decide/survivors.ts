import { at } from '../at.ts';
import { holdsPosition } from './bits.ts';
import { truth } from './judge-condition.ts';
import type { Judgement } from './judge-rules.ts';
import { maskOfAll } from './kinds.ts';
import type { Mask, Model } from './model.ts';

/** Which placements are left. */
export interface Survivors {
  /** Neither removed by a rule that fires nor without what it needs. */
  readonly alive: Mask;
  /** Those of them that a rule or need of unknown truth might still remove. */
  readonly open: Mask;
}

/** A rule, or what a placement needs: something that removes placements. */
export type Remover =
  { readonly is: 'rule'; readonly rule: number } | { readonly is: 'needs'; readonly placement: number };

/**
 * Removes the placements that rules rule out and those whose needs are not met.
 * @param model the compiled rulebook
 * @param judgement what is true
 */
export function judgeSurvival(model: Model, judgement: Judgement): Survivors {
  let removed = 0;
  let doubtful = 0;
  judgement.rules.forEach((judged, index) => {
    if (judged === truth.false) return;
    const { removes } = at(model.rules, index);
    if (judged === truth.true) removed |= removes;
    else doubtful |= removes;
  });
  judgement.needs.forEach((judged, index) => {
    if (judged === truth.false) removed |= 1 << index;
    else if (judged === truth.unknown) doubtful |= 1 << index;
  });
  const alive = maskOfAll(model) & ~removed;
  return { alive, open: alive & doubtful };
}

/**
 * What removes one placement (`truth.true`), or what might (`truth.unknown`): rules in their order,
 * then its own needs.
 * @param placement its position
 * @param certainty truth.true for what does, truth.unknown for what might
 */
export function listRemovers(
  model: Model,
  judgement: Judgement,
  placement: number,
  certainty: 1 | 2,
): Remover[] {
  const removers: Remover[] = [];
  judgement.rules.forEach((judged, rule) => {
    if (judged === certainty && holdsPosition(at(model.rules, rule).removes, placement))
      removers.push({ is: 'rule', rule });
  });
  // Needs remove where they are not met, a rule where it holds.
  const unmet = certainty === truth.true ? truth.false : truth.unknown;
  if (at(judgement.needs, placement) === unmet) removers.push({ is: 'needs', placement });
  return removers;
}
