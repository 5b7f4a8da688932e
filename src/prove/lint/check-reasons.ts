import { at } from '../../at.ts';
import { holdsPosition, listPositions, maskOf } from '../../decide/bits.ts';
import { hasBit } from '../../decide/bit-words.ts';
import { choosePoint, findBest, judgeCertain } from '../../decide/kernel.ts';
import { maskOfKind } from '../../decide/kinds.ts';
import type { Mask, State } from '../../decide/model.ts';
import { resolvePlacements } from '../../rulebook/placements.ts';
import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { listBesides } from './aim.ts';
import type { Finding } from './finding.ts';
import { usualBudget } from './judge-difference.ts';
import { type Budget, openRunBudget, spendOn } from '../../reason/engine/run-budget.ts';
import { searchAims } from './search-aims.ts';
import { pickFacts } from './values.ts';
import { compileWorkloads, settleWorkload, type WorkloadTable } from './workload-table.ts';

/**
 * Votes that count where the form of their kind is none of those that they go by, so that their reason
 * is not true of it, unless the rule says under `elsewhere` what is; and `elsewhere` that is never said.
 * Over all workloads of which everything is said.
 */
export function checkReasons(
  ready: ReadyRulebook,
  workloads: WorkloadTable = compileWorkloads(ready.model),
  run: Budget = openRunBudget(),
): Finding[] {
  const { model, rulebook } = ready;
  return model.rules.flatMap((rule, index): Finding[] => {
    const kind = rule.favours;
    if (kind === null) return [];
    const others = maskOfKind(model, kind) & ~rule.byWayOf;
    let told = 0;
    const idle: Finding[] = [];
    for (const name of Object.keys(rulebook.rules[index]?.elsewhere ?? {})) {
      const among = maskOf(resolvePlacements(rulebook, name)) & others & ~told;
      const beside = findBeside(workloads, index, among, run);
      told |= among;
      if (beside === null) idle.push(unfinished(rule.id, ['elsewhere', name]));
      if (beside === false)
        idle.push({
          kind: 'elsewhere-unused',
          subject: { sort: 'rule', id: rule.id, path: ['elsewhere', name] },
          message: `${rule.id} never counts where the form is ${name} and none of those named before`,
        });
    }
    const beside = findBeside(workloads, index, others & ~told, run);
    if (beside === false) return idle;
    if (beside === null) return [...idle, unfinished(rule.id, ['by-way-of'])];
    const form = model.placements[beside.form]?.id ?? '';
    return [
      ...idle,
      {
        kind: 'reason-not-of-this-form',
        subject: { sort: 'rule', id: rule.id, path: ['by-way-of'] },
        message: `${rule.id} counts where the form is ${form}, which is none of those it goes by`,
        witness: { facts: pickFacts(ready, beside.state), shows: `${rule.id} beside ${form}` },
      },
    ];
  });
}

function unfinished(id: string, path: readonly string[]): Finding {
  return {
    kind: 'proof-unfinished',
    subject: { sort: 'rule', id, path },
    message: `whether ${id} ever counts beside a form that it does not go by was not settled`,
  };
}

/** A state, and the form there. */
interface Beside {
  readonly state: State;
  readonly form: number;
}

/**
 * A state in which a rule fires, its vote counts, and the form is one of some that it does not go by.
 * @param among those placements
 * @returns false where there is none, null where that was not settled
 */
function findBeside(workloads: WorkloadTable, rule: number, among: Mask, run: Budget): Beside | false | null {
  const { kernel, model, complete } = workloads;
  const { byWayOf, favours } = at(model.rules, rule);
  const formOf = (state: State): number | null => {
    const certain = judgeCertain(kernel, state);
    const { alive } = choosePoint(kernel, certain);
    return hasBit(certain, rule) && (byWayOf & alive) !== 0
      ? findBest(kernel, certain, alive & kernel.kinds[favours ?? 0])
      : null;
  };
  const isBeside = (workload: State): boolean => {
    const form = formOf(settleWorkload(workloads, workload));
    return form !== null && holdsPosition(among, form);
  };
  const aims = listPositions(among).flatMap((form) => listBesides(workloads, rule, form));
  const found = spendOn(run, usualBudget, (budget) =>
    searchAims(workloads, aims, complete, isBeside, budget),
  );
  if (found === false || found === null) return found;
  const state = settleWorkload(workloads, found);
  return { state, form: formOf(state) ?? 0 };
}
