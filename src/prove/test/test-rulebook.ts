import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { at } from '../../at.ts';
import { buildState } from '../../decide/build-state.ts';
import { checkExamples } from '../../rulebook/load/check-examples.ts';
import { combineFacts, listParts } from '../../workload/workload.ts';
import { runCase } from './run-case.ts';
import type { TestDocument } from './expected.ts';
import { measureCoverage } from './measure-coverage.ts';
import { proveRules, type Specimen } from './prove-rules.ts';
import type { TestReport } from './test-report.ts';

/**
 * Tries a rulebook on test documents.
 * @param positions the rules whose examples are judged
 * @param own those of them whose changes are tried too, and whose coverage counts
 */
export function testRulebook(
  ready: ReadyRulebook,
  positions: readonly number[],
  own: readonly number[],
  documents: readonly TestDocument[],
): TestReport {
  const specimens = listSpecimens(ready, documents);
  const inherited = positions.filter((rule) => !own.includes(rule));
  return {
    proofs: [
      ...proveRules(ready, own, specimens),
      ...inherited.map((rule) => ({
        rule: at(ready.rulebook.rules, rule).id,
        examples: checkExamples(ready, rule),
        changes: [],
      })),
    ],
    inherited: inherited.length,
    cases: documents
      .filter(({ expected }) => expected.length > 0)
      .map((document) => runCase(ready, document)),
    coverage: measureCoverage(ready, own, specimens),
    specimens: specimens.length,
  };
}

/**
 * The workloads that rules are tried on: those of test documents, the components of each one by one.
 * Waivers play no part, since every rule is to be tried.
 */
export function listSpecimens({ model }: ReadyRulebook, documents: readonly TestDocument[]): Specimen[] {
  return documents.flatMap(({ workload }) =>
    listParts(workload).map((part) => ({
      name: part.name,
      file: workload.file,
      state: buildState(model, combineFacts(workload.facts, part.facts)).state,
    })),
  );
}
