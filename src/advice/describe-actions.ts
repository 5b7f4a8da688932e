import { holdsPosition, isSeveral } from '../decide/bits.ts';
import { judgeCondition, truth } from '../decide/judge-condition.ts';
import { type CalledAction, listActions } from '../decide/list-actions.ts';
import type { ModelAction } from '../decide/model.ts';
import type { ActionItem, PartAdvice } from './result.ts';
import { at } from '../at.ts';
import { describeEvidence, listEvidence } from './describe-facts.ts';
import { describeShown } from './describe-shown.ts';
import type { Observed } from '../workload/workload.ts';
import { fires, type Placing } from './placing.ts';

/**
 * What to do once placed: what a fired rule demands, then what fits the chosen placements and the
 * facts. Conditions of the verdict first; then those that hang on what was said of this workload.
 * @param observed what shows whether they are done
 */
export function describeActions(placing: Placing, observed: readonly Observed[] = []): ActionItem[] {
  const called = listActions(placing.model, placing.known.state, placing.decision);
  const rank = (action: ActionItem) =>
    (action.level === 'must' ? 0 : 8) + (action.rule === null ? 4 : 0) + rankOccasion(action);
  return called
    .map((each) => describeAction(placing, each, observed))
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/**
 * Conditions of which the contrary was observed and that nothing calls for yet: whether one is called for hangs
 * on a fact that is open, such as whether the program needs the rights that it was given.
 */
export function describeUnsettled(placing: Placing, observed: readonly Observed[]): ActionItem[] {
  const { model, rulebook, decision, known } = placing;
  const called = new Set(listActions(model, known.state, decision).map(({ action }) => action));
  return model.actions.flatMap(({ when, must, for: fits }, index): ActionItem[] => {
    if (!must || when === null || called.has(index)) return [];
    const forms = decision.forms.filter((form) => holdsPosition(fits, form));
    if (forms.length === 0 || judgeCondition(when, known.state) !== truth.unknown) return [];
    if (describeShown(at(rulebook.actions, index), observed)?.is !== 'against') return [];
    const open = when.reads.filter((fact) => isSeveral(at(known.state, fact)));
    return [
      {
        ...describeAction(placing, { action: index, must, demandedBy: null, forms }, observed),
        facts: [],
        hangsOn: open.map((fact) => at(model.facts, fact).id),
      },
    ];
  });
}

/** What rules say beside their votes. */
export function describeNotes(placing: Placing): PartAdvice['notes'] {
  return listSpeaking(placing).flatMap((index) => {
    const { id, note } = at(placing.rulebook.rules, index);
    return note === undefined ? [] : [{ rule: id, note }];
  });
}

/** What stands outside the placements and should be considered first, each once. */
export function describeConsidered(placing: Placing): PartAdvice['consider'] {
  const { rulebook, model } = placing;
  const speaking = listSpeaking(placing);
  return rulebook.outside.flatMap(({ id, title }) => {
    const index = speaking.find((each) => at(rulebook.rules, each).consider === id);
    if (index === undefined) return [];
    const { id: rule, because, instead } = at(rulebook.rules, index);
    const facts = listEvidence(placing, at(model.rules, index).when);
    return [{ id, title, because, ...(instead === undefined ? {} : { instead }), rule, facts }];
  });
}

/** The positions of the rules that fire and say more than a vote. */
function listSpeaking(placing: Placing): number[] {
  return placing.model.rules.flatMap(({ notes }, index) => (notes && fires(placing, index) ? [index] : []));
}

/** What was said of this workload comes first, then what is presumed of it, then what holds for all. */
function rankOccasion({ facts }: ActionItem): number {
  if (facts.length === 0) return 2;
  return facts.some((fact) => fact.origin !== 'presumed') ? 0 : 1;
}

function describeAction(placing: Placing, called: CalledAction, observed: readonly Observed[]): ActionItem {
  const action = at(placing.rulebook.actions, called.action);
  const compiled = at(placing.model.actions, called.action);
  const rule = called.demandedBy === null ? undefined : at(placing.model.rules, called.demandedBy);
  const condition = rule?.when ?? compiled.when;
  const shown = describeShown(action, observed);
  return {
    id: action.id,
    title: action.title,
    level: called.must ? 'must' : 'should',
    because: action.because,
    for: called.forms.map((form) => at(placing.model.placements, form).id),
    rule: rule?.id ?? null,
    facts: condition === null ? [] : listEvidence(placing, condition),
    contradictedBy: listContradictions(placing, compiled),
    ...(shown === null ? {} : { shown }),
    cites: action.cites,
    ...(action.marks && { marks: action.marks }),
  };
}

/** Only what somebody stated can contradict an action; a presumption cannot. */
function listContradictions(placing: Placing, action: ModelAction): ActionItem['contradictedBy'] {
  const { contradictedBy } = action;
  if (contradictedBy === null || judgeCondition(contradictedBy, placing.known.withheld) !== truth.true)
    return [];
  return contradictedBy.reads
    .filter((fact) => placing.known.withheld[fact] !== at(placing.model.facts, fact).all)
    .map((fact) => describeEvidence(placing, fact));
}
