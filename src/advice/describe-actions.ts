import { evaluateCondition, truth } from '../decide/evaluate-condition.ts';
import type { ModelAction } from '../decide/model.ts';
import type { ActionItem, PartAdvice } from './advice.ts';
import { type Case, describeFact, fires, listEvidence } from './case.ts';

/**
 * What to do once placed: what a fired rule demands, then what fits the chosen placements and the
 * facts. Conditions of the verdict first; then those that hang on a fact of this workload, as the
 * others hold for every one of its kind.
 */
export function describeActions(item: Case): ActionItem[] {
  const found = item.model.actions.flatMap((action, index) => describeAction(item, action, index));
  const rank = (action: ActionItem) =>
    (action.level === 'must' ? 0 : 4) + (action.rule === null ? 2 : 0) + (action.facts.length === 0 ? 1 : 0);
  return found.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** What rules say beside their votes. */
export function describeNotes(item: Case): PartAdvice['notes'] {
  return item.rulebook.rules.flatMap((rule, index) =>
    rule.note !== undefined && fires(item, index) ? [{ rule: rule.id, note: rule.note }] : [],
  );
}

function describeAction(item: Case, compiled: ModelAction, index: number): ActionItem[] {
  const demanding = item.model.rules.findIndex(
    (rule, position) => rule.must === index && fires(item, position),
  );
  const fitting = item.decision.forms.filter((form) => (compiled.for & (1 << form)) !== 0);
  const holds = compiled.when === null || evaluateCondition(compiled.when, item.known.state) === truth.true;
  const byItself = fitting.length > 0 && holds;
  const action = item.rulebook.actions[index];
  if (action === undefined || (demanding === -1 && !byItself)) return [];
  const rule = item.model.rules[demanding];
  const condition = rule?.when ?? compiled.when;
  return [
    {
      id: action.id,
      title: action.title,
      level: rule === undefined ? action.level : 'must',
      because: action.because,
      for: (byItself ? fitting : item.decision.forms).map((form) => item.model.placements[form]?.id ?? ''),
      rule: rule?.id ?? null,
      facts: condition === null ? [] : listEvidence(item, condition),
      contradictedBy: listContradictions(item, compiled),
      cites: [...action.cites],
    },
  ];
}

/** Only what somebody stated can contradict an action; a presumption cannot. */
function listContradictions(item: Case, action: ModelAction): ActionItem['contradictedBy'] {
  const { contradictedBy } = action;
  if (contradictedBy === null || evaluateCondition(contradictedBy, item.known.withheld) !== truth.true)
    return [];
  return contradictedBy.reads
    .filter((fact) => item.known.withheld[fact] !== item.model.facts[fact]?.all)
    .map((fact) => ({ fact: item.model.facts[fact]?.id ?? '', ...describeFact(item, fact) }));
}
