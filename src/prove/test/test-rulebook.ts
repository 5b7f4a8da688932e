import type { ReadyRulebook } from '../../rulebook/ready.ts';
import { checkExamples } from '../../rulebook/load/check-examples.ts';
import { checkExpected } from './check-expected.ts';
import type { TestDocument } from './expected.ts';
import { listSpecimens } from './list-specimens.ts';
import { measureCoverage } from './measure-coverage.ts';
import { proveRules } from './prove-rules.ts';
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
        rule: ready.rulebook.rules[rule]?.id ?? '',
        examples: checkExamples(ready, rule),
        changes: [],
      })),
    ],
    inherited: inherited.length,
    cases: documents
      .filter(({ expected }) => expected.length > 0)
      .map((document) => checkExpected(ready, document)),
    coverage: measureCoverage(ready, own, specimens),
    specimens: specimens.length,
  };
}
