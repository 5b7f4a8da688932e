import { truth } from './evaluate-condition.ts';
import type { Judgement } from './judge-rules.ts';
import type { KindIndex, Mask, Model } from './model.ts';

/** Which placements are left. */
export interface Survivors {
  /** Neither removed by a rule that fires nor without what it needs. */
  readonly alive: Mask;
  /** Those of them that a rule or need of unknown truth might still remove. */
  readonly open: Mask;
}

/** What removes a placement, or might: rules, and its own needs. */
export interface Removers {
  readonly rules: readonly number[];
  readonly needs: boolean;
}

/**
 * Removes the placements that rules rule out and those whose needs are not met.
 * @param model the compiled rulebook
 * @param judgement what is true
 */
export function findSurvivors(model: Model, judgement: Judgement): Survivors {
  let removed = 0;
  let doubtful = 0;
  judgement.rules.forEach((judged, index) => {
    const removes = model.rules[index]?.removes ?? 0;
    if (judged === truth.true) removed |= removes;
    else if (judged === truth.unknown) doubtful |= removes;
  });
  judgement.needs.forEach((judged, index) => {
    if (judged === truth.false) removed |= 1 << index;
    else if (judged === truth.unknown) doubtful |= 1 << index;
  });
  const alive = maskOfAll(model) & ~removed;
  return { alive, open: alive & doubtful };
}

/**
 * What removes one placement (`truth.true`), or what might (`truth.unknown`).
 * @param placement its position
 * @param certainty truth.true for what does, truth.unknown for what might
 */
export function listRemovers(
  model: Model,
  judgement: Judgement,
  placement: number,
  certainty: 1 | 2,
): Removers {
  const rules: number[] = [];
  for (let index = 0; index < model.rules.length; index++)
    if (judgement.rules[index] === certainty && ((model.rules[index]?.removes ?? 0) & (1 << placement)) !== 0)
      rules.push(index);
  const needs = judgement.needs[placement];
  return { rules, needs: certainty === truth.true ? needs === truth.false : needs === truth.unknown };
}

/**
 * The placements of one kind.
 * @param kind 0 for vm, 1 for container
 */
export function maskOfKind(model: Model, kind: KindIndex): Mask {
  return model.placements.reduce(
    (mask, placement, index) => (placement.kind === kind ? mask | (1 << index) : mask),
    0,
  );
}

function maskOfAll(model: Model): Mask {
  return 2 ** model.placements.length - 1;
}
