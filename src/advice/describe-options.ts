import { at } from '../at.ts';
import { holdsPosition } from '../decide/bits.ts';
import { chooseForm } from '../decide/choose-form.ts';
import { maskOfKind } from '../decide/kinds.ts';
import { strengths } from '../words.ts';
import { fires, type Placing } from './placing.ts';
import type { OptionEntry, PartAdvice } from './result.ts';

/**
 * The placements worth setting side by side, each with all that speaks for it: what was chosen, the best of
 * the other kind, and what would be chosen of the same kind next. None where nothing was chosen.
 */
export function describeOptions(placing: Placing): PartAdvice['options'] {
  const { forms, runnerUp, judgement, survivors } = placing.decision;
  const [form] = forms;
  if (form === undefined) return [];
  const { kind } = at(placing.model.placements, form);
  const others = survivors.alive & maskOfKind(placing.model, kind) & ~(1 << form);
  // For either, the best of both kinds are the choice.
  const next = forms.length > 1 ? null : chooseForm(placing.model, judgement, others);
  return [
    ...forms.map((chosen) => describeOption(placing, chosen, 'chosen')),
    ...(runnerUp === null ? [] : [describeOption(placing, runnerUp, 'other-kind')]),
    ...(next === null ? [] : [describeOption(placing, next, 'next-form')]),
  ];
}

function describeOption(placing: Placing, placement: number, is: OptionEntry['is']): OptionEntry {
  return {
    placement: at(placing.rulebook.placements, placement).id,
    is,
    votes: listOwnVotes(placing, placement),
    suits: listOwnSuits(placing, placement),
  };
}

/** What each concern says for the kind by way of this placement: the strongest of its rules that do. */
function listOwnVotes(placing: Placing, placement: number): OptionEntry['votes'] {
  const { model, rulebook } = placing;
  const { kind } = at(model.placements, placement);
  const voting = model.rules.flatMap((rule, index) =>
    rule.favours === kind && holdsPosition(rule.byWayOf, placement) && fires(placing, index) ? [rule] : [],
  );
  return rulebook.concerns.flatMap(({ id }, concern) => {
    const own = voting.filter((rule) => rule.concern === concern);
    const tier = Math.max(...own.map((rule) => rule.tier));
    const strongest = own.filter((rule) => rule.tier === tier);
    return strongest.length === 0
      ? []
      : [{ concern: id, strength: at(strengths, 3 - tier), rules: strongest.map((rule) => rule.id) }];
  });
}

/** The rules that prefer this placement among its kind, the strongest first. */
function listOwnSuits(placing: Placing, placement: number): OptionEntry['suits'] {
  return strengths.flatMap((strength, rank) =>
    placing.model.rules.flatMap(({ id, suits }, index) =>
      holdsPosition(at(suits, rank), placement) && fires(placing, index) ? [{ rule: id, strength }] : [],
    ),
  );
}
