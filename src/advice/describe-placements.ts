import { evaluateCondition, truth } from '../decide/evaluate-condition.ts';
import { listRemovers } from '../decide/find-survivors.ts';
import type { Remover } from '../decide/find-conflicts.ts';
import type { ModelCondition } from '../decide/model.ts';
import type { PartAdvice, RemoverEntry } from './result.ts';
import type { Case } from './placing.ts';

/** Every placement with what removed it, or might. */
export function describePlacements(item: Case): PartAdvice['placements'] {
  const { alive, open } = item.decision.survivors;
  return item.rulebook.placements.map((placement, index) => ({
    id: placement.id,
    kind: placement.kind,
    isolation: placement.isolation,
    survives: (alive & (1 << index)) === 0 ? 'no' : (open & (1 << index)) === 0 ? 'yes' : 'open',
    removedBy: describeRemovers(item, index, truth.true),
    mightBeRemovedBy: (alive & (1 << index)) === 0 ? [] : describeRemovers(item, index, truth.unknown),
  }));
}

/**
 * What removes a placement, or might, by name.
 * @param placement its position
 * @param certainty truth.true for what does, truth.unknown for what might
 */
export function describeRemovers(item: Case, placement: number, certainty: 1 | 2): RemoverEntry[] {
  const { rules, needs } = listRemovers(item.model, item.decision.judgement, placement, certainty);
  return [
    ...rules.map((rule) => describeRemover(item, { is: 'rule', rule })),
    ...(needs ? [describeRemover(item, { is: 'needs', placement })] : []),
  ];
}

/** A remover by name; needs with the facts that decide them. */
export function describeRemover(item: Case, remover: Remover): RemoverEntry {
  if (remover.is === 'rule') return { rule: item.model.rules[remover.rule]?.id ?? '' };
  const placement = item.model.placements[remover.placement];
  const facts = placement?.needs == null ? [] : listDeciding(item, placement.needs);
  return { needs: placement?.id ?? '', facts: facts.map((fact) => item.model.facts[fact]?.id ?? '') };
}

/** The facts whose value alone makes a condition what it is; all it reads where several do together. */
function listDeciding(item: Case, condition: ModelCondition): readonly number[] {
  const { state } = item.known;
  const judged = evaluateCondition(condition, state);
  const deciding = condition.reads.filter((fact) => {
    if (judged === truth.unknown) return (state[fact] ?? 0) === item.model.facts[fact]?.all;
    const freed = [...state];
    freed[fact] = item.model.facts[fact]?.all ?? 0;
    return evaluateCondition(condition, freed) !== judged;
  });
  return deciding.length > 0 ? deciding : condition.reads;
}
