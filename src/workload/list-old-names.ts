import type { OldName } from '../rulebook/rulebook.ts';
import type { FactStatement, Workload } from './workload.ts';

/**
 * The old names that statements and waivers were made under, in the order they were made.
 * @param statements of profiles and of the command line
 */
export function listOldNames(
  workloads: readonly Workload[],
  statements: readonly FactStatement[] = [],
): OldName[] {
  const facts = workloads.flatMap(({ facts: own, components }) => [
    ...own,
    ...components.flatMap((component) => component.facts),
  ]);
  return [
    ...[...facts, ...statements].flatMap(({ fact, oldName, at }): OldName[] =>
      oldName === undefined
        ? []
        : [{ sort: 'fact', name: oldName, now: fact, ...(at === undefined ? {} : { at }) }],
    ),
    ...workloads
      .flatMap((workload) => workload.waivers)
      .flatMap(({ rule, oldName, at }): OldName[] =>
        oldName === undefined ? [] : [{ sort: 'rule', name: oldName, now: rule, at }],
      ),
  ];
}
