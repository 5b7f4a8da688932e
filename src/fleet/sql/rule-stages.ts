import { at } from '../../at.ts';
import { negate, toCondition } from '../../decide/nodes.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { writeCertain } from './condition-expression.ts';
import { joinAny } from './sql-text.ts';
import { columnNames } from './stage-columns.ts';
import type { Stage, StageColumn } from './stage.ts';

/**
 * What conditions say of what is known, and which placements that leaves.
 * @param keeps what is kept beside
 * @param notUnderstood what makes the column of that name
 */
export function listRuleStages(
  ready: ReadyRulebook,
  keeps: readonly string[],
  notUnderstood: string,
): Stage[] {
  return [
    {
      name: 'rules',
      about:
        'r_ rules that hold, n_ placements whose needs are not met, a_ conditions of actions; all for certain',
      from: 'facts',
      takes: keeps,
      columns: [...listConditions(ready), { name: 'not_understood', text: notUnderstood }],
    },
    {
      name: 'placements',
      about: 'p_ placements that no rule rules out, and that have what they need',
      from: 'rules',
      takes: ['*'],
      columns: listSurvivors(ready),
    },
  ];
}

/** All that conditions say: of rules, of the needs of placements, of actions that are musts. */
function listConditions(ready: ReadyRulebook): StageColumn[] {
  const { rulebook, model } = ready;
  return [
    ...rulebook.rules.map((rule, index) => ({
      name: columnNames.rule(rule),
      of: `rule ${rule.id}`,
      text: writeCertain(ready, at(model.rules, index).when, `rule ${rule.id}`),
      remark: `${rule.title}. ${rule.because}`,
    })),
    ...model.placements.flatMap((placement) => {
      if (placement.needs === null) return [];
      const unmet = toCondition(negate(placement.needs.node, model.facts));
      const text = writeCertain(ready, unmet, `placement ${placement.id}`);
      return [{ name: columnNames.unmet(placement), of: `placement ${placement.id}`, text }];
    }),
    ...model.actions.flatMap((action) => {
      if (!action.must || action.when === null || action.for === 0) return [];
      const text = writeCertain(ready, action.when, `action ${action.id}`);
      return [{ name: columnNames.action(action), of: `action ${action.id}`, text }];
    }),
  ];
}

function listSurvivors({ model }: ReadyRulebook): StageColumn[] {
  return model.placements.map((placement, index) => {
    const removers = [
      ...(placement.needs === null ? [] : [columnNames.unmet(placement)]),
      ...model.rules.filter(({ removes }) => (removes & (1 << index)) !== 0).map(columnNames.rule),
    ];
    return {
      name: columnNames.placement(placement),
      of: `placement ${placement.id}`,
      text: removers.length === 0 ? 'TRUE' : `NOT ${joinAny(removers)}`,
    };
  });
}
