import { combineFacts, type FactStatement, type Workload } from '../workload/workload.ts';

/** What a reader changed, by part: one entry a component, or one for a workload without any. */
export type Changes = readonly (readonly FactStatement[])[];

/**
 * The workload as it would be written with these changes: what the command line had set and what the
 * reader changed become facts of the workload or of its components.
 * @param set the what-ifs of the command line
 */
export function changeWorkload(
  workload: Workload,
  set: readonly FactStatement[],
  changes: Changes,
): Workload {
  const lay = (facts: readonly FactStatement[], part: number) => [
    ...combineFacts(facts, set, changes[part] ?? []).values(),
  ];
  if (workload.components.length === 0) return { ...workload, facts: lay(workload.facts, 0) };
  return {
    ...workload,
    components: workload.components.map((component, part) => ({
      ...component,
      facts: lay(component.facts, part),
    })),
  };
}
