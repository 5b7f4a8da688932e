import { at } from '../at.ts';
import { evaluateCondition, truth } from '../decide/evaluate-condition.ts';
import { listRemovers } from '../decide/find-survivors.ts';
import type { ModelCondition } from '../decide/model.ts';
import { describeChange } from './describe-flips.ts';
import { describeRemover } from './describe-placements.ts';
import { fires, type Placing } from './placing.ts';
import type { Verdict } from './result.ts';

type LeastBad = NonNullable<Verdict['leastBad']>;

/**
 * Where nothing is left, the placement that the fewest rules and needs remove; among several the one
 * of the kind that fewer strong votes speak against, then the first in the order of the rulebook.
 * @returns null where something is left
 */
export function findLeastBad(placing: Placing): LeastBad | null {
  if (placing.decision.headline !== 'none') return null;
  const ranked = placing.model.placements
    .map(({ kind }, index) => ({
      index,
      removers: listRemoverPositions(placing, index).length,
      strong: countStrongAgainst(placing, kind),
    }))
    .sort((a, b) => a.removers - b.removers || a.strong - b.strong || a.index - b.index);
  const [best] = ranked;
  if (best === undefined) return null;
  return {
    placement: at(placing.model.placements, best.index).id,
    removedBy: listRemoverPositions(placing, best.index).map((rule) =>
      describeLift(placing, best.index, rule),
    ),
  };
}

/** Positions of the rules that remove a placement, and null for its own needs. */
function listRemoverPositions(placing: Placing, placement: number): (number | null)[] {
  const { rules, needs } = listRemovers(placing.model, placing.decision.judgement, placement, truth.true);
  return [...rules, ...(needs ? [null] : [])];
}

function countStrongAgainst(placing: Placing, kind: 0 | 1): number {
  return placing.model.rules.filter(
    ({ favours, tier }, rule) => favours === 1 - kind && tier === 3 && fires(placing, rule),
  ).length;
}

function describeLift(
  placing: Placing,
  placement: number,
  rule: number | null,
): LeastBad['removedBy'][number] {
  const condition =
    rule === null ? at(placing.model.placements, placement).needs : at(placing.model.rules, rule).when;
  const liftedBy = condition === null ? [] : listLifts(placing, condition, rule === null);
  if (rule === null) return { ...describeRemover(placing, { is: 'needs', placement }), liftedBy };
  const instead = at(placing.rulebook.rules, rule).instead;
  const named = describeRemover(placing, { is: 'rule', rule });
  return { ...named, ...(instead === undefined ? {} : { instead }), liftedBy };
}

/** Single facts that alone would do: what people decide before what the program is. */
function listLifts(
  placing: Placing,
  condition: ModelCondition,
  shouldHold: boolean,
): LeastBad['removedBy'][number]['liftedBy'] {
  const wanted = shouldHold ? truth.true : truth.false;
  const byPeople = (fact: number) => {
    const id = at(placing.model.facts, fact).id;
    const group = placing.rulebook.groups.find((each) => id.startsWith(`${each.id}.`));
    return group?.['changed-by'] === 'people' ? 0 : 1;
  };
  return [...condition.reads]
    .sort((a, b) => byPeople(a) - byPeople(b) || a - b)
    .flatMap((fact) => {
      const size = at(placing.model.facts, fact).all;
      let values = 0;
      for (let bit = 1; bit <= size; bit *= 2) {
        const state = placing.known.state.map((mask, index) => (index === fact ? bit : mask));
        if (evaluateCondition(condition, state) === wanted) values |= bit;
      }
      return values === 0 ? [] : [describeChange(placing, { fact, values })];
    });
}
