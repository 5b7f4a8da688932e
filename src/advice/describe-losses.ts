import { at } from '../at.ts';
import { holdsPosition } from '../decide/bits.ts';
import { chooseForm, listSuits } from '../decide/choose-form.ts';
import { castsVote } from '../decide/count-votes.ts';
import { findPlacedKind, maskOfKind } from '../decide/kinds.ts';
import { verdictStrengths } from '../words.ts';
import type { Placing } from './placing.ts';

/** What a placement that is possible lost to, and by what. */
export interface Loss {
  /** The placement that came out instead of it. */
  readonly to: string;
  /**
   * kind: the other kind is preferred; suits: rules suit the other placement more; order: nothing tells the two
   * apart, and the other is declared first.
   */
  readonly by: 'kind' | 'suits' | 'order';
  /** The rules that made the difference; none for order. */
  readonly rules: readonly string[];
}

/**
 * Describes why a placement that is possible was not chosen, the kind before the form.
 * @param index its position
 */
export function describeLosses(placing: Placing, index: number): Loss[] {
  if (!holdsPosition(placing.decision.survivors.alive, index) || placing.decision.forms.includes(index))
    return [];
  return [...describeLostKind(placing, index), ...describeLostForm(placing, index)];
}

function describeLostKind({ model, decision }: Placing, index: number): Loss[] {
  const kind = findPlacedKind(decision.headline);
  const [form] = decision.forms;
  if (kind === null || form === undefined || at(model.placements, index).kind === kind) return [];
  const tier = decision.strength === null ? 0 : verdictStrengths.indexOf(decision.strength) + 1;
  const rules = model.rules.filter(
    (rule, position) =>
      rule.favours === kind &&
      rule.tier === tier &&
      castsVote(model, decision.judgement, position, decision.survivors.alive),
  );
  return [{ to: at(model.placements, form).id, by: 'kind', rules: rules.map(({ id }) => id) }];
}

function describeLostForm({ model, decision }: Placing, index: number): Loss[] {
  const { judgement, survivors } = decision;
  const { kind } = at(model.placements, index);
  const best = chooseForm(model, judgement, survivors.alive & maskOfKind(model, kind));
  if (best === null || best === index) return [];
  const listRank = (placement: number, rank: 0 | 1 | 2) =>
    listSuits(model, judgement, placement).filter((rule) =>
      holdsPosition(at(model.rules, rule).suits[rank], placement),
    );
  const to = at(model.placements, best).id;
  for (const rank of [0, 1, 2] as const) {
    const own = listRank(index, rank);
    const others = listRank(best, rank);
    if (own.length === others.length) continue;
    const rules = others.filter((rule) => !own.includes(rule)).map((rule) => at(model.rules, rule).id);
    return [{ to, by: 'suits', rules }];
  }
  return [{ to, by: 'order', rules: [] }];
}
