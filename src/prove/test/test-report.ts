import type { CaseResult } from './run-case.ts';
import type { RuleCoverage } from './measure-coverage.ts';
import type { RuleProof } from './prove-rules.ts';

/** Everything that `rules test` found out. */
export interface TestReport {
  /** Rules with their examples, and with their changes where those were tried. */
  readonly proofs: readonly RuleProof[];
  /** How many of them come from another rulebook: their changes were not tried. */
  readonly inherited: number;
  /** The tests that say what has to come out. */
  readonly cases: readonly CaseResult[];
  readonly coverage: readonly RuleCoverage[];
  /** How many workloads were tried, component by component. */
  readonly specimens: number;
}

/**
 * Whether a rule is finished: its examples hold, and every change of it is noticed somewhere.
 */
export function isProven(proof: RuleProof): boolean {
  return proof.examples.length === 0 && proof.changes.every(({ witness }) => witness !== null);
}

/** Whether nothing failed. What was never seen is told, and fails nothing. */
export function hasPassed({ proofs, cases }: TestReport): boolean {
  return proofs.every(isProven) && cases.every(({ unmet }) => unmet.length === 0);
}

/** Of conditions, or of the tests in them: how many there are, and how many were seen as what. */
export interface SightCount {
  readonly all: number;
  readonly true: number;
  readonly false: number;
  readonly unknown: number;
}

/** Adds up what was seen, over whole conditions and over the tests in them; a single test is both. */
export function countSights(coverage: readonly RuleCoverage[]): {
  readonly conditions: SightCount;
  readonly tests: SightCount;
} {
  const count = (list: readonly Pick<RuleCoverage, 'unseen'>[]): SightCount => {
    const seen = (sight: 'true' | 'false' | 'unknown') =>
      list.filter(({ unseen }) => !unseen.includes(sight)).length;
    return { all: list.length, true: seen('true'), false: seen('false'), unknown: seen('unknown') };
  };
  return {
    conditions: count(coverage),
    tests: count(coverage.flatMap((rule) => (rule.tests.length === 0 ? [rule] : rule.tests))),
  };
}
