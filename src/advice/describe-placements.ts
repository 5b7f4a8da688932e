import { evaluateCondition, truth } from '../decide/evaluate-condition.ts';
import { listRemovers } from '../decide/find-survivors.ts';
import type { Remover } from '../decide/list-conflicts.ts';
import type { ModelCondition } from '../decide/model.ts';
import type { PartAdvice, RemoverEntry } from './result.ts';
import { at } from '../at.ts';
import type { Placing } from './placing.ts';

/** Every placement with what removed it, or might. */
export function describePlacements(placing: Placing): PartAdvice['placements'] {
  const { alive, open } = placing.decision.survivors;
  return placing.rulebook.placements.map((placement, index) => ({
    id: placement.id,
    kind: placement.kind,
    isolation: placement.isolation,
    survives: (alive & (1 << index)) === 0 ? 'no' : (open & (1 << index)) === 0 ? 'yes' : 'open',
    removedBy: describeRemovers(placing, index, truth.true),
    mightBeRemovedBy: (alive & (1 << index)) === 0 ? [] : describeRemovers(placing, index, truth.unknown),
  }));
}

/**
 * What removes a placement, or might, by name.
 * @param placement its position
 * @param certainty truth.true for what does, truth.unknown for what might
 */
export function describeRemovers(placing: Placing, placement: number, certainty: 1 | 2): RemoverEntry[] {
  const { rules, needs } = listRemovers(placing.model, placing.decision.judgement, placement, certainty);
  return [
    ...rules.map((rule) => describeRemover(placing, { is: 'rule', rule })),
    ...(needs ? [describeRemover(placing, { is: 'needs', placement })] : []),
  ];
}

/** A remover by name; needs with the facts that decide them. */
export function describeRemover(placing: Placing, remover: Remover): RemoverEntry {
  if (remover.is === 'rule') return { rule: at(placing.model.rules, remover.rule).id };
  const { id, needs } = at(placing.model.placements, remover.placement);
  const facts = needs === null ? [] : listDeciding(placing, needs);
  return { needs: id, facts: facts.map((fact) => at(placing.model.facts, fact).id) };
}

/** The facts whose value alone makes a condition what it is; all it reads where several do together. */
function listDeciding(placing: Placing, condition: ModelCondition): readonly number[] {
  const { state } = placing.known;
  const judged = evaluateCondition(condition, state);
  const deciding = condition.reads.filter((fact) => {
    const { all } = at(placing.model.facts, fact);
    if (judged === truth.unknown) return state[fact] === all;
    const freed = [...state];
    freed[fact] = all;
    return evaluateCondition(condition, freed) !== judged;
  });
  return deciding.length > 0 ? deciding : condition.reads;
}
