import { at } from '../../at.ts';
import { listPositions } from '../../decide/bits.ts';
import { always } from '../../decide/nodes.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { judgePossible } from './boxes.ts';
import { type Answer, judgeAny } from '../../reason/engine/judge-dependence.ts';
import { type Budget, openRunBudget } from '../../reason/engine/run-budget.ts';
import { judgeSurviving } from './check-dead-rules.ts';
import type { Model } from '../../decide/model.ts';
import { listConditions, listUnnamed } from '../../rulebook/compile-rulebook.ts';
import { listDefinitions, listParamsOf } from '../../rulebook/condition.ts';
import { listShownBy } from '../../rulebook/list-shown-by.ts';
import type { Finding } from './finding.ts';
import { liftModel } from './lift-model.ts';

/** Actions that nothing calls for, and what nothing considers, names or uses. */
export function checkUnused(ready: ReadyRulebook, run: Budget = openRunBudget()): Finding[] {
  return [
    ...findUncalledActions(ready, run),
    ...findUnconsidered(ready, run),
    ...findIdleObservations(ready),
    ...findUnusedParams(ready),
    ...findUnusedConditions(ready),
  ];
}

function findUnconsidered({ rulebook, model }: ReadyRulebook, run: Budget): Finding[] {
  const considered = new Set(
    rulebook.rules.flatMap(({ consider }, index) => {
      const when = model.rules[index]?.when.node ?? always;
      // What is not settled of its condition is told where the rule is looked at.
      return consider === undefined || judgePossible(model.facts, when, run) === false ? [] : [consider];
    }),
  );
  return rulebook.outside
    .filter(({ id }) => !considered.has(id))
    .map(({ id }) => ({
      kind: 'outside-unused',
      subject: { sort: 'outside', id },
      message: `no rule that can fire says to consider ${id}`,
    }));
}

/** An action is called by a rule that can fire, or by itself on a placement that can survive. */
function findUncalledActions({ model }: ReadyRulebook, run: Budget): Finding[] {
  return model.actions.flatMap((action, index): Finding[] => {
    const complete = isCalled(model, index, run);
    if (complete === true) return [];
    const lifted = complete === null ? null : liftModel(model);
    const partial = complete === null ? null : lifted === null || isCalled(lifted.model, index, run);
    if (partial === true) return [];
    if (partial === null)
      return [
        {
          kind: 'proof-unfinished',
          subject: { sort: 'action', id: action.id },
          message: `whether anything ever calls for ${action.id} was not settled`,
        },
      ];
    const why =
      action.for === 0
        ? 'no rule that can fire demands it'
        : 'its condition is never met on a placement it is for';
    return [
      {
        kind: 'action-never-called',
        subject: { sort: 'action', id: action.id },
        message: `${action.id} is never called for: ${why}`,
      },
    ];
  });
}

function isCalled(model: Model, index: number, run: Budget): Answer {
  const action = at(model.actions, index);
  const when = action.when?.node ?? always;
  const ways = [
    ...model.rules
      .filter(({ must }) => must === index)
      .map((rule) => () => judgePossible(model.facts, rule.when.node, run)),
    ...listPositions(action.for).map((placement) => () => judgeSurviving(model, placement, when, run)),
  ];
  return judgeAny(ways, (judge) => judge());
}

/** What may be observed and tells of no action. */
function findIdleObservations({ rulebook }: ReadyRulebook): Finding[] {
  const named = new Set(rulebook.actions.flatMap(listShownBy));
  return rulebook.observations
    .filter(({ id }) => !named.has(id))
    .map(({ id }) => ({
      kind: 'observation-unused',
      subject: { sort: 'observation', id },
      message: `no action says that it is shown by ${id}`,
    }));
}

function findUnusedParams({ rulebook }: ReadyRulebook): Finding[] {
  const used = new Set(
    listConditions(rulebook).flatMap((condition) => listParamsOf(condition, rulebook.conditions)),
  );
  return rulebook.params
    .filter(({ id }) => !used.has(id))
    .map(({ id }) => ({
      kind: 'param-unused',
      subject: { sort: 'param', id },
      message: `no condition uses $${id}`,
    }));
}

/** What only an unused one uses is unused as well. */
function findUnusedConditions({ rulebook }: ReadyRulebook): Finding[] {
  const used = new Set(
    listUnnamed(rulebook).flatMap((condition) => listDefinitions(condition, rulebook.conditions)),
  );
  return rulebook.conditions
    .filter((condition) => !used.has(condition))
    .map(({ id }) => ({
      kind: 'condition-unused',
      subject: { sort: 'condition', id },
      message: `nothing that has an effect uses the condition ${id}`,
    }));
}
