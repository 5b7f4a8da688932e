import { judgeCondition, truth } from '../decide/judge-condition.ts';
import { listRemovers, type Remover } from '../decide/survivors.ts';
import type { ModelCondition } from '../decide/model.ts';
import type { PartAdvice, RemoverEntry } from './result.ts';
import { at } from '../at.ts';
import { holdsPosition } from '../decide/bits.ts';
import type { Placing } from './placing.ts';

/** Every placement with what removed it, or might. */
export function describePlacements(placing: Placing): PartAdvice['placements'] {
  const { alive, open } = placing.decision.survivors;
  return placing.rulebook.placements.map((placement, index) => ({
    id: placement.id,
    kind: placement.kind,
    isolation: placement.isolation,
    survives: !holdsPosition(alive, index) ? 'no' : holdsPosition(open, index) ? 'open' : 'yes',
    removedBy: describeRemovers(placing, index, truth.true),
    mightBeRemovedBy: holdsPosition(alive, index) ? describeRemovers(placing, index, truth.unknown) : [],
  }));
}

/**
 * What removes a placement, or might, by name.
 * @param placement its position
 * @param certainty truth.true for what does, truth.unknown for what might
 */
export function describeRemovers(placing: Placing, placement: number, certainty: 1 | 2): RemoverEntry[] {
  const { model, decision } = placing;
  return listRemovers(model, decision.judgement, placement, certainty).map((remover) =>
    describeRemover(placing, remover),
  );
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
  const judged = judgeCondition(condition, state);
  const deciding = condition.reads.filter((fact) => {
    const { all } = at(placing.model.facts, fact);
    if (judged === truth.unknown) return state[fact] === all;
    const freed = [...state];
    freed[fact] = all;
    return judgeCondition(condition, freed) !== judged;
  });
  return deciding.length > 0 ? deciding : condition.reads;
}
