import { formatPosition } from '../../errors.ts';
import { showText } from '../../read/show-text.ts';
import type { CaseResult } from '../../prove/check-expected.ts';
import type { ConditionCoverage, RuleCoverage } from '../../prove/measure-coverage.ts';
import { countSights, isProven, type SightCount, type TestReport } from '../../prove/test-report.ts';
import { describeUnmet } from '../../prove/describe-unmet.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { describeCondition } from '../describe-condition.ts';
import { wrapText } from '../lay-out.ts';
import { renderProof } from './proofs-text.ts';
import type { Style } from '../style.ts';

/** How the outcome of `rules test` is printed. */
export interface TestContext {
  readonly width: number;
  readonly style: Style;
  /** Every rule and test case, not only what failed. */
  readonly verbose: boolean;
  /** What no workload shows. */
  readonly coverage: boolean;
}

/** What failed, each with its place, and closing counts. */
export function renderTestReport(rulebook: Rulebook, report: TestReport, context: TestContext): string {
  const unseen = context.coverage
    ? report.coverage.flatMap((rule) => renderUnseen(rulebook, rule, context))
    : [];
  return `${[
    ...report.proofs.flatMap((proof) => renderProof(rulebook, proof, context)),
    ...report.cases.flatMap((each) => renderCase(each, context)),
    ...unseen,
    ...renderCounts(report).flatMap((line) => wrapText(line, context.width)),
  ].join('\n')}\n`;
}

function renderCase({ test, unmet }: CaseResult, { width, style, verbose }: TestContext): string[] {
  const name = showText(test.workload.name);
  if (unmet.length === 0) return verbose ? [`${style.bold(name)}  ${style.dim('as expected')}`] : [];
  return unmet.flatMap((each) =>
    wrapText(
      style.warn(`${formatPosition(each.expected.at)}  ${name}: ${showText(describeUnmet(each))}`),
      width,
    ),
  );
}

function renderUnseen(rulebook: Rulebook, coverage: RuleCoverage, { width }: TestContext): string[] {
  const at = rulebook.rules.find(({ id }) => id === coverage.rule)?.at;
  const place = at === undefined ? '' : `${formatPosition(at)}  `;
  const line = ({ unseen }: ConditionCoverage, of: string) =>
    unseen.length === 0
      ? []
      : wrapText(`${place}${coverage.rule}${of}: never seen ${unseen.join(' or ')}`, width);
  return [
    ...line(coverage, ''),
    ...coverage.tests.flatMap((test) => line(test, `, ${describeCondition(test.condition)}`)),
  ];
}

function renderCounts({ proofs, inherited, cases, coverage, specimens }: TestReport): string[] {
  const failed = proofs.filter((proof) => !isProven(proof)).length;
  const changes = proofs.reduce((sum, proof) => sum + proof.changes.length, 0);
  const failing = cases.filter(({ unmet }) => unmet.length > 0).length;
  const { conditions, tests } = countSights(coverage);
  const tried = `${count(proofs.length, 'rule')}, ${proofs.length * 2} examples and ${count(changes, 'change')} tried on ${count(specimens, 'workload')}`;
  const foreign = `${inherited} of the rules come from another rulebook: only their examples were judged`;
  const held = `${count(cases.length, 'test case')}: ${cases.length - failing} passed, ${failing} failed`;
  const seen = `Coverage: ${wordSights(conditions, 'condition')}; ${wordSights(tests, 'single test')}`;
  return [
    `${tried}: ${proofs.length - failed} passed, ${failed} failed`,
    ...(inherited === 0 ? [] : [foreign]),
    ...(cases.length === 0 ? [] : [held]),
    ...(coverage.length === 0 ? [] : [seen]),
  ];
}

function wordSights({ all, true: yes, false: no, unknown }: SightCount, noun: string): string {
  return `of ${count(all, noun)} ${yes} true, ${no} false, ${unknown} unknown`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
