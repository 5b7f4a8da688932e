import { at } from '../at.ts';
import { joinBits, listBits } from '../decide/bits.ts';
import { listRemovers, type Remover } from '../decide/survivors.ts';
import { judgeCondition, truth, type Truth } from '../decide/judge-condition.ts';
import { otherKind } from '../decide/kinds.ts';
import type { KindIndex, ModelCondition } from '../decide/model.ts';
import { describeChange } from './describe-flips.ts';
import { describeRemover } from './describe-placements.ts';
import { fires, type Placing } from './placing.ts';
import type { Verdict } from './result.ts';

type LeastBad = NonNullable<Verdict['leastBad']>;

/**
 * Where nothing is left, the placement against which the fewest rules and needs stand that no single fact
 * would lift, for those that one would lift can be; then the fewest at all; then the kind that fewer strong
 * votes speak against, then the first in the order of the rulebook.
 * @returns null where something is left
 */
export function findLeastBad(placing: Placing): LeastBad | null {
  const { model, decision } = placing;
  if (decision.headline !== 'none') return null;
  const [best] = model.placements
    .map(({ id, kind }, index) => {
      const removers = listRemovers(model, decision.judgement, index, truth.true);
      const removedBy = removers.map((remover) => describeLift(placing, remover));
      const fixed = removedBy.filter(({ liftedBy }) => liftedBy.length === 0).length;
      return { placement: id, index, removedBy, fixed, strong: countStrongAgainst(placing, kind) };
    })
    .sort(
      (a, b) =>
        a.fixed - b.fixed ||
        a.removedBy.length - b.removedBy.length ||
        a.strong - b.strong ||
        a.index - b.index,
    );
  return best === undefined ? null : { placement: best.placement, removedBy: best.removedBy };
}

function countStrongAgainst(placing: Placing, kind: KindIndex): number {
  return placing.model.rules.filter(
    ({ favours, tier }, rule) => favours === otherKind(kind) && tier === 3 && fires(placing, rule),
  ).length;
}

/** A remover by name, and what would lift it. */
function describeLift(placing: Placing, remover: Remover): LeastBad['removedBy'][number] {
  const named = describeRemover(placing, remover);
  if (remover.is === 'needs') {
    const { needs } = at(placing.model.placements, remover.placement);
    return { ...named, liftedBy: needs === null ? [] : listLifts(placing, needs, truth.true) };
  }
  const { instead } = at(placing.rulebook.rules, remover.rule);
  const { when } = at(placing.model.rules, remover.rule);
  const liftedBy = listLifts(placing, when, truth.false);
  return { ...named, ...(instead === undefined ? {} : { instead }), liftedBy };
}

/** Single facts that alone would do: what people decide before what the program is. */
function listLifts(
  placing: Placing,
  condition: ModelCondition,
  wanted: Truth,
): LeastBad['removedBy'][number]['liftedBy'] {
  const byPeople = (fact: number) => {
    const id = at(placing.model.facts, fact).id;
    const group = placing.rulebook.groups.find((each) => id.startsWith(`${each.id}.`));
    return group?.['changed-by'] === 'people' ? 0 : 1;
  };
  return [...condition.reads]
    .sort((a, b) => byPeople(a) - byPeople(b) || a - b)
    .flatMap((fact) => {
      const values = listBits(at(placing.model.facts, fact).all).filter((value) => {
        const state = placing.known.state.map((mask, index) => (index === fact ? value : mask));
        return judgeCondition(condition, state) === wanted;
      });
      return values.length === 0 ? [] : [describeChange(placing, { fact, values: joinBits(values) })];
    });
}
