import { listWeightyKeys, type RulebookChange } from '../../prove/diff/compare-rulebooks.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { findDisabling, type RulesDiff } from './diff.ts';

/** Two rulebooks, what differs between them, and what workloads come out as, as data. */
export function describeRulesDiff({ before, after, changes, workloads }: RulesDiff) {
  const name = ({ name: own, version, digest }: Rulebook) => ({ name: own, version, digest });
  const cause = (change: RulebookChange) => ({
    sort: change.sort,
    id: change.id,
    change: change.change,
    keys: listWeightyKeys(change).map(({ key }) => key),
  });
  return {
    before: name(before),
    after: name(after),
    changes: changes.map((change) => {
      const disabling = findDisabling(before, after, change);
      return disabling === null ? change : { ...change, disabled: disabling };
    }),
    compared: workloads.length,
    different: workloads.filter(({ outcome, unreadable }) => outcome !== null || unreadable !== undefined)
      .length,
    workloads: workloads.map(({ outcome, ...workload }) => ({
      ...workload,
      outcome:
        outcome === null
          ? null
          : { ...outcome, because: outcome.because.map(cause), undo: outcome.undo.map(cause) },
    })),
  };
}
