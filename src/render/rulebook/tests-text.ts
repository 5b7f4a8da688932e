import { formatPosition } from '../../errors.ts';
import { type CaseResult, wordUnmet } from '../../prove/test/run-case.ts';
import type { ConditionCoverage, RuleCoverage } from '../../prove/test/measure-coverage.ts';
import type { RuleProof } from '../../prove/test/prove-rules.ts';
import { countSights, isProven, type SightCount, type TestReport } from '../../prove/test/test-report.ts';
import { wordCondition } from '../../report/condition.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { wrapText } from '../../text/lines.ts';
import { showText } from '../../text/safe.ts';
import type { RenderContext, Renderer, TestOutcome } from '../renderer.ts';

/** What failed, each with its place, and closing counts. */
export const renderTests: Renderer<TestOutcome> = ({ report, coverage }, context) => {
  const { rulebook } = context;
  const unseen = coverage ? report.coverage.flatMap((rule) => renderUnseen(rulebook, rule, context)) : [];
  return `${[
    ...report.proofs.flatMap((proof) => renderProof(rulebook, proof, context)),
    ...report.cases.flatMap((each) => renderCase(each, context)),
    ...unseen,
    ...renderCounts(report).flatMap((line) => wrapText(line, context.width)),
  ].join('\n')}\n`;
};

function renderCase({ test, unmet }: CaseResult, { width, style, verbose }: RenderContext): string[] {
  const name = showText(test.workload.name);
  if (unmet.length === 0) return verbose ? [`${style.bold(name)}  ${style.dim('as expected')}`] : [];
  return unmet.flatMap((each) =>
    wrapText(style.warn(`${formatPosition(each.expected.at)}  ${name}: ${showText(wordUnmet(each))}`), width),
  );
}

function renderUnseen(rulebook: Rulebook, coverage: RuleCoverage, { width }: RenderContext): string[] {
  const at = rulebook.rules.find(({ id }) => id === coverage.rule)?.at;
  const place = at === undefined ? '' : `${formatPosition(at)}  `;
  const line = ({ unseen }: ConditionCoverage, of: string) =>
    unseen.length === 0
      ? []
      : wrapText(`${place}${coverage.rule}${of}: never seen ${unseen.join(' or ')}`, width);
  return [
    ...line(coverage, ''),
    ...coverage.tests.flatMap((test) => line(test, `, ${wordCondition(test.condition)}`)),
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

/** What failed of one rule, with its line; with more words every change and the workload that shows it. */
function renderProof(rulebook: Rulebook, proof: RuleProof, context: RenderContext): string[] {
  const rule = rulebook.rules.find(({ id }) => id === proof.rule);
  // A rule that a rulebook changed has to be proven where it was changed.
  const change = rule?.marks?.findLast(({ did }) => did === 'changed');
  const at = change?.at ?? rule?.at;
  const place = at === undefined ? proof.rule : formatPosition(at);
  const by = change === undefined ? '' : ` (${change.what?.join(', ') ?? ''} changed by ${change.rulebook})`;
  const failures = [
    ...proof.examples.map(
      ({ example, message }) => `${place}  ${proof.rule}${by}: example ${example} ${message}`,
    ),
    ...proof.changes
      .filter(({ witness }) => witness === null)
      .map(
        ({ change: mutation }) => `${place}  ${proof.rule}${by}: ${mutation}, and no workload would notice`,
      ),
  ];
  const failed = failures.flatMap((text) => wrapText(context.style.warn(text), context.width));
  if (!context.verbose) return failed;
  const witnesses = proof.changes.flatMap(({ change: mutation, witness }) =>
    witness === null
      ? []
      : wrapText(`${mutation}: seen in ${witness.name} (${witness.file})`, context.width, 4),
  );
  if (failed.length + witnesses.length === 0) return [];
  return [context.style.bold(proof.rule), ...failed, ...witnesses];
}
