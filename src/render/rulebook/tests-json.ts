import type { ConditionCoverage } from '../../prove/test/measure-coverage.ts';
import { countSights, hasPassed, isProven } from '../../prove/test/test-report.ts';
import { writeCondition } from '../../rulebook/condition.ts';
import { writeJson } from '../../text/json.ts';
import type { Renderer, TestOutcome } from '../renderer.ts';

/** The outcome of `rules test` as data. */
export const renderTestsJson: Renderer<TestOutcome> = ({ report, reproductions }) =>
  writeJson({
    passed: hasPassed(report),
    workloads: report.specimens,
    inherited: report.inherited,
    rules: report.proofs.map((proof) => ({
      rule: proof.rule,
      passed: isProven(proof),
      examples: proof.examples,
      changes: proof.changes.map(({ change, witness }) => ({
        change,
        witness: witness === null ? null : { workload: witness.name, file: witness.file },
      })),
    })),
    cases: report.cases.map((each) => ({
      name: each.test.workload.name,
      at: each.test.at,
      passed: each.unmet.length === 0,
      unmet: each.unmet.map(({ expected, came }) => ({ ...expected, came })),
      ...(reproductions.has(each) ? { reproduction: reproductions.get(each) } : {}),
    })),
    coverage: {
      ...countSights(report.coverage),
      rules: report.coverage.map((rule) => ({
        ...writeCoverage(rule),
        tests: rule.tests.map(writeCoverage),
      })),
    },
  });

function writeCoverage<T extends ConditionCoverage>(coverage: T) {
  return { ...coverage, condition: writeCondition(coverage.condition) };
}
