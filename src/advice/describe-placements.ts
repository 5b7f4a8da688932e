import { truth } from '../decide/evaluate-condition.ts';
import { listRemovers } from '../decide/find-survivors.ts';
import type { Remover } from '../decide/find-conflicts.ts';
import type { PartAdvice, RemoverEntry } from './advice.ts';
import type { Case } from './case.ts';

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

/** A remover by name; needs with the facts they read. */
export function describeRemover(item: Case, remover: Remover): RemoverEntry {
  if (remover.is === 'rule') return { rule: item.model.rules[remover.rule]?.id ?? '' };
  const placement = item.model.placements[remover.placement];
  const facts = placement?.needs?.reads.map((fact) => item.model.facts[fact]?.id ?? '') ?? [];
  return { needs: placement?.id ?? '', facts };
}
