import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { Mask } from '../../decide/model.ts';
import { at } from '../../at.ts';
import type { Fact } from '../../rulebook/rulebook.ts';
import { listValues } from '../../rulebook/fact-value.ts';
import type { Finding } from './finding.ts';
import { isPlainlySafe, type IsolationStep } from './isolation-step.ts';
import { type Budget, openRunBudget } from '../../reason/engine/run-budget.ts';
import { searchForWeakening } from './search-for-weakening.ts';
import { wordValues, pickFacts } from './values.ts';
import { compileWorkloads, type WorkloadTable } from './workload-table.ts';

/**
 * The law of isolation: raising a demand never weakens the isolation of the result. For every step of
 * every fact that demands isolation it is proven by the form of the rules that move, else searched for a
 * workload of which everything is said that breaks it.
 */
export function checkIsolationLaw(
  ready: ReadyRulebook,
  workloads: WorkloadTable = compileWorkloads(ready.model),
  run: Budget = openRunBudget(),
): Finding[] {
  const steps = listSteps(ready);
  const demanding = ready.rulebook.rules.some(({ isolation }) => isolation !== undefined);
  if (steps.length === 0 && demanding)
    return [
      {
        kind: 'demand-undeclared',
        subject: { sort: 'rulebook', id: '' },
        message: 'rules demand isolation, but no fact says demands: isolation, so that law is not looked at',
      },
    ];
  return steps.flatMap((step) =>
    isPlainlySafe(ready.model, step, run) ? [] : tryStep(ready, workloads, step, run),
  );
}

function listSteps({ rulebook, model }: ReadyRulebook): IsolationStep[] {
  return rulebook.facts.flatMap((fact, index): IsolationStep[] => {
    if (fact.demands === undefined) return [];
    const order = weakestFirst(fact).map((value): Mask => 1 << at(model.facts, index).choices.indexOf(value));
    return order.slice(1).map((to, position) => ({ fact: index, from: at(order, position), to }));
  });
}

function weakestFirst(fact: Fact): string[] {
  return fact.kind === 'yes-no' ? ['no', 'yes'] : listValues(fact);
}

function tryStep(
  ready: ReadyRulebook,
  workloads: WorkloadTable,
  step: IsolationStep,
  run: Budget,
): Finding[] {
  const { id } = at(ready.model.facts, step.fact);
  const from = wordValues(ready, step.fact, step.from);
  const to = wordValues(ready, step.fact, step.to);
  const subject = { sort: 'fact', id, path: ['values', to] } as const;
  const found = searchForWeakening(ready, workloads, step, run);
  if (found === false) return [];
  if (found === null)
    return [
      {
        kind: 'proof-unfinished',
        subject,
        message: `whether raising ${id} from ${from} to ${to} can weaken isolation was not settled`,
      },
    ];
  return [
    {
      kind: 'law-isolation',
      subject,
      message: `raising ${id} from ${from} to ${to} can weaken isolation: ${found.broken}`,
      witness: { facts: pickFacts(ready, found.state), change: { [id]: to }, shows: found.broken },
    },
  ];
}
