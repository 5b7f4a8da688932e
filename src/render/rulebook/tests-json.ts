import type { ConditionCoverage } from '../../prove/test/measure-coverage.ts';
import { writeCondition } from '../../rulebook/condition.ts';
import { countSights, hasPassed, isProven, type TestReport } from '../../prove/test/test-report.ts';

/**
 * The outcome of `rules test` as data.
 * @param reproductions for each failing case the workload file that shows it
 */
export function describeTestReport(report: TestReport, reproductions: ReadonlyMap<unknown, string>) {
  return {
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
  };
}

function writeCoverage<T extends ConditionCoverage>(coverage: T) {
  return { ...coverage, condition: writeCondition(coverage.condition) };
}
