import { type KeyChange, listWeightyKeys, type RulebookChange } from '../../prove/diff/compare-rulebooks.ts';
import type { Moving, Rulebook } from '../../rulebook/rulebook.ts';
import { writeEntry } from '../../rulebook/write-entry.ts';
import { findDisabling, listUsers } from '../../report/diff.ts';
import { writeJson } from '../../text/json.ts';
import type { Renderer, RulesDiff } from '../renderer.ts';

/** Two rulebooks, what differs between them, and what workloads come out as, as data. */
export const renderDiffJson: Renderer<RulesDiff> = (diff) => {
  const { before, after, changes, workloads } = diff;
  const name = ({ name: own, version, digest }: Rulebook) => ({ name: own, version, digest });
  const cause = (change: RulebookChange) => ({
    sort: change.sort,
    id: change.id,
    change: change.change,
    keys: listWeightyKeys(change).map(({ key }) => key),
  });
  return writeJson({
    before: name(before),
    after: name(after),
    changes: changes.map((change) => {
      const disabling = findDisabling(diff, change);
      const usedBy = listUsers(diff, change);
      const written = {
        ...change,
        keys: change.keys.map(writeKey),
        ...(usedBy.length === 0 ? {} : { usedBy }),
      };
      return disabling === null ? written : { ...written, disabled: disabling };
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
  });
};

/** Conditions as they stand in files. */
function writeKey({ key, before, after }: KeyChange): KeyChange {
  const write = (value: unknown) =>
    key === 'moves' ? (value as Moving['vm']).map(writeEntry) : writeEntry({ [key]: value })[key];
  return { key, before: write(before), after: write(after) };
}
