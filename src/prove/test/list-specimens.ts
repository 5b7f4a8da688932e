import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { buildState } from '../../decide/build-state.ts';
import { combineFacts, type FactStatement } from '../../workload/workload.ts';
import type { TestDocument } from './expected.ts';
import type { Specimen } from './prove-rules.ts';

/**
 * The workloads that rules are tried on: those of test documents, the components of each one by one.
 * Waivers play no part, since every rule is to be tried.
 */
export function listSpecimens({ model }: ReadyRulebook, documents: readonly TestDocument[]): Specimen[] {
  return documents.flatMap(({ workload }) => {
    const { name, file } = workload;
    const state = (own: readonly FactStatement[]) =>
      buildState(model, combineFacts(workload.facts, own)).state;
    if (workload.components.length === 0) return [{ name, file, state: state([]) }];
    return workload.components.map((part) => ({
      name: `${name}: ${part.name}`,
      file,
      state: state(part.facts),
    }));
  });
}
