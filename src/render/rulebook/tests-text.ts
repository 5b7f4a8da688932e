import { formatPosition } from '../../errors.ts';
import { type CaseResult, wordUnmet } from '../../prove/test/run-case.ts';
import type { ConditionCoverage, RuleCoverage } from '../../prove/test/measure-coverage.ts';
import type { RuleProof } from '../../prove/test/prove-rules.ts';
import { wordCondition } from '../../report/condition.ts';
import { createNames, type NameIndex } from '../../report/names.ts';
import { listTestCounts, wordProofPlace, wordUnnoticed } from '../../report/tests.ts';
import { type Block, bold, dim, line, flow, warn, writeLines } from '../../text/lines.ts';
import type { Renderer, TestOutcome } from '../renderer.ts';

/** What failed, each with its place, and closing counts. */
export const renderTests: Renderer<TestOutcome> = ({ report, coverage }, context) => {
  const names = createNames(context.rulebook);
  const blocks = [
    ...report.proofs.flatMap((proof) => renderProof(proof, names, context.verbose)),
    ...report.cases.flatMap((each) => renderCase(each, context.verbose)),
    ...(coverage ? report.coverage.flatMap((rule) => renderUnseen(rule, names)) : []),
    ...listTestCounts(report).map((text) => flow(text)),
  ];
  return writeLines(blocks, context);
};

/** What failed of one rule, with its line; with more words every change and the workload that shows it. */
function renderProof(proof: RuleProof, names: NameIndex, verbose: boolean): Block[] {
  const place = wordProofPlace(proof, names);
  const unnoticed = proof.changes.filter(({ witness }) => witness === null);
  const failures = [
    ...proof.examples.map(({ example, message }) => `example ${example} ${message}`),
    ...unnoticed.map(({ change }) => wordUnnoticed(change)),
  ].map((text) => flow(warn(`${place}: ${text}`)));
  if (!verbose) return failures;
  const witnesses = proof.changes.flatMap(({ change, witness }) =>
    witness === null ? [] : [flow(`${change}: seen in ${witness.name} (${witness.file})`, 4)],
  );
  const told = [...failures, ...witnesses];
  return told.length === 0 ? [] : [line(bold(proof.rule)), ...told];
}

function renderCase({ test, unmet }: CaseResult, verbose: boolean): Block[] {
  const { name } = test.workload;
  if (unmet.length === 0) return verbose ? [line([bold(name), '  ', dim('as expected')])] : [];
  return unmet.map((each) => flow(warn(`${formatPosition(each.expected.at)}  ${name}: ${wordUnmet(each)}`)));
}

function renderUnseen(coverage: RuleCoverage, names: NameIndex): Block[] {
  const at = names.rules(coverage.rule)?.at;
  const place = at === undefined ? '' : `${formatPosition(at)}  `;
  const say = ({ unseen }: ConditionCoverage, of: string) =>
    unseen.length === 0 ? [] : [flow(`${place}${coverage.rule}${of}: never seen ${unseen.join(' or ')}`)];
  return [
    ...say(coverage, ''),
    ...coverage.tests.flatMap((test) => say(test, `, ${wordCondition(test.condition)}`)),
  ];
}
